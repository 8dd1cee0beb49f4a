package dev.assay.app.gui.run;

import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.session.RunEntry;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be done with runs in the list.
public final class RunActs {

  private final Session session;
  private final Navigator navigator;

  /// @param session what is open
  /// @param navigator leads on
  public RunActs(Session session, Navigator navigator) {
    this.session = session;
    this.navigator = navigator;
  }

  /// Shows its results.
  public void open(RunEntry run) {
    navigator.go(new Place.Run(run.id()));
  }

  /// The champion, where one is chosen and still in the list.
  public Optional<RunEntry> champion() {
    return session.history().find(session.settings().get().champion());
  }

  /// Whether this is the champion.
  public boolean isChampion(RunEntry run) {
    String champion = session.settings().get().champion();
    return champion != null && champion.equals(run.recordedId());
  }

  /// Remembers it as the run that others are compared with.
  public void setChampion(RunEntry run) {
    session.remember(s -> s.withChampion(run.recordedId()));
  }

  /// Shows both side by side.
  public void compare(RunsModel.Two two) {
    navigator.go(new Place.Compare(two.first().id(), two.second().id()));
  }

  /// Puts the command line that repeats it on the clipboard.
  public void copyCommand(RunEntry run) {
    Clipboards.text(CommandLineText.of(run.command()));
  }

  /// Fills in the evaluation with what this run was made from; files that are not open are opened
  /// first.
  public void again(RunEntry run) {
    request(run).ifPresent(this::openThenSuggest);
  }

  /// What it was made from; nothing when its command line is not known or not understood.
  public static Optional<EvaluateRequest> request(RunEntry run) {
    return run.open() != null
        ? Optional.of(run.open().open().request())
        : RequestOfCommand.of(run.command());
  }

  private void openThenSuggest(EvaluateRequest request) {
    @Nullable Path model = request.model();
    if (model != null && session.model(model).isEmpty()) {
      session.open(model, opened -> openThenSuggest(request), data -> {});
    } else if (session.dataset(request.data()).isEmpty()) {
      session.open(request.data(), opened -> {}, data -> openThenSuggest(request));
    } else {
      session.suggest(request);
      navigator.go(new Place.Evaluate());
    }
  }

  /// Why nothing can be compared; empty when it can.
  public String whyNotCompare(List<RunEntry> selected) {
    if (RunsModel.two(selected, champion().orElse(null)).isPresent()) {
      return "";
    }
    return champion().isPresent()
        ? "Select one run to compare it with the champion, or two."
        : "Select two runs to compare them.";
  }
}

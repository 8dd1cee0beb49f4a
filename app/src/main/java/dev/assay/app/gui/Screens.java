package dev.assay.app.gui;

import dev.assay.app.gui.audit.AuditScreen;
import dev.assay.app.gui.audit.AuditsScreen;
import dev.assay.app.gui.audit.RecordDialog;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.command.Command.Group;
import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.command.Commands;
import dev.assay.app.gui.compare.CompareScreen;
import dev.assay.app.gui.dataset.DatasetScreen;
import dev.assay.app.gui.dataset.DatasetsScreen;
import dev.assay.app.gui.evaluate.EvaluateRequests;
import dev.assay.app.gui.evaluate.EvaluateScreen;
import dev.assay.app.gui.glossary.GlossaryScreen;
import dev.assay.app.gui.help.HelpScreen;
import dev.assay.app.gui.model.ModelScreen;
import dev.assay.app.gui.model.ModelsScreen;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.policy.PoliciesScreen;
import dev.assay.app.gui.preferences.PreferencesScreen;
import dev.assay.app.gui.rows.ExamplesScreen;
import dev.assay.app.gui.run.RecordedRunScreen;
import dev.assay.app.gui.run.RunActs;
import dev.assay.app.gui.run.RunScreen;
import dev.assay.app.gui.run.RunsScreen;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.start.StartScreen;
import dev.assay.app.gui.theme.Look;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.gui.theme.Themes;
import dev.assay.dataset.Dataset;
import dev.assay.usecase.Demo;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Makes the screen of each place, and registers what can be done.
final class Screens {

  private static final double STEP = 0.1;

  private final Session session;
  private final Navigator navigator;
  private final Commands commands;
  private final Themes themes;
  private final Stage stage;
  private final ObjectProperty<@Nullable Screen> shown = new SimpleObjectProperty<>(this, "shown");

  Screens(Session session, Navigator navigator, Commands commands, Themes themes, Stage stage) {
    this.session = session;
    this.navigator = navigator;
    this.commands = commands;
    this.themes = themes;
    this.stage = stage;
  }

  /// The screen that fills the window, kept by the shell.
  ObjectProperty<@Nullable Screen> shown() {
    return shown;
  }

  Screen of(Place place) {
    Runnable ask = () -> commands.get("file.open").perform();
    return switch (place) {
      case Place.Start ignored ->
          StartScreen.of(session, ask, this::openSample, file -> open(List.of(file)));
      case Place.Models ignored -> ModelsScreen.of(session, navigator, ask);
      case Place.Model model ->
          session
              .model(model.file())
              .<Screen>map(m -> new ModelScreen(session, navigator, m, themes.look()))
              .orElseGet(() -> gone("Models", "This model is no longer open.", ask));
      case Place.Datasets ignored -> DatasetsScreen.of(session, navigator, ask);
      case Place.Dataset data ->
          session
              .dataset(data.file())
              .<Screen>map(this::dataset)
              .orElseGet(() -> gone("Datasets", "This dataset is no longer open.", ask));
      case Place.Evaluate ignored -> EvaluateScreen.of(session, ask, this::finished);
      case Place.Runs ignored ->
          RunsScreen.of(session, navigator, () -> navigator.go(new Place.Evaluate()));
      case Place.Run run ->
          session
              .run(run.id())
              .map(this::run)
              .or(() -> recordedRun(run.id()))
              .orElseGet(() -> gone("Runs", "This run is no longer open.", ask));
      case Place.Compare two -> new CompareScreen(session, navigator, two, themes.look());
      case Place.Rows rows ->
          session
              .run(rows.run())
              .<Screen>map(run -> new ExamplesScreen(session, run, rows.query()))
              .orElseGet(() -> gone("Runs", "This run is no longer open.", ask));
      case Place.Audits ignored -> AuditsScreen.of(session, navigator);
      case Place.Audit audit -> new AuditScreen(session, audit.id(), themes.look());
      case Place.Policies ignored -> PoliciesScreen.of();
      case Place.Glossary glossary -> GlossaryScreen.of(glossary.metric());
      case Place.Help help -> HelpScreen.of(help.page(), navigator);
      case Place.Preferences ignored -> PreferencesScreen.of(themes);
    };
  }

  private Optional<Screen> recordedRun(String id) {
    return session
        .history()
        .find(id)
        .map(
            entry ->
                entry.open() == null
                    ? new RecordedRunScreen(
                        session, entry, themes.look(), new RunActs(session, navigator))
                    : run(entry.open()));
  }

  private Screen dataset(Dataset dataset) {
    return new DatasetScreen(
        session, dataset, themes.look(), again -> navigator.go(new Place.Dataset(again.file())));
  }

  private Screen run(NumberedRun run) {
    RowLinks links = new RowLinks(query -> navigator.go(new Place.Rows(run.id(), query)));
    return new RunScreen(
        session,
        run,
        themes.look(),
        new RunScreen.Acts(links, () -> record(run), t -> evaluateAt(run, t)));
  }

  private void evaluateAt(NumberedRun run, double threshold) {
    session.evaluate(EvaluateRequests.at(run.open().request(), threshold), this::finished);
  }

  private void record(NumberedRun run) {
    RecordDialog.show(
        stage, session, run, recorded -> navigator.go(new Place.Audit(recorded.audit().id())));
  }

  private static Screen gone(String area, String why, Runnable ask) {
    return new SimpleScreen(List.of(area), Parts.empty(why, "Open a file …", ask));
  }

  void open(List<Path> files) {
    for (Path file : files) {
      session.open(
          file,
          model -> navigator.go(new Place.Model(model.file())),
          data -> navigator.go(new Place.Dataset(data.file())));
    }
  }

  private void openSample() {
    Path home = Path.of(System.getProperty("user.home"), ".assay");
    Demo demo = session.wiring().demo(home.resolve("sample"), session.workspace().get());
    session
        .tasks()
        .start(
            "Unpacking the sample",
            item -> {
              demo.prepare();
              return demo.request();
            },
            request -> {
              Path model = request.model();
              if (model != null) {
                session.open(model, m -> {}, d -> {});
              }
              session.open(request.data(), m -> {}, d -> {});
              session.evaluate(request, this::finished);
            });
  }

  private void finished(NumberedRun run) {
    navigator.go(new Place.Run(run.id()));
  }

  void registerCommands() {
    commands.add("file.open", Group.FILE, "Open a model or dataset …", "Shortcut+O", this::ask);
    commands.add("file.sample", Group.FILE, "Open the sample", null, this::openSample);
    commands.add(
        "report.export", Group.FILE, "Export", "Shortcut+E", notAnAudit(), this::exportShown);
    commands.add(
        "view.command",
        Group.FILE,
        "Copy as command",
        "Shortcut+Shift+C",
        hasNoCommand(),
        this::copyCommand);
    commands.add("file.quit", Group.FILE, "Quit Assay", "Shortcut+Q", stage::close);
    commands.add(
        "run.new", Group.RUN, "Evaluate", "Shortcut+R", () -> navigator.go(new Place.Evaluate()));
    commands.add(
        "run.cancel",
        Group.RUN,
        "Cancel what runs",
        "Shortcut+PERIOD",
        nothingRuns(),
        this::cancelAll);
    commands.add(
        "run.audit",
        Group.RUN,
        "Record an audit of this run …",
        "Shortcut+Shift+R",
        notARun(),
        this::recordShown);
    commands.add(
        "run.compare",
        Group.RUN,
        "Compare runs …",
        "Shortcut+Shift+D",
        () -> navigator.go(compared()));
    go("models", "Models", new Place.Models(), "Shortcut+1");
    go("datasets", "Datasets", new Place.Datasets(), "Shortcut+2");
    go("runs", "Runs", new Place.Runs(), "Shortcut+3");
    go("audits", "Audits", new Place.Audits(), "Shortcut+4");
    go("policies", "Policies", new Place.Policies(), "Shortcut+5");
    commands.add("go.back", Group.GO, "Back", "Alt+LEFT", navigator::back);
    commands.add("go.forward", Group.GO, "Forward", "Alt+RIGHT", navigator::forward);
    commands.add("view.larger", Group.VIEW, "Larger type", "Shortcut+PLUS", () -> scale(STEP));
    commands.add("view.smaller", Group.VIEW, "Smaller type", "Shortcut+MINUS", () -> scale(-STEP));
    commands.add(
        "view.look",
        Group.VIEW,
        "Switch between light and dark",
        "Shortcut+Shift+L",
        this::switchLook);
    go("settings", "Settings", new Place.Preferences(), "Shortcut+COMMA");
    commands.add(
        "help.glossary",
        Group.HELP,
        "Glossary of metrics",
        "F1",
        () -> navigator.go(new Place.Glossary("")));
    commands.add(
        "help.guide", Group.HELP, "User guide", null, () -> navigator.go(new Place.Help("index")));
  }

  /// The run that is shown as challenger, or none yet.
  private Place compared() {
    return new Place.Compare("", navigator.place().get() instanceof Place.Run run ? run.id() : "");
  }

  private void go(String id, String title, Place place, String keys) {
    commands.add("go." + id, Group.GO, title, keys, () -> navigator.go(place));
  }

  private ObservableStringValue notARun() {
    return Bindings.createStringBinding(
        () -> navigator.place().get() instanceof Place.Run ? "" : "Open a run first.",
        navigator.place());
  }

  private ObservableStringValue notAnAudit() {
    return Bindings.createStringBinding(
        () ->
            navigator.place().get() instanceof Place.Audit
                ? ""
                : "Open an audit first: its documents are exported.",
        navigator.place());
  }

  private ObservableStringValue nothingRuns() {
    return Bindings.createStringBinding(
        () -> session.tasks().running().isEmpty() ? "Nothing runs." : "",
        session.tasks().running());
  }

  private ObservableStringValue hasNoCommand() {
    return Bindings.createStringBinding(
        () -> {
          Screen now = shown.get();
          return now == null || now.command().isEmpty()
              ? "This screen has no twin on the command line."
              : "";
        },
        shown);
  }

  private void copyCommand() {
    Screen now = shown.get();
    if (now != null && !now.command().isEmpty()) {
      Clipboards.text(CommandLineText.of(now.command()));
    }
  }

  private void recordShown() {
    if (navigator.place().get() instanceof Place.Run run) {
      session.run(run.id()).ifPresent(this::record);
    }
  }

  private void exportShown() {
    if (stage.getScene().getRoot().lookup("#export-audit")
        instanceof javafx.scene.control.Button button) {
      button.fire();
    }
  }

  private void cancelAll() {
    session.tasks().running().forEach(item -> item.cancellation().cancel());
  }

  private void ask() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a model or dataset");
    File chosen = chooser.showOpenDialog(stage);
    if (chosen != null) {
      open(List.of(chosen.toPath()));
    }
  }

  private void scale(double step) {
    themes.scale().set(Math.clamp(Math.round((themes.scale().get() + step) * 10) / 10.0, 0.8, 2.0));
  }

  private void switchLook() {
    themes.choice().set(themes.look().get() == Look.DARK ? LookChoice.LIGHT : LookChoice.DARK);
  }
}

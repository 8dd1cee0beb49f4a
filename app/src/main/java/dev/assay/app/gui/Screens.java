package dev.assay.app.gui;

import dev.assay.app.gui.audit.AuditScreen;
import dev.assay.app.gui.audit.AuditsScreen;
import dev.assay.app.gui.audit.RecordDialog;
import dev.assay.app.gui.bias.BiasScreen;
import dev.assay.app.gui.card.CardScreen;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.command.Commands;
import dev.assay.app.gui.compare.CompareScreen;
import dev.assay.app.gui.dataset.DatasetScreen;
import dev.assay.app.gui.dataset.DatasetsScreen;
import dev.assay.app.gui.evaluate.EvaluateRequests;
import dev.assay.app.gui.evaluate.EvaluateScreen;
import dev.assay.app.gui.glossary.GlossaryScreen;
import dev.assay.app.gui.help.HelpScreen;
import dev.assay.app.gui.help.ShortcutsScreen;
import dev.assay.app.gui.ledger.LedgerScreen;
import dev.assay.app.gui.log.LogBook;
import dev.assay.app.gui.log.LogScreen;
import dev.assay.app.gui.model.ModelScreen;
import dev.assay.app.gui.model.ModelsScreen;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.policy.PoliciesScreen;
import dev.assay.app.gui.preferences.PreferencesScreen;
import dev.assay.app.gui.regime.RegimesScreen;
import dev.assay.app.gui.rows.ExamplesScreen;
import dev.assay.app.gui.run.RecordedRunScreen;
import dev.assay.app.gui.run.RunActs;
import dev.assay.app.gui.run.RunScreen;
import dev.assay.app.gui.run.RunsScreen;
import dev.assay.app.gui.run.UnderwayScreen;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.start.StartScreen;
import dev.assay.app.gui.theme.Themes;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Dataset;
import dev.assay.model.PreScan;
import dev.assay.slice.RowQuery;
import dev.assay.usecase.Demo;
import dev.assay.usecase.DemoSample;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Makes the screen of each place, and registers what can be done.
final class Screens {

  private final Session session;
  private final Navigator navigator;
  private final Commands commands;
  private final Themes themes;
  private final Stage stage;
  private final LogBook log;
  private final Consumer<Path> openWorkspace;

  Screens(
      Session session,
      Navigator navigator,
      Commands commands,
      Themes themes,
      Stage stage,
      LogBook log,
      Consumer<Path> openWorkspace) {
    this.session = session;
    this.navigator = navigator;
    this.commands = commands;
    this.themes = themes;
    this.stage = stage;
    this.log = log;
    this.openWorkspace = openWorkspace;
  }

  Screen of(Place place) {
    Runnable ask = () -> commands.get("file.open").perform();
    return switch (place) {
      case Place.Start ignored ->
          StartScreen.of(
              session,
              navigator,
              new StartScreen.Acts(
                  ask,
                  this::openSample,
                  this::openTexts,
                  file -> open(List.of(file)),
                  openWorkspace));
      case Place.Models ignored -> ModelsScreen.of(session, navigator, ask);
      case Place.Model model ->
          session
              .model(model.file())
              .<Screen>map(m -> new ModelScreen(session, navigator, m, themes.look()))
              .orElseGet(() -> gone("Models", "This model is no longer open.", ask));
      case Place.Datasets ignored -> DatasetsScreen.of(session, navigator, ask);
      case Place.Dataset data -> dataset(data.file(), null, ask);
      case Place.DatasetRows rows -> dataset(rows.file(), rows.query(), ask);
      case Place.Evaluate ignored -> EvaluateScreen.of(session, ask, this::evaluate);
      case Place.Runs ignored ->
          RunsScreen.of(session, navigator, () -> navigator.go(new Place.Evaluate()));
      case Place.Run run ->
          session
              .run(run.id())
              .map(this::run)
              .or(() -> recordedRun(run.id()))
              .orElseGet(() -> gone("Runs", "This run is no longer open.", ask));
      case Place.Underway begun -> underway(begun.id());
      case Place.Compare two -> new CompareScreen(session, navigator, two, themes.look());
      case Place.Rows rows ->
          session
              .run(rows.run())
              .<Screen>map(run -> new ExamplesScreen(session, run, rows.query()))
              .orElseGet(() -> gone("Runs", "This run is no longer open.", ask));
      case Place.Audits ignored -> AuditsScreen.of(session, navigator);
      case Place.Audit audit -> new AuditScreen(session, audit.id(), themes.look(), navigator);
      case Place.Card card ->
          new CardScreen(
              session, navigator, card.audit(), audit -> AuditScreen.reveals(session, audit));
      case Place.Policies ignored -> new PoliciesScreen(session);
      case Place.Regimes regimes -> new RegimesScreen(session, navigator, regimes);
      case Place.BiasAudit bias -> new BiasScreen(session, bias, themes.look());
      case Place.Ledger ignored -> new LedgerScreen(session);
      case Place.Glossary glossary -> GlossaryScreen.of(glossary.metric());
      case Place.Help help -> HelpScreen.of(help.page(), navigator);
      case Place.Shortcuts ignored -> ShortcutsScreen.of(commands);
      case Place.Log ignored -> LogScreen.of(log);
      case Place.Preferences ignored ->
          PreferencesScreen.of(session, themes, () -> commands.get("view.reset").perform());
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

  private Screen dataset(Path file, @Nullable RowQuery query, Runnable ask) {
    return session
        .dataset(file)
        .<Screen>map(found -> dataset(found, query))
        .orElseGet(() -> gone("Datasets", "This dataset is no longer open.", ask));
  }

  private Screen dataset(Dataset dataset, @Nullable RowQuery query) {
    return new DatasetScreen(
        session,
        dataset,
        themes.look(),
        new DatasetScreen.Acts(
            dataLinks(dataset.file()), again -> navigator.go(new Place.Dataset(again.file()))),
        query);
  }

  private RowLinks dataLinks(Path file) {
    return new RowLinks(query -> navigator.go(new Place.DatasetRows(file, query)));
  }

  private Screen run(NumberedRun run) {
    RowLinks links = new RowLinks(query -> navigator.go(new Place.Rows(run.id(), query)));
    return new RunScreen(
        session,
        run,
        themes.look(),
        new RunScreen.Acts(
            links,
            dataLinks(run.open().dataset().file()),
            () -> record(run),
            t -> evaluateAt(run, t)));
  }

  private void evaluateAt(NumberedRun run, double threshold) {
    evaluate(EvaluateRequests.at(run.open().request(), threshold));
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
      session.open(file, this::opened, data -> navigator.go(new Place.Dataset(data.file())));
    }
  }

  /// A model that the static look refuses is listed, so that one can look at it, but the window
  /// stays where it is and says why.
  private void opened(OpenModel model) {
    if (model.runnable()) {
      navigator.go(new Place.Model(model.file()));
      return;
    }
    model.artefact().preScan().findings().stream()
        .filter(item -> item.verdict() == PreScan.Verdict.REFUSED)
        .findFirst()
        .ifPresent(
            item ->
                session
                    .tasks()
                    .fail(new InputRejected(item.code(), item.sentence(), item.remedy())));
  }

  /// Begins an audit of a run of this session.
  void record(String run) {
    session.run(run).ifPresent(this::record);
  }

  /// Opens and evaluates the sample, and shows its results.
  void openSample() {
    sample(DemoSample.LENDING, this::evaluate);
  }

  /// Opens and evaluates the sample of texts, and shows its results.
  void openTexts() {
    sample(DemoSample.MESSAGES, this::evaluate);
  }

  /// The same without leaving the place where we are.
  void evaluateSample() {
    sample(DemoSample.LENDING, request -> session.evaluate(request, run -> {}));
  }

  private void sample(DemoSample sample, Consumer<EvaluateRequest> start) {
    Path home = Path.of(System.getProperty("user.home"), ".assay");
    Path folder =
        home.resolve(
            switch (sample) {
              case LENDING -> "sample";
              case MESSAGES -> "messages";
            });
    Demo demo = session.wiring().demo(folder, session.workspace().get(), sample);
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
              start.accept(request);
            });
  }

  private void evaluate(EvaluateRequest request) {
    navigator.go(new Place.Underway(session.evaluate(request, this::finished).id()));
  }

  /// Who waits for it sees it; who went elsewhere is told.
  private void finished(NumberedRun run) {
    if (navigator.place().get().equals(new Place.Underway(run.id()))) {
      navigator.replace(new Place.Run(run.id()));
    } else {
      session.tasks().tell("The run of " + run.title() + " is finished; it is in Runs.");
    }
  }

  private Screen underway(String id) {
    return session
        .underway(id)
        .<Screen>map(
            run ->
                new UnderwayScreen(
                    session,
                    run,
                    themes.look(),
                    () -> {
                      session.suggest(run.request());
                      navigator.go(new Place.Evaluate());
                    }))
        .orElseGet(() -> of(new Place.Run(id)));
  }
}

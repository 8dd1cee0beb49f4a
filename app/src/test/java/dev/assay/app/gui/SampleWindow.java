package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;

import dev.assay.app.gui.session.Stated;
import dev.assay.app.gui.session.Underway;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.finding.Policies;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.TabPane;

/// A window in which the sample is open, evaluated and audited; made once for all tests that only
/// look.
final class SampleWindow {

  private static SampleWindow only;

  private final WindowDriver driver;
  private final EvaluateRequest request;
  private final String run;
  private final String audit;
  private final String stopped;

  private SampleWindow(
      WindowDriver driver, EvaluateRequest request, String run, String audit, String stopped) {
    this.driver = driver;
    this.request = request;
    this.run = run;
    this.audit = audit;
    this.stopped = stopped;
  }

  static synchronized SampleWindow get() throws Exception {
    if (only == null) {
      only = make(Files.createTempDirectory("assay-sample-window"));
    }
    return only;
  }

  private static SampleWindow make(Path folder) throws Exception {
    WindowDriver driver = WindowDriver.open(folder);
    AssayWindow window = driver.window();
    Demo demo = new Demo(folder, null);
    demo.prepare();
    EvaluateRequest request = demo.request();
    on(
        () -> {
          window.themes().choice().set(LookChoice.LIGHT);
          window.session().open(Objects.requireNonNull(request.model()), m -> {}, d -> {});
          window.session().open(request.data(), m -> {}, d -> {});
          return true;
        });
    await(
        () ->
            on(
                () ->
                    window.session().models().size() == 1
                        && window.session().datasets().size() == 1));
    AtomicReference<String> run = new AtomicReference<>("");
    on(() -> window.session().evaluate(request, r -> run.set(r.id())));
    await(() -> !run.get().isEmpty());
    on(
        () -> {
          window
              .session()
              .record(
                  window.session().run(run.get()).orElseThrow(),
                  Policies.load("default"),
                  new Stated(
                      "Lending model before release", "Decides on small loans", "", List.of()),
                  r -> {});
          return true;
        });
    await(() -> on(() -> window.session().audits().size() == 1));
    String audit = on(() -> window.session().audits().getFirst().id());
    String stopped =
        on(
            () -> {
              Underway begun = window.session().evaluate(request, r -> {});
              begun.item().cancellation().cancel();
              return begun.id();
            });
    driver.settle();
    return new SampleWindow(driver, request, run.get(), audit, stopped);
  }

  WindowDriver driver() {
    return driver;
  }

  String run() {
    return run;
  }

  String audit() {
    return audit;
  }

  EvaluateRequest request() {
    return request;
  }

  /// Every kind of place, by a name for pictures.
  Map<String, Place> places() {
    Map<String, Place> all = new LinkedHashMap<>();
    all.put("start", new Place.Start());
    all.put("models", new Place.Models());
    all.put("model", new Place.Model(Objects.requireNonNull(request.model())));
    all.put("datasets", new Place.Datasets());
    all.put("dataset", new Place.Dataset(request.data()));
    all.put("evaluate", new Place.Evaluate());
    all.put("runs", new Place.Runs());
    all.put("run", new Place.Run(run));
    all.put("underway", new Place.Underway(stopped));
    all.put("rows", new Place.Rows(run, RowQuery.of(SliceKey.WHOLE)));
    all.put("compare", new Place.Compare(run, run));
    all.put("audits", new Place.Audits());
    all.put("audit", new Place.Audit(audit));
    all.put("policies", new Place.Policies());
    all.put("regimes", new Place.Regimes(audit, "eu-ai-act"));
    all.put("ledger", new Place.Ledger());
    all.put("glossary", new Place.Glossary("roc_auc"));
    all.put("guide", new Place.Help("index"));
    all.put("keys", new Place.Shortcuts());
    all.put("log", new Place.Log());
    all.put("settings", new Place.Preferences());
    return all;
  }

  /// What to do at each screen, tab by tab.
  @FunctionalInterface
  interface Look {
    /// @param name of the place and the tab
    void at(String name) throws Exception;
  }

  /// Goes everywhere and opens every tab.
  void everywhere(Look look) throws Exception {
    for (Map.Entry<String, Place> entry : places().entrySet()) {
      driver.go(entry.getValue());
      driver.settle();
      List<String> tabs = tabs();
      if (tabs.isEmpty()) {
        look.at(entry.getKey());
      }
      for (int i = 0; i < tabs.size(); i++) {
        int tab = i;
        on(
            () -> {
              pane().getSelectionModel().select(tab);
              return true;
            });
        driver.settle();
        look.at(entry.getKey() + "-" + tabs.get(i));
      }
    }
  }

  private List<String> tabs() throws Exception {
    return on(
        () -> {
          List<String> names = new ArrayList<>();
          TabPane pane = pane();
          if (pane != null) {
            pane.getTabs()
                .forEach(
                    t ->
                        names.add(
                            t.getText().toLowerCase(java.util.Locale.ROOT).replace(' ', '-')));
          }
          return names;
        });
  }

  private TabPane pane() {
    Node found = driver.window().scene().getRoot().lookup(".tab-pane");
    return found instanceof TabPane tabs ? tabs : null;
  }
}

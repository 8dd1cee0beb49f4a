package dev.assay.app.gui.start;

import dev.assay.app.gui.part.Icons;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.settings.Settings;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import dev.assay.store.AuditStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The first page: what was found last, and ways to go on. Nothing on it is made up: until there is
/// a run, the sample is being evaluated.
public final class StartScreen {

  private static final List<String> HEADLINES =
      List.of("accuracy", "roc_auc", "recall", "ece", "mae", "rmse", "r2");
  private static final int MOST = 5;

  private final Session session;
  private final Navigator navigator;
  private final Acts acts;
  private final VBox latest = new VBox();

  /// What the first page lets do.
  ///
  /// @param openFile asks for a file and opens it
  /// @param openSample opens and evaluates the sample
  /// @param openTexts opens and evaluates the sample of texts
  /// @param open opens a file
  /// @param workspace opens a workspace
  public record Acts(
      Runnable openFile,
      Runnable openSample,
      Runnable openTexts,
      Consumer<Path> open,
      Consumer<Path> workspace) {}

  private StartScreen(Session session, Navigator navigator, Acts acts) {
    this.session = session;
    this.navigator = navigator;
    this.acts = acts;
  }

  /// The page.
  public static Screen of(Session session, Navigator navigator, Acts acts) {
    return new StartScreen(session, navigator, acts).screen();
  }

  private Screen screen() {
    Label title = new Label("Is this model fair enough to ship, and how sure are we?");
    title.getStyleClass().add("start-title");
    title.setWrapText(true);
    fillLatest();
    ListChangeListener<NumberedRun> runs = change -> fillLatest();
    session.runs().addListener(runs);
    FlowPane recent = new FlowPane(16, 16);
    VBox asked = wide(new AskedCard(session, navigator).node());
    Subscription settings = session.settings().subscribe(now -> fillRecent(recent, asked));
    ListChangeListener<Object> audits = change -> fillRecent(recent, asked);
    session.audits().addListener(audits);
    VBox page = new VBox(20, title, zone(), latest, recent);
    page.getStyleClass().addAll("start");
    page.setAlignment(Pos.TOP_LEFT);
    javafx.scene.Parent node = Parts.page(page);
    return new Screen() {
      @Override
      public List<String> trail() {
        return List.of("Start");
      }

      @Override
      public javafx.scene.Parent node() {
        return node;
      }

      @Override
      public void close() {
        session.runs().removeListener(runs);
        session.audits().removeListener(audits);
        settings.unsubscribe();
      }
    };
  }

  private void fillRecent(FlowPane recent, VBox asked) {
    Settings known = session.settings().get();
    recent
        .getChildren()
        .setAll(
            asked,
            recent("Recent models", known.models(), acts.open()),
            recent("Recent datasets", known.datasets(), acts.open()),
            recent("Workspaces", known.workspaces(), acts.workspace()),
            audits());
  }

  private VBox zone() {
    Button file = new Button("Open a model or dataset …", Icons.of(Feather.UPLOAD));
    file.setId("open-file");
    file.getStyleClass().add("primary");
    file.setOnAction(event -> acts.openFile().run());
    Button sample = new Button("Open the sample");
    sample.setId("open-sample");
    sample.setOnAction(event -> acts.openSample().run());
    Button texts = new Button("Open the text sample");
    texts.setId("open-texts");
    texts.setOnAction(event -> acts.openTexts().run());
    VBox zone =
        new VBox(
            10,
            Parts.text(
                "Drop a model (ONNX, a Hugging Face folder or zip) or a dataset (CSV, Parquet, JSON Lines) anywhere on this window."),
            Parts.quiet(
                "Files are parsed in a confined process of their own. Nothing leaves this machine."),
            new FlowPane(10, 10, file, sample, texts));
    zone.getStyleClass().addAll("card", "drop-zone");
    return zone;
  }

  private void fillLatest() {
    latest.getChildren().clear();
    if (session.runs().isEmpty()) {
      return;
    }
    NumberedRun run = session.runs().getFirst();
    Evaluation evaluation = run.open().run().evaluation();
    FlowPane numbers = new FlowPane(12, 12);
    for (String metric : HEADLINES) {
      evaluation
          .row(metric, SliceKey.WHOLE)
          .ifPresent(row -> numbers.getChildren().add(number(metric, row.value(), row.n())));
    }
    Button open = new Button("Read the results");
    open.setId("open-latest");
    open.setOnAction(event -> navigator.go(new Place.Run(run.id())));
    VBox card =
        Parts.card(
            "Latest run: " + Visible.of(run.title(), 100),
            Rounded.minute(evaluation.provenance().finished()),
            numbers,
            open);
    latest.getChildren().setAll(card);
  }

  private static VBox number(String metric, MetricValue value, long n) {
    String name = MetricCatalogue.find(metric).map(MetricDefinition::name).orElse(metric);
    return switch (value) {
      case MetricValue.Undefined u -> Parts.figure(name, "–", "undefined: " + u.reason());
      case MetricValue.Defined d ->
          Parts.figure(
              name,
              Rounded.number(d.value()),
              d.interval() == null
                  ? "no interval"
                  : Rounded.range(d.interval().lower(), d.interval().upper()),
              "n " + Rounded.count(n));
    };
  }

  private VBox audits() {
    VBox list = new VBox(4);
    for (AuditStore.Listed audit : session.audits().stream().limit(MOST).toList()) {
      Hyperlink link = new Hyperlink(Visible.of(audit.title(), 60));
      link.setOnAction(event -> navigator.go(new Place.Audit(audit.id())));
      Label when = new Label(Rounded.minute(audit.created()));
      when.getStyleClass().add("secondary");
      list.getChildren().add(row(link, when));
    }
    if (session.audits().isEmpty()) {
      list.getChildren().add(Parts.quiet("None in this workspace yet."));
    }
    return wide(Parts.card("Recent audits", "", list));
  }

  private static VBox recent(String title, List<String> files, Consumer<Path> open) {
    VBox list = new VBox(4);
    for (String file : files.stream().limit(MOST).toList()) {
      Path path = Path.of(file);
      boolean there = Files.exists(path);
      Hyperlink link = new Hyperlink(Visible.of(String.valueOf(path.getFileName()), 60));
      link.setDisable(!there);
      link.setOnAction(event -> open.accept(path));
      Label where =
          new Label(there ? Visible.of(String.valueOf(path.getParent()), 60) : "no longer there");
      where.getStyleClass().add("secondary");
      list.getChildren().add(row(link, where));
    }
    if (files.isEmpty()) {
      list.getChildren().add(Parts.quiet("None yet."));
    }
    return wide(Parts.card(title, "", list));
  }

  private static FlowPane row(Hyperlink link, Label remark) {
    link.setMinWidth(HBox.USE_PREF_SIZE);
    FlowPane row = new FlowPane(8, 0, link, remark);
    remark.setTooltip(new Tooltip(remark.getText()));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static VBox wide(VBox card) {
    card.setPrefWidth(480);
    return card;
  }
}

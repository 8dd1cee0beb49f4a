package dev.assay.app.gui.run;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.dataset.ImbalancePane;
import dev.assay.app.gui.document.DocumentTabs;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.policy.PolicyNames;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.finding.Finding;
import dev.assay.finding.Policy;
import dev.assay.finding.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Results of a run, judged by a policy that can be changed here; recording an audit is a step of
/// its own. Every number leads to its rows.
public final class RunScreen implements Screen {

  private static final int THRESHOLD_TAB = 4;

  private final Session session;
  private final NumberedRun run;
  private final ObservableValue<Look> look;
  private final Acts acts;
  private final VBox page = new VBox(12);
  private final HBox marks = new HBox(8);
  private final ComboBox<Policy> policy = new ComboBox<>();
  private @Nullable DocumentTabs document;
  private @Nullable ThresholdPane threshold;
  private boolean closed;

  /// Where this screen leads.
  ///
  /// @param links to the rows behind a number
  /// @param data to the rows behind a number of the dataset
  /// @param audit begins an audit of this run
  /// @param again evaluates at another threshold
  public record Acts(RowLinks links, RowLinks data, Runnable audit, DoubleConsumer again) {}

  /// @param look light or dark, followed live by charts
  public RunScreen(Session session, NumberedRun run, ObservableValue<Look> look, Acts acts) {
    this.session = session;
    this.run = run;
    this.look = look;
    this.acts = acts;
    page.getStyleClass().add("page");
    page.getChildren().addAll(head(), below(), Parts.quiet("Judging …"));
    policy.valueProperty().subscribe(this::judge);
    policy.getItems().stream()
        .filter(p -> p.id().equals("default"))
        .findFirst()
        .ifPresent(policy::setValue);
  }

  private Node head() {
    Label title = new Label(run.title());
    title.getStyleClass().add("page-title");
    title.setMinWidth(0);
    title.setTooltip(new Tooltip(run.title()));
    policy.setItems(FXCollections.observableArrayList(session.policies()));
    policy.setConverter(new PolicyNames());
    policy.setAccessibleText("Policy that judges");
    policy.setId("run-policy");
    Button audit = new Button("Record an audit …");
    audit.setId("record-audit");
    audit.setMinWidth(Region.USE_PREF_SIZE);
    audit.setOnAction(event -> acts.audit().run());
    HBox head = new HBox(10, title, Parts.space(), policy, audit);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node below() {
    var provenance = run.open().run().evaluation().provenance();
    Duration took = Duration.between(provenance.started(), provenance.finished());
    Label when =
        new Label(
            String.format(
                Locale.ROOT,
                "Finished in %.1f s · seed %d",
                took.toMillis() / 1000.0,
                provenance.seed()));
    when.getStyleClass().add("muted");
    FlowPane below = new FlowPane(16, 4, marks, when);
    below.setAlignment(Pos.CENTER_LEFT);
    return below;
  }

  private void judge(@Nullable Policy chosen) {
    if (chosen != null) {
      session.draft(
          run,
          chosen,
          draft -> {
            if (!closed && chosen.equals(policy.getValue())) {
              show(draft);
            }
          });
    }
  }

  private void show(Session.Draft draft) {
    List<Finding> findings = draft.dossier().audit().findings();
    marks
        .getChildren()
        .setAll(
            Parts.badge("✗ " + count(findings, Verdict.FAIL) + " fail", "fail"),
            Parts.badge("✓ " + count(findings, Verdict.PASS) + " pass", "pass"),
            Parts.badge(
                "? " + count(findings, Verdict.INSUFFICIENT_EVIDENCE) + " need more evidence",
                "undecided"));
    int selected = document == null ? 0 : selected(document.node());
    closeDocument();
    document = new DocumentTabs(draft.document(), look, acts.links());
    TabPane tabs = document.node();
    if (ThresholdPane.fits(run)) {
      lazy(tabs, THRESHOLD_TAB, "Threshold", "tab-threshold", this::threshold);
    }
    lazy(
        tabs,
        THRESHOLD_TAB + 1,
        "All slices",
        "tab-slices",
        () -> new SliceTable(run.open().run().evaluation(), acts.links()).node());
    lazy(
        tabs,
        THRESHOLD_TAB + 3,
        "Imbalance",
        "tab-imbalance",
        () -> new ImbalancePane(session, run.open().dataset(), look, acts.data()).node());
    tabs.getSelectionModel().select(Math.min(selected, tabs.getTabs().size() - 1));
    VBox.setVgrow(tabs, Priority.ALWAYS);
    page.getChildren().set(2, tabs);
  }

  private static int selected(TabPane tabs) {
    return tabs.getSelectionModel().getSelectedIndex();
  }

  /// A tab whose content is made when it is first chosen.
  private static void lazy(
      TabPane tabs, int position, String title, String id, Supplier<Node> content) {
    Tab tab = new Tab(title);
    tab.setId(id);
    tab.selectedProperty()
        .subscribe(
            chosen -> {
              if (chosen && tab.getContent() == null) {
                tab.setContent(content.get());
              }
            });
    tabs.getTabs().add(Math.min(position, tabs.getTabs().size()), tab);
  }

  /// Sorting the scores takes a moment; the pane comes when it is done.
  private Node threshold() {
    VBox holder = new VBox(Parts.quiet("Sorting the scores …"));
    ThresholdPane.make(
        session,
        run,
        look,
        acts.links(),
        acts.again(),
        pane -> {
          threshold = pane;
          holder.getChildren().setAll(pane);
        });
    return Parts.page(holder);
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(f -> f.verdict() == verdict).count();
  }

  private void closeDocument() {
    if (document != null) {
      document.close();
    }
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", run.title());
  }

  @Override
  public List<String> command() {
    return run.open().request().command();
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void close() {
    closed = true;
    closeDocument();
    if (threshold != null) {
      threshold.close();
    }
  }
}

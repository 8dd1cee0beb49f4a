package dev.assay.app.gui.audit;

import dev.assay.app.gui.card.CardTab;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.report.ReportOrder;
import dev.assay.app.gui.report.ReportPane;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.audit.Additions;
import dev.assay.audit.Review;
import dev.assay.audit.SignOff;
import dev.assay.common.Visible;
import dev.assay.finding.Verdict;
import dev.assay.provenance.Provenance;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.ReviewAudit;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A recorded audit: its review, the report as it will be filed, the model card, the history.
public final class AuditScreen implements Screen {

  private final Session session;
  private final String id;
  private final ObservableValue<Look> look;
  private final Navigator navigator;
  private final VBox page = new VBox(10);
  private final TabPane tabs = new TabPane();
  private @Nullable Shown reported;
  private @Nullable ReportPane report;
  private boolean anyway;

  /// @param look light or dark, followed live by charts
  /// @param navigator leads to the rows behind a number, where the run is still open
  public AuditScreen(Session session, String id, ObservableValue<Look> look, Navigator navigator) {
    this.navigator = navigator;
    this.session = session;
    this.id = id;
    this.look = look;
    page.getStyleClass().add("page");
    page.getChildren().add(Parts.quiet("Reading the audit …"));
    session.load(id, this::show);
  }

  /// Whether who works here may see the verdict of an audit: the own judgement comes first.
  public static boolean reveals(Session session, RecordedAudit recorded) {
    ReviewAudit reviews = session.wiring().reviewAudit(session.workspace().get());
    return new ReviewModel(recorded, reviews.person(), reviews::now).reveals();
  }

  private void show(RecordedAudit recorded) {
    ReviewAudit reviews = session.wiring().reviewAudit(session.workspace().get());
    ReviewModel model = new ReviewModel(recorded, reviews.person(), reviews::now);
    ReviewActs acts = new ReviewActs(session, model, reviews);
    Exporting exporting = new Exporting(session, model::recorded, this::command);
    Tab reportTab = tab("Report", "tab-report", new VBox());
    Tab review =
        tab(
            "Review",
            "tab-review",
            new ReviewPane(
                model,
                acts,
                new RemarkActs(session, model),
                look,
                anchor -> lead(model, reportTab, anchor),
                links(recorded)));
    tabs.getTabs()
        .setAll(
            review,
            reportTab,
            CardTab.of(session, recorded, model::reveals),
            signOff(model),
            tab("History", "tab-history", new HistoryPane(model, acts)),
            tab("Feedback", "tab-feedback", Parts.page(new FeedbackPane(session, model))));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    reportTab
        .selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                report(model, reportTab);
              }
            });
    VBox.setVgrow(tabs, Priority.ALWAYS);
    page.getChildren().setAll(head(model, exporting), new SubmitBar(model, acts), tabs);
  }

  /// To the rows of the audited run, while it is open in this window.
  private RowLinks links(RecordedAudit recorded) {
    Provenance audited = recorded.dossier().run().evaluation().provenance();
    return session.runs().stream()
        .filter(r -> r.open().run().evaluation().provenance().equals(audited))
        .findFirst()
        .map(r -> new RowLinks(query -> navigator.go(new Place.Rows(r.id(), query))))
        .orElse(RowLinks.NONE);
  }

  private Tab signOff(ReviewModel model) {
    SignOffPane pane = new SignOffPane(session, model);
    ScrollPane scroll = new ScrollPane(pane);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("page-scroll");
    Tab tab = tab("Sign-off", "tab-sign-off", scroll);
    tab.selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                pane.look();
              }
            });
    return tab;
  }

  private static Tab tab(String title, String id, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }

  /// Title and what can be done in one row, marks in the next: large type needs the width.
  private VBox head(ReviewModel model, Exporting exporting) {
    Label title = Parts.text(Visible.of(model.audit().title(), 100));
    title.getStyleClass().add("page-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    exporting.button().setMinWidth(Region.USE_PREF_SIZE);
    Button regimes = new Button("Regimes");
    regimes.setId("open-regimes");
    regimes.setMinWidth(Region.USE_PREF_SIZE);
    regimes.setAccessibleText("Which evidence this audit holds for laws and standards");
    regimes.setOnAction(event -> navigator.go(new Place.Regimes(id, "")));
    HBox first = new HBox(10, title, regimes, exporting.button());
    first.setAlignment(Pos.CENTER_LEFT);
    Label policy =
        Parts.quiet(
            "Policy " + Visible.of(model.audit().policyId(), 40) + " · you are " + model.person());
    FlowPane marks = new FlowPane(8, 6);
    marks.setRowValignment(VPos.CENTER);
    marks.setMinHeight(Region.USE_PREF_SIZE);
    Runnable mark =
        () -> {
          marks.getChildren().setAll(marks(model));
          marks.getChildren().add(policy);
        };
    model.reviewProperty().subscribe(review -> mark.run());
    model.signOffProperty().subscribe(now -> mark.run());
    return new VBox(4, first, marks);
  }

  /// The state once somebody signed, the review, the verdict.
  private static List<Node> marks(ReviewModel model) {
    List<Node> marks = new ArrayList<>();
    SignOff signOff = model.signOff();
    if (signOff != null && !signOff.signatures().isEmpty()) {
      Label state = Parts.badge("✎ " + signOff.state(), "neutral");
      state.setId("state");
      marks.add(state);
    }
    marks.add(stage(model));
    marks.add(verdict(model));
    return marks;
  }

  private static Label stage(ReviewModel model) {
    Label stage = Parts.badge(model.stage(), "neutral");
    stage.setId("stage");
    return stage;
  }

  private static Label verdict(ReviewModel model) {
    Verdict verdict = model.audit().verdict();
    String kind =
        !model.reveals()
            ? "neutral"
            : switch (verdict) {
              case PASS -> "pass";
              case FAIL -> "fail";
              case INSUFFICIENT_EVIDENCE -> "undecided";
            };
    Label badge = Parts.badge(model.verdictWords(), kind);
    badge.setId("verdict");
    return badge;
  }

  /// The report as it will be filed; it states the verdict, so it waits for the own judgement.
  private void report(ReviewModel model, Tab tab) {
    if (!model.reveals() && !anyway) {
      Button show = new Button("Show the report anyway");
      show.setOnAction(
          event -> {
            anyway = true;
            report(model, tab);
          });
      VBox box =
          new VBox(
              12,
              Parts.text(
                  "The report states the verdict. It is shown once your own judgement is recorded"
                      + " under Review."),
              show);
      box.getStyleClass().add("empty");
      box.setId("report-hidden");
      tab.setContent(box);
    } else if (!Shown.of(model).equals(reported)) {
      Shown now = Shown.of(model);
      RecordedAudit recorded = model.recorded();
      report = new ReportPane(session, recorded, look, links(recorded));
      reported = now;
      tab.setContent(report.node());
    }
  }

  /// What the report on the screen was written from.
  private record Shown(Review review, @Nullable SignOff signOff, Additions additions) {

    static Shown of(ReviewModel model) {
      return new Shown(model.review(), model.signOff(), model.additions());
    }
  }

  /// Leads to a place in the report.
  private void lead(ReviewModel model, Tab tab, String anchor) {
    tabs.getSelectionModel().select(tab);
    ReportPane shown = report;
    if (shown != null && Shown.of(model).equals(reported)) {
      shown.open(anchor);
    }
  }

  @Override
  public List<String> trail() {
    return List.of("Audits", id);
  }

  @Override
  public List<String> command() {
    List<String> command = new ArrayList<>(List.of("report", id));
    command.addAll(ReportOrder.of(session, id).options());
    command.addAll(
        List.of(
            "--format",
            "html,pdf,json,md,csv",
            "--workspace",
            session.workspace().get().toString()));
    return command;
  }

  @Override
  public Parent node() {
    return page;
  }
}

package dev.assay.app.gui.report;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.document.DocumentTabs;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.AssayException;
import dev.assay.common.Visible;
import dev.assay.report.Reports;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.report.document.Document;
import dev.assay.report.document.Language;
import dev.assay.store.AuditStore;
import dev.assay.usecase.RecordedAudit;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The report of an audit: whom it is for, what it holds and in which order, beside how it will
/// look, on the screen or page by page as it will be printed. What was chosen is kept for each
/// audit.
public final class ReportPane {

  private static final int DOTS_PER_INCH = 110;
  private static final int MOST_PAGES = 40;
  private static final int LONGEST = 60;
  private static final double MARGIN = 40;

  private final Session session;
  private final RecordedAudit recorded;
  private final ObservableValue<Look> look;
  private final RowLinks links;
  private final ComboBox<ReportKind> kind = new ComboBox<>();
  private final ComboBox<Language> language = new ComboBox<>();
  private final ComboBox<AuditStore.@Nullable Listed> champion = new ComboBox<>();
  private final ToggleButton sections = new ToggleButton("Sections");
  private final ToggleButton paper = new ToggleButton("As printed");
  private final StackPane preview = new StackPane();
  private final SectionChooser chooser = new SectionChooser(this::change);
  private final VBox node;
  private ReportChoice choice;
  private boolean showing;
  private @Nullable TaskItem underway;
  private @Nullable DocumentTabs tabs;

  /// How it will look, or why it cannot be written.
  private sealed interface Preview {
    record OnScreen(Document document) implements Preview {}

    record Printed(List<byte[]> pages) implements Preview {}

    record Refused(String why) implements Preview {}
  }

  /// @param look light or dark, followed live by charts
  /// @param links to the rows of the audited run
  public ReportPane(
      Session session, RecordedAudit recorded, ObservableValue<Look> look, RowLinks links) {
    this.session = session;
    this.recorded = recorded;
    this.look = look;
    this.links = links;
    this.choice = ReportOrder.of(session, recorded.audit().id()).choice();
    FlowPane head = head();
    HBox body = new HBox(12, preview);
    HBox.setHgrow(preview, Priority.ALWAYS);
    VBox.setVgrow(body, Priority.ALWAYS);
    sections
        .selectedProperty()
        .subscribe(
            open -> {
              body.getChildren().setAll(open ? List.of(chooser.node(), preview) : List.of(preview));
            });
    node = new VBox(8, head, body);
    node.getStyleClass().add("report-pane");
    node.setId("report-pane");
    show();
    write();
  }

  /// The pane.
  public Node node() {
    return node;
  }

  /// Leads to a place in the report, where it is shown on the screen.
  public void open(String anchor) {
    DocumentTabs shown = tabs;
    if (shown != null) {
      shown.open(anchor);
    }
  }

  private FlowPane head() {
    kind.setId("report-kind");
    kind.setAccessibleText("Whom the report is for");
    kind.getItems().setAll(ReportKind.values());
    kind.setConverter(shown(ReportPane::title));
    kind.valueProperty().subscribe((was, is) -> change(c -> c.kind() == is ? c : c.of(is)));
    language.setId("report-language");
    language.setAccessibleText("Language of the report");
    language.setConverter(shown(Language::ownName));
    language
        .valueProperty()
        .subscribe((was, is) -> change(c -> (Object) is == null ? c : c.in(is)));
    champion.setId("report-champion");
    champion.setAccessibleText("The audit of the model in use");
    champion.setPromptText("Compared with …");
    champion.setItems(
        new FilteredList<>(session.audits(), other -> !other.id().equals(recorded.audit().id())));
    champion.setConverter(shown(other -> Visible.of(other.title(), LONGEST)));
    champion
        .valueProperty()
        .subscribe((was, is) -> change(c -> is == null ? c : c.against(is.id())));
    sections.setId("report-choose");
    sections.setAccessibleText("Choose and move sections");
    paper.setId("report-paper");
    paper.setAccessibleText("Show the pages as they will be printed");
    paper.selectedProperty().subscribe((was, is) -> write());
    FlowPane head = new FlowPane(8, 6, kind, language, champion, sections, paper);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// Changes the choice, keeps it and writes the report anew.
  private void change(UnaryOperator<ReportChoice> how) {
    if (showing) {
      return;
    }
    ReportChoice changed = how.apply(choice);
    if (!changed.equals(choice)) {
      choice = changed;
      session.remember(s -> s.withReport(recorded.audit().id(), changed.text()));
      show();
      write();
    }
  }

  private void show() {
    showing = true;
    kind.setValue(choice.kind());
    language.getItems().setAll(choice.languages());
    language.setValue(choice.language());
    language.setDisable(choice.languages().size() < 2);
    boolean comparing = choice.kind() == ReportKind.COMPARISON;
    champion.setVisible(comparing);
    champion.setManaged(comparing);
    champion.setValue(
        champion.getItems().stream()
            .filter(a -> a != null && a.id().equals(choice.champion()))
            .findFirst()
            .orElse(null));
    chooser.show(choice);
    showing = false;
  }

  private void write() {
    TaskItem before = underway;
    if (before != null) {
      before.cancellation().cancel();
    }
    if (preview.getChildren().isEmpty()) {
      preview.getChildren().setAll(Parts.quiet("Writing the report …"));
    }
    ReportOrder order = ReportOrder.of(session, recorded.audit().id()).with(choice);
    String lacking = lacking();
    if (!lacking.isEmpty()) {
      underway = null;
      show(new Preview.Refused(lacking));
      return;
    }
    boolean printed = paper.isSelected();
    TaskItem[] own = new TaskItem[1];
    own[0] =
        session
            .tasks()
            .start(
                "Writing the report",
                item -> preview(order, printed, item),
                made -> {
                  if (own[0] == underway) {
                    show(made);
                  }
                });
    underway = own[0];
  }

  /// What has to be chosen before a report can be written; empty when nothing has.
  private String lacking() {
    if (choice.kind() != ReportKind.COMPARISON || choice.champion() != null) {
      return "";
    }
    return champion.getItems().isEmpty()
        ? "A comparison needs a second audit, and there is no other here. Record one of the model"
            + " in use first."
        : "Choose above which audit this one is compared with: that of the model in use.";
  }

  private Preview preview(ReportOrder order, boolean printed, TaskItem item) {
    try {
      ReportPlan plan = order.plan(session.wiring(), recorded);
      return printed
          ? new Preview.Printed(
              Reports.pages(
                  Reports.pdf(recorded.dossier(), plan),
                  DOTS_PER_INCH,
                  MOST_PAGES,
                  item.cancellation()::isRequested))
          : new Preview.OnScreen(Reports.document(recorded.dossier(), plan));
    } catch (AssayException cannot) {
      return new Preview.Refused(cannot.sentence() + " " + cannot.remedy());
    }
  }

  private void show(Preview made) {
    DocumentTabs before = tabs;
    if (before != null) {
      before.close();
    }
    tabs = null;
    preview
        .getChildren()
        .setAll(
            switch (made) {
              case Preview.OnScreen screen -> {
                DocumentTabs shown = new DocumentTabs(screen.document(), look, links);
                tabs = shown;
                yield shown.node();
              }
              case Preview.Printed printed -> pages(printed.pages());
              case Preview.Refused refused -> refused(refused.why());
            });
  }

  private static Node refused(String why) {
    VBox box = new VBox(Parts.text(Visible.of(why, 400)));
    box.getStyleClass().add("empty");
    box.setId("report-refused");
    return box;
  }

  private static Node pages(List<byte[]> pages) {
    VBox sheets = new VBox(14);
    sheets.setAlignment(Pos.TOP_CENTER);
    sheets.getStyleClass().add("report-sheets");
    List<ImageView> views = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      ImageView page = new ImageView(new Image(new ByteArrayInputStream(pages.get(i))));
      page.setPreserveRatio(true);
      page.setSmooth(true);
      page.setAccessibleText("Page " + (i + 1) + " of " + pages.size());
      views.add(page);
      VBox sheet = new VBox(page);
      sheet.getStyleClass().add("report-sheet");
      sheet.setMaxWidth(VBox.USE_PREF_SIZE);
      sheets.getChildren().add(sheet);
    }
    ScrollPane scroll = new ScrollPane(sheets);
    scroll
        .viewportBoundsProperty()
        .subscribe(
            bounds ->
                views.forEach(
                    page ->
                        page.setFitWidth(
                            Math.clamp(
                                bounds.getWidth() - MARGIN, 1, page.getImage().getWidth()))));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    scroll.setId("report-pages");
    scroll.setAccessibleText("The report as it will be printed, " + pages.size() + " pages");
    return scroll;
  }

  /// A kind in words.
  static String title(ReportKind kind) {
    return switch (kind) {
      case EXECUTIVE -> "Executive summary (one page)";
      case FULL -> "Full report";
      case BIAS_AUDIT -> "Bias audit";
      case COMPARISON -> "Comparison";
      case MONITORING -> "Monitoring";
    };
  }

  private static <T> StringConverter<@Nullable T> shown(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }
}

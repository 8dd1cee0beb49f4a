package dev.assay.app.gui.audit;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.document.BlockNodes;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;
import dev.assay.report.document.Block;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The selected finding and its evidence. The evidence stays closed until the reviewer opens it,
/// and that is recorded.
final class EvidencePane extends VBox {

  private static final int LONGEST = 600;

  private final ReviewModel model;
  private final ReviewActs acts;
  private final BlockNodes nodes;
  private final Map<String, Block.Section> gathered = new HashMap<>();
  private final VBox evidence = new VBox(10);
  private final FindingRemarks remarks;
  private String shown = "";

  /// @param remarks what is said about the selected finding
  /// @param look light or dark, followed live by charts
  /// @param lead leads to a place in the report
  /// @param links lead to the rows behind a number, where they are at hand
  EvidencePane(
      ReviewModel model,
      ReviewActs acts,
      FindingRemarks remarks,
      ObservableValue<Look> look,
      Consumer<String> lead,
      RowLinks links) {
    this.model = model;
    this.acts = acts;
    this.remarks = remarks;
    this.nodes = new BlockNodes(look, lead, links);
    getStyleClass().add("card");
    setId("evidence-pane");
    model.selected().subscribe(finding -> build());
    model.reviewProperty().subscribe(review -> build());
  }

  /// Opens the evidence of the selected finding; recorded once.
  void open() {
    Finding finding = model.selected().get();
    if (finding != null && model.evidenceOpened() == null) {
      acts.openEvidence(finding, section -> gathered(finding, section));
    }
  }

  private void build() {
    Finding finding = model.selected().get();
    Instant opened = model.evidenceOpened();
    String now = finding == null ? "" : finding.id() + " " + opened;
    if (finding == null) {
      getChildren().setAll(Parts.quiet("Choose a finding."));
    } else if (!now.equals(shown)) {
      getChildren().setAll(head(finding), sentence(finding));
      getChildren().addAll(opened == null ? closed() : open(finding, opened), remarks);
    }
    shown = now;
  }

  private static HBox head(Finding finding) {
    FindingLine line = new FindingLine(finding, "");
    Label title = Parts.text(Visible.of(finding.title(), LONGEST));
    title.getStyleClass().add("heading-2");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head =
        new HBox(
            10,
            title,
            Parts.badge(
                line.mark().sign() + " " + line.word(),
                line.mark().name().toLowerCase(Locale.ROOT)));
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  private static Label sentence(Finding finding) {
    return Parts.text(Visible.of(finding.sentence(), LONGEST));
  }

  private VBox closed() {
    Button open = new Button("Open the evidence");
    open.setId("open-evidence");
    open.getStyleClass().add("primary");
    open.setWrapText(true);
    open.setMinHeight(USE_PREF_SIZE);
    open.setOnAction(event -> open());
    VBox box =
        new VBox(
            10,
            Parts.quiet(
                "The evidence is closed. Opening it is recorded; only then can the finding be disposed of."),
            open);
    box.getStyleClass().add("closed-evidence");
    return box;
  }

  private VBox open(Finding finding, Instant opened) {
    evidence.getChildren().setAll(Parts.quiet("Gathering the evidence …"));
    Block.Section section = gathered.get(finding.id());
    if (section == null) {
      acts.gather(finding, s -> gathered(finding, s));
    } else {
      show(section);
    }
    Label when = Parts.quiet("Evidence opened " + Rounded.minute(opened) + ".");
    when.getStyleClass().add("secondary");
    return new VBox(10, when, evidence);
  }

  private void gathered(Finding finding, Block.Section section) {
    gathered.put(finding.id(), section);
    if (finding.equals(model.selected().get())) {
      show(section);
    }
  }

  /// A table that is wider than the pane scrolls by itself; the words around it stay.
  private static void scrolling(Node table) {
    if (table instanceof GridPane grid && grid.getParent() instanceof VBox box) {
      int place = box.getChildren().indexOf(grid);
      box.getChildren().remove(grid);
      ScrollPane scroll = new ScrollPane(grid);
      scroll.setFitToWidth(true);
      scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      scroll.getStyleClass().add("table-scroll");
      scroll.minHeightProperty().bind(grid.heightProperty().add(14));
      box.getChildren().add(place, scroll);
    }
  }

  private void show(Block.Section section) {
    nodes.cancel();
    VBox document = nodes.section(section);
    nodes.finish();
    document.setId("evidence");
    List.copyOf(document.lookupAll(".grid")).forEach(EvidencePane::scrolling);
    evidence.getChildren().setAll(document);
  }
}

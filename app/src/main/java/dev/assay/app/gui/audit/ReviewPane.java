package dev.assay.app.gui.audit;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.theme.Look;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The review at work: own judgement and recommendation on top; findings, the evidence of one, and
/// what becomes of it beside each other. In a narrow window the form stands below the evidence.
final class ReviewPane extends VBox {

  /// Three columns need this many times the width of the list, which follows the size of type.
  private static final double WIDE = 3.4;

  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final HBox columns = new HBox(10);
  private final FindingsList findings;
  private final ScrollPane evidence;
  private final ScrollPane form;
  private final EvidencePane evidencePane;
  private final DispositionPane dispositionPane;

  /// @param remarks say something about the selected finding
  /// @param look light or dark, followed live by charts
  /// @param lead leads to a place in the report
  /// @param links lead to the rows behind a number, where they are at hand
  ReviewPane(
      ReviewModel model,
      ReviewActs acts,
      RemarkActs remarks,
      ObservableValue<Look> look,
      Consumer<String> lead,
      RowLinks links) {
    super(10);
    evidencePane =
        new EvidencePane(model, acts, new FindingRemarks(model, remarks), look, lead, links);
    dispositionPane = new DispositionPane(model, acts);
    findings = new FindingsList(model, evidencePane::open);
    evidence = scroll();
    form = scroll();
    form.getStyleClass().add("disposition-scroll");
    HBox.setHgrow(evidence, Priority.ALWAYS);
    VBox.setVgrow(columns, Priority.ALWAYS);
    getStyleClass().add("review");
    getChildren().addAll(new JudgementCard(model, acts), columns);
    columns.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SAVE.match(event)) {
            dispositionPane.save();
            event.consume();
          }
        });
    widthProperty().subscribe(width -> arrange());
    findings.minWidthProperty().subscribe(width -> arrange());
    model.selected().subscribe(finding -> evidence.setVvalue(0));
  }

  private void arrange() {
    boolean wide = getWidth() >= findings.getMinWidth() * WIDE;
    if (wide == columns.getChildren().contains(form) && !columns.getChildren().isEmpty()) {
      return;
    }
    form.setContent(null);
    evidence.setContent(null);
    if (wide) {
      evidence.setContent(evidencePane);
      form.setContent(dispositionPane);
      columns.getChildren().setAll(findings, evidence, form);
    } else {
      evidence.setContent(new VBox(10, evidencePane, dispositionPane));
      columns.getChildren().setAll(findings, evidence);
    }
  }

  private static ScrollPane scroll() {
    ScrollPane scroll = new ScrollPane();
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    return scroll;
  }
}

package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.audit.Disagreement;
import dev.assay.audit.ReviewEvent;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How far the review has come, and the act that ends it. Where judgement and recommendation
/// differ, it asks why.
final class SubmitBar extends VBox {

  private final ReviewModel model;
  private final ReviewActs acts;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label progress = new Label();
  private final Label hindrance = Parts.quiet("");
  private final Button submit = new Button("Submit the review");
  private final ComboBox<Disagreement.Reason> reason = new ComboBox<>();
  private final TextField text = new TextField();
  private final HBox override;

  SubmitBar(ReviewModel model, ReviewActs acts) {
    super(4);
    this.model = model;
    this.acts = acts;
    progress.setId("progress");
    progress.getStyleClass().add("card-title");
    progress.setMinWidth(Region.USE_PREF_SIZE);
    bar.getStyleClass().add("review-progress");
    bar.setAccessibleText("Failed findings disposed of");
    hindrance.setId("submit-hindrance");
    submit.setId("submit-review");
    submit.setMinWidth(Region.USE_PREF_SIZE);
    submit.getStyleClass().add("primary");
    submit.setOnAction(event -> submit());
    HBox row = new HBox(10, bar, progress, Parts.space(), submit);
    row.setAlignment(Pos.CENTER_LEFT);
    reason.setId("override-reason");
    reason.setPromptText("reason to differ");
    reason.setAccessibleText("Why your judgement differs from the recommendation");
    reason.getItems().setAll(Disagreement.Reason.values());
    reason.setConverter(Words.of(r -> r == null ? "" : r.words()));
    text.setId("override-text");
    text.setPromptText("Why you judge otherwise, in your own words");
    text.setAccessibleText("Why you judge otherwise");
    HBox.setHgrow(text, Priority.ALWAYS);
    Label asks = new Label("Differs from the recommendation:");
    asks.getStyleClass().add("attention-text");
    asks.setMinWidth(Region.USE_PREF_SIZE);
    override = new HBox(10, asks, reason, text);
    override.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, hindrance, override);
    model.reviewProperty().subscribe(review -> update());
    reason.valueProperty().subscribe(now -> update());
    text.textProperty().subscribe(now -> update());
  }

  private void update() {
    progress.setText(model.progress());
    bar.setProgress(model.share());
    ReviewEvent.Submitted submitted = model.review().submitted();
    boolean asks = submitted == null && model.differs() && model.rules().hindrance().isEmpty();
    override.setVisible(asks);
    override.setManaged(asks);
    String why = model.submitHindrance(reason.getValue(), text.getText());
    submit.setDisable(!why.isEmpty());
    hindrance.setText(
        submitted == null
            ? (why.isEmpty() ? "Ready: another person approves what you submit." : why)
            : "Submitted by "
                + Visible.of(submitted.by(), 40)
                + ", "
                + Rounded.minute(submitted.at())
                + "; it waits for another person.");
  }

  private void submit() {
    Disagreement.@Nullable Reason chosen = reason.getValue();
    acts.submit(
        model.differs() && chosen != null
            ? new Disagreement(chosen, text.getText().strip())
            : null);
  }
}

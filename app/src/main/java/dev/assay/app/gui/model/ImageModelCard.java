package dev.assay.app.gui.model;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Visible;
import dev.assay.model.ImageModel;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What the files beside the graph of a model of images say: architecture, labels, how an image is
/// made to fit, and the variants, of which another can be opened.
final class ImageModelCard {

  private ImageModelCard() {}

  /// @param opened the folder, zip or graph that was opened
  /// @param open opens another variant
  static VBox of(ImageModel beside, Path opened, Consumer<Path> open) {
    GridPane values = new GridPane();
    values.getStyleClass().add("key-values");
    TransformerCard.line(
        values,
        "Architecture",
        Parts.text(TransformerCard.architecture(beside.architecture(), beside.modelType())));
    TransformerCard.line(values, "Labels", Parts.text(TransformerCard.labels(beside.labels())));
    TransformerCard.line(
        values,
        "Images",
        Parts.text("turned upright, " + String.join(", ", beside.reading().steps())));
    TransformerCard.line(
        values,
        "Prepared as by",
        Parts.text(beside.processor().isEmpty() ? "not said" : Visible.of(beside.processor(), 80)));
    TransformerCard.line(
        values,
        "Variants",
        TransformerCard.variants(beside.variants(), beside.variant(), opened, open));
    VBox card = Parts.card("Image model", "from the files beside the graph", values);
    card.setId("model-images");
    return card;
  }
}

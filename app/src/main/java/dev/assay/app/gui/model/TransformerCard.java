package dev.assay.app.gui.model;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import dev.assay.model.Transformer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the files beside a text model's graph say: architecture, labels, tokenizer, length of
/// texts, and the variants, of which another can be opened.
final class TransformerCard {

  private static final int SHOWN = 24;

  private TransformerCard() {}

  /// @param opened the folder, zip or graph that was opened
  /// @param open opens another variant
  static VBox of(Transformer beside, Path opened, Consumer<Path> open) {
    GridPane values = new GridPane();
    values.getStyleClass().add("key-values");
    line(
        values,
        "Architecture",
        Parts.text(architecture(beside.architecture(), beside.modelType())));
    line(values, "Labels", Parts.text(labels(beside.labels())));
    line(
        values,
        "Tokenizer",
        Parts.text(
            beside.tokenizer()
                + ", "
                + number(beside.vocabulary())
                + " tokens; the model knows "
                + number(beside.embeddings())));
    line(
        values,
        "Length of texts",
        Parts.text(
            number(beside.positions())
                + " positions; "
                + (beside.maxLength() == 0
                    ? "texts are never cut"
                    : "texts are cut at " + number(beside.maxLength()) + " tokens")));
    line(values, "Variants", variants(beside.variants(), beside.variant(), opened, open));
    VBox card = Parts.card("Text model", "from the files beside the graph", values);
    for (Warning warning : beside.warnings()) {
      card.getChildren()
          .addAll(
              Parts.text("! " + warning.sentence()),
              Parts.quiet(warning.remedy() + "  [" + warning.code() + "]"));
    }
    card.setId("model-transformer");
    return card;
  }

  static void line(GridPane values, String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setMinWidth(Label.USE_PREF_SIZE);
    GridPane.setHgrow(value, Priority.ALWAYS);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    values.addRow(values.getRowCount(), label, value);
  }

  /// The graphs of the same model; each but the one in use can be opened.
  static VBox variants(
      List<Transformer.Variant> all, String inUse, Path opened, Consumer<Path> open) {
    VBox list = new VBox(4);
    for (Transformer.Variant variant : all.stream().limit(SHOWN).toList()) {
      boolean used = variant.file().equals(inUse);
      String file = Visible.of(variant.file(), 80);
      Label words =
          new Label(
              String.format(
                  Locale.ROOT,
                  "%s, %s, %,.1f KiB",
                  file,
                  variant.kind(),
                  variant.bytes() / 1024.0));
      FlowPane row = new FlowPane(8, 2, words);
      row.setAlignment(Pos.CENTER_LEFT);
      if (used) {
        row.getChildren().add(Parts.badge("in use", "neutral"));
      }
      Variants.other(opened, inUse, variant)
          .ifPresent(
              path -> {
                Button other = new Button("Open this one");
                other.getStyleClass().addAll("quiet", "small");
                other.setAccessibleText("Open the variant " + file);
                other.setOnAction(event -> open.accept(path));
                row.getChildren().add(other);
              });
      list.getChildren().add(row);
    }
    return list;
  }

  static String architecture(String architecture, String modelType) {
    String name = architecture.isEmpty() ? "not said" : Visible.of(architecture, 80);
    return modelType.isEmpty() ? name : name + " (" + Visible.of(modelType, 40) + ")";
  }

  static String labels(List<String> labels) {
    if (labels.isEmpty()) {
      return "not said; classes are those of the dataset";
    }
    String all = Visible.of(String.join(", ", labels.stream().limit(SHOWN).toList()), 400);
    return labels.size() > SHOWN ? all + " and " + (labels.size() - SHOWN) + " more" : all;
  }

  private static String number(int value) {
    return value == 0 ? "an unknown number" : String.format(Locale.ROOT, "%,d", value);
  }
}

package dev.assay.app.gui.dataset;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Boxes that choose a column by its name.
final class Choice {

  private Choice() {}

  /// @param none what an empty first entry says; absent without one
  static ComboBox<String> of(
      String id, String accessible, List<String> names, @Nullable String none) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(accessible);
    if (none != null) {
      box.getItems().add("");
    }
    box.getItems().addAll(names);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String name) {
            return name == null || name.isEmpty() ? none == null ? "" : none : DataWords.name(name);
          }

          @Override
          public String fromString(String words) {
            throw new IllegalStateException("not editable");
          }
        });
    box.getSelectionModel().selectFirst();
    box.setVisibleRowCount(14);
    return box;
  }

  /// Words and boxes in a row.
  static HBox row(Object... parts) {
    HBox row = new HBox(8);
    for (Object part : parts) {
      if (part instanceof Node node) {
        row.getChildren().add(node);
      } else {
        Label words = new Label(String.valueOf(part));
        words.setMinWidth(Label.USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        row.getChildren().add(words);
      }
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}

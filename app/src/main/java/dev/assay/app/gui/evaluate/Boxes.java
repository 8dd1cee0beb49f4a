package dev.assay.app.gui.evaluate;

import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;

/// Controls that choose, bound both ways.
final class Boxes {

  private static final int LONGEST = 60;

  private Boxes() {}

  /// One of these, or none.
  ///
  /// @param none what no choice means
  static ComboBox<@Nullable String> choice(
      ObjectProperty<@Nullable String> chosen, List<String> values, String none) {
    ComboBox<@Nullable String> box = new ComboBox<>();
    fill(box, values);
    box.setConverter(shown(v -> Visible.of(v, LONGEST), none));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  /// Offers others; what was chosen stays when it is among them.
  static void fill(ComboBox<@Nullable String> box, List<String> values) {
    @Nullable String kept = box.getValue();
    List<@Nullable String> items = new ArrayList<>();
    items.add(null);
    items.addAll(values);
    box.getItems().setAll(items);
    box.setValue(kept != null && values.contains(kept) ? kept : null);
  }

  /// Any of these.
  static <T> ComboBox<T> any(ObjectProperty<T> chosen, List<T> values, Function<T, String> words) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new IllegalStateException("not editable");
          }
        });
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  /// These and none before them.
  static <T> ObservableList<@Nullable T> withNone(ObservableList<T> items) {
    ObservableList<@Nullable T> all = FXCollections.observableArrayList();
    all.add(null);
    all.addAll(items);
    return all;
  }

  /// Several of these.
  static CheckComboBox<String> several(List<String> items, ObservableList<String> chosen) {
    CheckComboBox<String> box = new CheckComboBox<>(FXCollections.observableArrayList(items));
    box.setConverter(shown(v -> Visible.of(v, LONGEST), ""));
    chosen.forEach(box.getCheckModel()::check);
    box.getCheckModel()
        .getCheckedItems()
        .addListener(
            (ListChangeListener<String>)
                change -> chosen.setAll(box.getCheckModel().getCheckedItems()));
    return box;
  }

  /// What is typed.
  static TextField typed(String id, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  /// How choices read.
  ///
  /// @param none how no choice reads
  static <T> StringConverter<@Nullable T> shown(Function<T, String> words, String none) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? none : words.apply(value);
      }

      @Override
      public @Nullable T fromString(String text) {
        throw new IllegalStateException("not editable");
      }
    };
  }
}

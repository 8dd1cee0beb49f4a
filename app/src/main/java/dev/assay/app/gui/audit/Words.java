package dev.assay.app.gui.audit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Choices as words; nothing is read back from text.
///
/// @param word of a choice
record Words<T>(Function<T, String> word) {

  static <T> StringConverter<T> of(Function<T, String> word) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T choice) {
        return choice == null ? "" : word.apply(choice);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }
}

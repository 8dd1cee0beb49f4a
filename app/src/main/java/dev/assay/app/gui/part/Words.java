package dev.assay.app.gui.part;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How choices read.
public final class Words {

  private Words() {}

  /// Shows choices in these words; nothing is typed.
  ///
  /// @param words of a choice; null is no choice
  public static <T extends @Nullable Object> StringConverter<T> of(
      Function<@Nullable T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new IllegalStateException("not editable");
      }
    };
  }
}

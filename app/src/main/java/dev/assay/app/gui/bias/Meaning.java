package dev.assay.app.gui.bias;

import dev.assay.regime.ll144.Labelled;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a word of the data means.
///
/// @param <C> sexes or races
sealed interface Meaning<C extends Enum<C> & Labelled> {

  /// A category.
  record In<C extends Enum<C> & Labelled>(C category) implements Meaning<C> {}

  /// It does not say the category: whoever has it is counted apart, and stands in no table.
  record Unknown<C extends Enum<C> & Labelled>() implements Meaning<C> {}

  /// For people.
  default String words() {
    return switch (this) {
      case In<C> in -> in.category().label();
      case Unknown<C> ignored -> "unknown, in no table";
    };
  }

  /// What a word plainly says: the name of one category and of no other; null where somebody has to
  /// say it.
  ///
  /// @param categories all of them
  /// @param hints words of each category, in their order, that no other has
  static <C extends Enum<C> & Labelled> @Nullable Meaning<C> guess(
      String word, C[] categories, List<List<String>> hints) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    for (C category : categories) {
      if (plain.equals(category.label().toLowerCase(Locale.ROOT)) || plain.equals(category.id())) {
        return new In<>(category);
      }
    }
    List<C> hit =
        Arrays.stream(categories)
            .filter(c -> hints.get(c.ordinal()).stream().anyMatch(hint -> says(plain, hint)))
            .toList();
    return hit.size() == 1 ? new In<>(hit.getFirst()) : null;
  }

  private static boolean says(String plain, String hint) {
    return hint.length() == 1 ? plain.equals(hint) : plain.matches(".*\\b" + hint + ".*");
  }
}

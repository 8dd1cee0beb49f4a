package dev.assay.regime.ll144;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.regime.ll144.Statement.Grouping;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the words of a column mean. Words that the statement does not mention mean what they say: a
/// category is recognised by its id or label, whatever its case; any other word is refused, so that
/// nobody is left out unnoticed.
///
/// @param <C> sexes or races
final class Words<C extends Enum<C> & Labelled> {

  private static final int LONGEST_SHOWN = 80;

  private final Grouping<C> grouping;
  private final C[] categories;
  private final Map<String, Optional<C>> known = new HashMap<>();

  Words(Grouping<C> grouping, C[] categories) {
    this.grouping = grouping;
    this.categories = categories;
  }

  /// The category of a word, null where it is unknown.
  ///
  /// @param word null = missing
  /// @throws InputRejected when nothing is said of it
  @Nullable C category(@Nullable String word) {
    return word == null ? null : known.computeIfAbsent(word, this::look).orElse(null);
  }

  private Optional<C> look(String word) {
    C given = grouping.values().get(word.strip());
    if (given != null) {
      return Optional.of(given);
    }
    if (word.isBlank() || grouping.unknown().contains(word.strip())) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(categories)
            .filter(c -> isNamed(c, word.strip()))
            .findFirst()
            .orElseThrow(() -> refused(word)));
  }

  private static boolean isNamed(Labelled category, String word) {
    return category.label().equalsIgnoreCase(word) || category.id().equalsIgnoreCase(word);
  }

  private InputRejected refused(String word) {
    return new InputRejected(
        "LL144-CATEGORY",
        "The statement does not say which category '"
            + Visible.of(word, LONGEST_SHOWN)
            + "' of the column '"
            + Visible.of(grouping.column(), LONGEST_SHOWN)
            + "' is.",
        "Add it to 'values' with its category, or to 'unknown'; unknown people are counted and told.");
  }
}

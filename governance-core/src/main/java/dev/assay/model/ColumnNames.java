package dev.assay.model;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the column a model's name speaks of: exactly that name, or one that differs only in case
/// and punctuation, if it is the only one.
final class ColumnNames {

  private final Map<String, ColumnSpec> exact = new HashMap<>();
  private final Map<String, Optional<ColumnSpec>> plain = new HashMap<>();

  /// The label and stored answers are no candidates: a guess must never feed them to a model.
  ColumnNames(DatasetSpec dataset) {
    for (ColumnSpec column : dataset.columns()) {
      if (isCandidate(column.role())) {
        exact.put(column.name(), column);
        plain.merge(plain(column.name()), Optional.of(column), (a, b) -> Optional.empty());
      }
    }
  }

  private static boolean isCandidate(ColumnRole role) {
    return switch (role) {
      case LABEL, SCORE, PREDICTION -> false;
      case FEATURE, SENSITIVE, WEIGHT, ID, TIMESTAMP, TEXT, IMAGE, UNUSED -> true;
    };
  }

  Optional<Match> find(String name) {
    ColumnSpec same = exact.get(name);
    if (same != null) {
      return Optional.of(new Match(same, "same name"));
    }
    String key = plain(name);
    return key.isEmpty()
        ? Optional.empty()
        : plain
            .getOrDefault(key, Optional.empty())
            .map(c -> new Match(c, "same name but for case and punctuation"));
  }

  /// The columns of all these names, empty unless every one is found and no column twice.
  Optional<List<String>> findAll(List<String> names) {
    List<String> found =
        names.stream().flatMap(n -> find(n).stream()).map(m -> m.column().name()).toList();
    boolean whole =
        found.size() == names.size() && found.stream().distinct().count() == found.size();
    return whole && !found.isEmpty() ? Optional.of(found) : Optional.empty();
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /// A column and why it was taken.
  record Match(ColumnSpec column, String reason) {}
}

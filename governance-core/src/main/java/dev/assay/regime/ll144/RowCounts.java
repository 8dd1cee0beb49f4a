package dev.assay.regime.ll144;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.regime.ll144.RateTable.Count;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of a dataset, one a person, counted by sex, race and outcome in one pass.
final class RowCounts {

  private static final int MOST_GROUPS = BiasAudits.MOST_WORDS;
  private static final int MOST_SHOWN = 8;
  private static final int LONGEST_SHOWN = 80;
  private static final String ABOVE = "above";
  private static final String NOT_ABOVE = "not above";
  private static final int CELLS = Sex.values().length * Race.values().length;

  private final Statement statement;
  private final int[] cell;

  /// People of each cell by what became of them.
  private final SortedMap<String, long[]> byOutcome = new TreeMap<>();

  private long unknown;
  private long withoutOutcome;
  private @Nullable Double median;

  private RowCounts(Statement statement, int[] cell) {
    this.statement = statement;
    this.cell = cell;
  }

  /// Counts.
  ///
  /// @param outcome the column of outcomes or scores
  /// @throws InputRejected when a value has no category
  static RowCounts of(Statement statement, Dataset data, String outcome) {
    Column sexes = data.column(statement.sex().column());
    Column races = data.column(statement.race().column());
    Words<Sex> sex = new Words<>(statement.sex(), Sex.values());
    Words<Race> race = new Words<>(statement.race(), Race.values());
    int[] cell = new int[data.rows()];
    for (int row = 0; row < cell.length; row++) {
      Sex ofRow = sex.category(sexes.text(row));
      Race raceOfRow = race.category(races.text(row));
      cell[row] =
          ofRow == null || raceOfRow == null
              ? -1
              : ofRow.ordinal() * Race.values().length + raceOfRow.ordinal();
    }
    RowCounts counts = new RowCounts(statement, cell);
    Column column = data.column(outcome);
    if (statement.outcome().form() == Form.SCORING) {
      counts.score(column, outcome);
    } else {
      counts.sort(column, outcome);
    }
    return counts;
  }

  /// The different words of a column, in the order of their first row.
  ///
  /// @param most words that are looked for
  static List<String> words(Column column, int most) {
    Set<String> words = new LinkedHashSet<>();
    for (int row = 0; row < column.rows() && words.size() < most; row++) {
      String word = word(column, row);
      if (word != null && !word.isEmpty()) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  private void sort(Column column, String name) {
    for (int row = 0; row < cell.length; row++) {
      String word = word(column, row);
      count(row, word);
      if (byOutcome.size() > MOST_GROUPS) {
        throw new InputRejected(
            "LL144-OUTCOMES",
            "The column '"
                + Visible.of(name, LONGEST_SHOWN)
                + "' has more than "
                + MOST_GROUPS
                + " different values, too many to be outcomes.",
            "Name another column under 'outcome', or the form scoring for numbers.");
      }
    }
  }

  /// The word as people write it: whole numbers without a point.
  private static @Nullable String word(Column column, int row) {
    String text = column.text(row);
    if (text == null || !(column instanceof Column.Numbers numbers)) {
      return text == null ? null : text.strip();
    }
    return new BigDecimal(numbers.values()[row]).stripTrailingZeros().toPlainString();
  }

  private void score(Column column, String name) {
    double[] scores = scores(column, name);
    double[] sorted = Arrays.stream(scores).filter(s -> !Double.isNaN(s)).sorted().toArray();
    if (sorted.length == 0) {
      return;
    }
    int half = sorted.length / 2;
    double middle = sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    median = middle;
    // decision: two neighbouring scores may leave no number between them to tell them apart
    double least = sorted.length % 2 == 1 ? middle : sorted[half - 1];
    for (int row = 0; row < cell.length; row++) {
      count(row, Double.isNaN(scores[row]) ? null : scores[row] > least ? ABOVE : NOT_ABOVE);
    }
  }

  private static double[] scores(Column column, String name) {
    double[] scores = new double[column.rows()];
    switch (column) {
      case Column.Numbers numbers ->
          System.arraycopy(numbers.values(), 0, scores, 0, scores.length);
      case Column.Integers whole ->
          Arrays.setAll(scores, r -> whole.isMissing(r) ? Double.NaN : whole.values()[r]);
      case Column.Categories ignored -> throw noScores(name);
      case Column.Texts ignored -> throw noScores(name);
    }
    return scores;
  }

  private static InputRejected noScores(String name) {
    return new InputRejected(
        "LL144-SCORES",
        "The column '" + Visible.of(name, LONGEST_SHOWN) + "' holds words and not scores.",
        "Name a column of numbers under 'outcome', or another form.");
  }

  private void count(int row, @Nullable String outcome) {
    if (outcome == null || outcome.isEmpty()) {
      withoutOutcome++;
    } else if (cell[row] < 0) {
      unknown++;
      byOutcome.computeIfAbsent(outcome, o -> new long[CELLS]);
    } else {
      byOutcome.computeIfAbsent(outcome, o -> new long[CELLS])[cell[row]]++;
    }
  }

  /// The audit of these counts.
  ///
  /// @throws InputRejected when nobody has an outcome that the statement names, or a category is
  ///   left out that is too large
  BiasAudit audit() {
    Map<Category, String> excluded = Exclusions.of(statement, counted(List.of()));
    List<BiasAudit.Outcome> outcomes = new ArrayList<>();
    for (Map.Entry<String, List<String>> one : named().entrySet()) {
      outcomes.add(BiasAudit.outcome(one.getKey(), counted(one.getValue()), excluded));
    }
    return new BiasAudit(
        statement.outcome().form(),
        List.copyOf(outcomes),
        byOutcome.values().stream().flatMapToLong(Arrays::stream).sum(),
        unknown,
        withoutOutcome,
        median);
  }

  /// Which outcomes count, by the name of their tables.
  private Map<String, List<String>> named() {
    Map<String, List<String>> named = new LinkedHashMap<>();
    switch (statement.outcome().form()) {
      case SCORING -> named.put("", List.of(ABOVE));
      case CLASSIFICATION -> byOutcome.keySet().forEach(name -> named.put(name, List.of(name)));
      case SELECTION -> {
        statement.outcome().selected().forEach(this::requireFound);
        named.put("", statement.outcome().selected());
      }
    }
    return named;
  }

  private void requireFound(String selected) {
    if (!byOutcome.containsKey(selected)) {
      throw new InputRejected(
          "LL144-SELECTED",
          "Nobody has the outcome '"
              + Visible.of(selected, LONGEST_SHOWN)
              + "'; the data has "
              + byOutcome.keySet().stream()
                  .limit(MOST_SHOWN)
                  .map(o -> "'" + Visible.of(o, LONGEST_SHOWN) + "'")
                  .collect(Collectors.joining(", "))
              + ".",
          "Write under 'selected' what stands in the data.");
    }
  }

  private Map<Category, Count> counted(List<String> favoured) {
    Map<Category, Count> counts = new LinkedHashMap<>();
    for (Sex sex : Sex.values()) {
      for (Race race : Race.values()) {
        int index = sex.ordinal() * Race.values().length + race.ordinal();
        long all = byOutcome.values().stream().mapToLong(c -> c[index]).sum();
        long well =
            favoured.stream()
                .mapToLong(o -> byOutcome.getOrDefault(o, new long[CELLS])[index])
                .sum();
        counts.put(new Category(sex, race), new Count(all, well));
      }
    }
    return counts;
  }
}

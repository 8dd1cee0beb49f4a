package dev.assay.regime.ll144;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One table of a bias audit: numbers, rates and impact ratios of all its categories. Impact ratios
/// come from unrounded rates: the rate of a category over that of the category with the highest one
/// (5-300).
///
/// @param breakdown which of the three
/// @param rows one a category
public record RateTable(Breakdown breakdown, List<Row> rows) {

  /// One category.
  ///
  /// @param assessed people in it
  /// @param favoured those who were selected, assigned, or scored above the median
  /// @param impact its impact ratio, or why there is none
  public record Row(Category category, long assessed, long favoured, Impact impact) {

    /// Share of those who fared well; absent where nobody was assessed.
    public Optional<Ratio> rate() {
      return assessed == 0 ? Optional.empty() : Optional.of(Ratio.of(favoured, assessed));
    }
  }

  /// People of one category.
  ///
  /// @param assessed how many
  /// @param favoured how many of them fared well
  public record Count(long assessed, long favoured) {

    /// @throws IllegalArgumentException when more fared well than there are
    public Count {
      if (favoured < 0 || favoured > assessed) {
        throw new IllegalArgumentException(favoured + " of " + assessed);
      }
    }

    Count plus(Count other) {
      return new Count(assessed + other.assessed, favoured + other.favoured);
    }
  }

  /// An impact ratio, or why there is none.
  public sealed interface Impact {

    /// The ratio.
    record Of(Ratio ratio) implements Impact {}

    /// A person left the category out, and says why (5-301(d)).
    record Excluded(String reason) implements Impact {}

    /// It cannot be computed.
    record Undefined(String reason) implements Impact {}
  }

  /// The table of these counts.
  ///
  /// @param counts by category; one without an entry has nobody in it
  /// @param excluded reasons by category left out of impact ratios
  static RateTable of(
      Breakdown breakdown, Map<Category, Count> counts, Map<Category, String> excluded) {
    Count nobody = new Count(0, 0);
    Ratio best = null;
    for (Category category : Category.of(breakdown)) {
      Count count = counts.getOrDefault(category, nobody);
      if (count.assessed > 0 && !excluded.containsKey(category)) {
        Ratio rate = Ratio.of(count.favoured, count.assessed);
        best = best == null || rate.compareTo(best) > 0 ? rate : best;
      }
    }
    Ratio highest = best;
    return new RateTable(
        breakdown,
        Category.of(breakdown).stream()
            .map(c -> row(c, counts.getOrDefault(c, nobody), excluded.get(c), highest))
            .toList());
  }

  private static Row row(
      Category category, Count count, @Nullable String excluded, @Nullable Ratio highest) {
    Impact impact;
    if (excluded != null) {
      impact = new Impact.Excluded(excluded);
    } else if (count.assessed == 0) {
      impact = new Impact.Undefined("nobody in the category");
    } else if (highest == null || highest.isZero()) {
      impact = new Impact.Undefined("no category has a rate above zero");
    } else {
      impact = new Impact.Of(Ratio.of(count.favoured, count.assessed).over(highest));
    }
    return new Row(category, count.assessed, count.favoured, impact);
  }

  /// People in all categories.
  public long assessed() {
    return rows.stream().mapToLong(Row::assessed).sum();
  }
}

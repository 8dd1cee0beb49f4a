package dev.assay.check.composition;

import dev.assay.dataset.Dataset;
import dev.assay.work.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The people that a dataset should stand for, as shares of groups.
public sealed interface Population {

  /// Nobody said whom the data should stand for.
  record Unknown() implements Population {}

  /// Every group equally common.
  record Equal() implements Population {}

  /// Shares that somebody knows.
  ///
  /// @param source where they come from, in words
  /// @param shares share of each group, 0 to 1
  record Known(String source, Map<String, Double> shares) implements Population {}

  /// Shares of a column of another dataset, which is taken as the population itself.
  ///
  /// @param dataset it
  /// @param column its column
  /// @throws dev.assay.common.UsageError when there is no such column
  static Known of(Dataset dataset, String column, Cancellation cancellation) {
    Grouped groups = Grouped.of(dataset, List.of(column), cancellation);
    long[] counts = groups.counts();
    Map<String, Double> shares = new TreeMap<>();
    for (int g = 0; g < counts.length; g++) {
      shares.put(groups.groups().get(g), (double) counts[g] / dataset.rows());
    }
    return new Known(String.valueOf(dataset.file().getFileName()), shares);
  }

  /// Shares as people type them, one group a line: `White = 60.5 %`, `Black: 12.1%`, `Other 0.1`.
  /// With a per cent sign anywhere, or a number above 1, all are per cents. Groups may be left out.
  ///
  /// @throws dev.assay.common.InputRejected when a line is none of these, or the shares add up to
  ///   more than 101 %
  static Known parse(String text) {
    return TypedShares.of(text);
  }
}

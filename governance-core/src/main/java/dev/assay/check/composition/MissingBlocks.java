package dev.assay.check.composition;

import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Where values are missing: per column and block of rows, and which columns miss them together.
///
/// @param rows all rows
/// @param bounds first row (0-based) of each block, and at the end the number of rows
/// @param columns columns with missing values, most missing first, at most [#MOST_COLUMNS]
/// @param incomplete columns with missing values in all
/// @param complete columns without
/// @param together pairs of columns that are missing in the same rows, strongest first
public record MissingBlocks(
    long rows,
    List<Integer> bounds,
    List<ColumnBlocks> columns,
    int incomplete,
    int complete,
    List<Together> together) {

  /// Columns that are looked at block by block.
  public static final int MOST_COLUMNS = 60;

  /// Blocks of rows at most.
  public static final int MOST_BLOCKS = 60;

  private static final int PAIRED = 24;
  private static final int PAIRS = 12;
  private static final double NOTABLE = 0.5;
  private static final int STEP = 1 << 16;

  /// One column.
  ///
  /// @param name its name
  /// @param missing rows without a value
  /// @param blocks the same in each block
  public record ColumnBlocks(String name, long missing, List<Long> blocks) {}

  /// Two columns that are missing in the same rows.
  ///
  /// @param first name of a column
  /// @param second name of another
  /// @param both rows where both are missing
  /// @param either rows where at least one is
  public record Together(String first, String second, long both, long either) {

    /// Rows where both are missing of those where one is, 0 to 1.
    public double overlap() {
      return (double) both / either;
    }
  }

  /// Reads each column that misses values once. Which ones do is known from the import.
  public static MissingBlocks of(Dataset dataset, Progress progress, Cancellation cancellation) {
    List<ColumnProfile> missing =
        dataset.profile().columns().stream()
            .filter(c -> c.missing() > 0)
            .sorted(Comparator.comparingLong(ColumnProfile::missing).reversed())
            .toList();
    List<Integer> bounds = bounds(dataset.rows());
    List<ColumnBlocks> columns = new ArrayList<>();
    List<BitSet> rows = new ArrayList<>();
    int looked = Math.min(MOST_COLUMNS, missing.size());
    for (int i = 0; i < looked; i++) {
      progress.report("looking for missing values", i, looked);
      String name = missing.get(i).name();
      BitSet gaps = gaps(dataset.column(name), cancellation);
      columns.add(blocks(name, gaps, bounds));
      if (i < PAIRED) {
        rows.add(gaps);
      }
    }
    List<ColumnSpec> all = dataset.spec().columns();
    return new MissingBlocks(
        dataset.rows(),
        bounds,
        List.copyOf(columns),
        missing.size(),
        all.size() - missing.size(),
        together(columns, rows));
  }

  private static List<Integer> bounds(int rows) {
    int blocks = Math.min(MOST_BLOCKS, Math.max(1, rows));
    List<Integer> bounds = new ArrayList<>();
    for (int b = 0; b <= blocks; b++) {
      bounds.add((int) ((long) rows * b / blocks));
    }
    return List.copyOf(bounds);
  }

  private static BitSet gaps(Column column, Cancellation cancellation) {
    BitSet gaps = new BitSet(column.rows());
    for (int row = 0; row < column.rows(); row++) {
      if (row % STEP == 0) {
        cancellation.check();
      }
      if (column.isMissing(row)) {
        gaps.set(row);
      }
    }
    return gaps;
  }

  private static ColumnBlocks blocks(String name, BitSet gaps, List<Integer> bounds) {
    List<Long> blocks = new ArrayList<>();
    for (int b = 0; b + 1 < bounds.size(); b++) {
      long count = 0;
      int end = bounds.get(b + 1);
      for (int row = gaps.nextSetBit(bounds.get(b)); row >= 0 && row < end; ) {
        int until = Math.min(end, gaps.nextClearBit(row));
        count += until - row;
        row = gaps.nextSetBit(until);
      }
      blocks.add(count);
    }
    return new ColumnBlocks(name, gaps.cardinality(), List.copyOf(blocks));
  }

  private static List<Together> together(List<ColumnBlocks> columns, List<BitSet> rows) {
    List<Together> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        BitSet both = (BitSet) rows.get(i).clone();
        both.and(rows.get(j));
        long count = both.cardinality();
        long either = columns.get(i).missing() + columns.get(j).missing() - count;
        if (count >= NOTABLE * either) {
          pairs.add(new Together(columns.get(i).name(), columns.get(j).name(), count, either));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Together::overlap).thenComparingLong(Together::both).reversed());
    return pairs.stream().limit(PAIRS).toList();
  }
}

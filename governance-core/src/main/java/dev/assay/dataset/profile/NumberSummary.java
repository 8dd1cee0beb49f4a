package dev.assay.dataset.profile;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.DatasetProfile.Histogram;
import dev.assay.dataset.DatasetProfile.NumericProfile;
import dev.assay.dataset.DatasetProfile.TopValue;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What a column of numbers, days or times holds.
///
/// @param present rows with a value
/// @param distinct distinct values, infinite ones included
/// @param numeric present for numbers with at least one finite value; finite values only
/// @param top most frequent values, by count, then by value
/// @param histogram present for numbers with at least one finite value
/// @param few the distinct values in ascending order, as text, when there are at most
///   [#FEW_VALUES]; else empty
/// @param withinUnit rows whose value lies from 0 to 1
public record NumberSummary(
    long present,
    long distinct,
    @Nullable NumericProfile numeric,
    List<TopValue> top,
    @Nullable Histogram histogram,
    List<String> few,
    long withinUnit) {

  /// Distinct values that are listed.
  public static final int FEW_VALUES = 100;

  static final int BINS = 20;

  /// Summarises a column that is completely written.
  ///
  /// @param capacity values held in memory at once
  public static NumberSummary of(
      ColumnarFolder folder,
      String column,
      ColumnType type,
      TopValues top,
      int capacity,
      Cancellation cancellation) {
    boolean isDouble = type == ColumnType.NUMBER;
    FirstPass first = new FirstPass(isDouble);
    folder.walk(column, first);
    cancellation.check();
    OrderedPass ordered = new OrderedPass(first, type, top);
    if (first.present > 0) {
      new AscendingKeys(
              keys -> {
                cancellation.check();
                folder.walk(
                    column,
                    bits -> {
                      if (Keys.isPresent(bits, isDouble)) {
                        keys.accept(Keys.of(bits, isDouble));
                      }
                    });
              },
              ordered,
              capacity)
          .visit(first.lowest, first.highest, first.present);
    }
    return ordered.summary();
  }

  /// Count, extremes and mean.
  private static final class FirstPass implements LongConsumer {
    private final boolean isDouble;
    private long present;
    private long finite;
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double lost;

    FirstPass(boolean isDouble) {
      this.isDouble = isDouble;
    }

    @Override
    public void accept(long bits) {
      if (!Keys.isPresent(bits, isDouble)) {
        return;
      }
      present++;
      long key = Keys.of(bits, isDouble);
      lowest = Math.min(lowest, key);
      highest = Math.max(highest, key);
      double value = isDouble ? Double.longBitsToDouble(bits) : bits;
      if (Double.isInfinite(value)) {
        return;
      }
      finite++;
      min = Math.min(min, value);
      max = Math.max(max, value);
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }

    double mean() {
      return (sum + lost) / finite;
    }
  }

  /// Everything that is easy once values come in order.
  private static final class OrderedPass implements AscendingKeys.Visitor {
    private final FirstPass first;
    private final ColumnType type;
    private final TopValues top;
    private final double mean;
    private final long[] bins;
    private final Quantiles quantiles;
    private final List<String> few = new ArrayList<>();
    private long distinct;
    private long zeros;
    private long within;
    private double squares;
    private double cubes;

    OrderedPass(FirstPass first, ColumnType type, TopValues top) {
      this.first = first;
      this.type = type;
      this.top = top;
      this.mean = first.mean();
      double range = first.max - first.min;
      int count = type == ColumnType.INTEGER ? (int) Math.min(BINS, range + 1) : BINS;
      this.bins = new long[range > 0 && Double.isFinite(range) ? count : 1];
      this.quantiles = new Quantiles(first.finite);
    }

    @Override
    public void visit(long key, long count) {
      distinct++;
      top.offer(Keys.text(key, type), count);
      if (few.size() <= FEW_VALUES) {
        few.add(Keys.text(key, type));
      }
      double value = Keys.value(key, first.isDouble);
      if (Double.isInfinite(value)) {
        return;
      }
      if (value == 0) {
        zeros += count;
      }
      if (value >= 0 && value <= 1) {
        within += count;
      }
      double difference = value - mean;
      squares += difference * difference * count;
      cubes += difference * difference * difference * count;
      quantiles.add(value, count);
      bins[bin(value)] += count;
    }

    private int bin(double value) {
      double place = (value - first.min) / (first.max - first.min) * bins.length;
      return bins.length == 1 ? 0 : Math.clamp((int) place, 0, bins.length - 1);
    }

    NumberSummary summary() {
      boolean isNumber = type == ColumnType.INTEGER || type == ColumnType.NUMBER;
      boolean described = isNumber && first.finite > 0;
      return new NumberSummary(
          first.present,
          distinct,
          described ? numeric() : null,
          top.values(),
          described
              ? new Histogram(first.min, first.max, Arrays.stream(bins).boxed().toList())
              : null,
          few.size() > FEW_VALUES ? List.of() : List.copyOf(few),
          within);
    }

    private NumericProfile numeric() {
      long n = first.finite;
      double variance = squares / n;
      double spread = first.max - first.min;
      return new NumericProfile(
          mean,
          n > 1 ? Math.sqrt(squares / (n - 1)) : null,
          first.min,
          first.max,
          quantiles.lower(),
          quantiles.median(),
          quantiles.upper(),
          zeros,
          spread > 0 && variance > 0 ? cubes / n / Math.pow(variance, 1.5) : null);
    }
  }
}

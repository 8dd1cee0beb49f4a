package dev.assay.metric.tagging;

import dev.assay.slice.Slicing;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Sufficient statistics of the texts of one slice. Texts are kept apart, because words of one text
/// go together: intervals draw texts, never words.
///
/// @param counts what is counted in each text
/// @param rows the slice's texts
/// @param sums Σ w·count, place by place
/// @param total Σ w
/// @param sumWeightSquared Σ w²
public record TagStatistics(
    SentenceCounts counts, int[] rows, double[] sums, double total, double sumWeightSquared) {

  /// Units that are drawn at most; more texts are put together at random into so many groups.
  static final int MOST_UNITS = 1_000;

  /// Statistics of everyone and of slices.
  ///
  /// @param whole of everyone
  /// @param slices [slicing][slice]
  public record Result(TagStatistics whole, List<List<TagStatistics>> slices) {}

  /// The statistics of everyone and of every slice of every slicing, in their order.
  public static Result of(SentenceCounts counts, List<Slicing> slicings) {
    int[] everyone = IntStream.range(0, counts.counts().length).toArray();
    return new Result(
        of(counts, everyone),
        slicings.stream()
            .map(
                slicing ->
                    IntStream.range(0, slicing.size())
                        .mapToObj(
                            g ->
                                of(
                                    counts,
                                    IntStream.of(everyone)
                                        .filter(i -> slicing.codes()[i] == g)
                                        .toArray()))
                        .toList())
            .toList());
  }

  static TagStatistics of(SentenceCounts counts, int[] rows) {
    double[] sums = new double[counts.places()];
    double total = 0;
    double squared = 0;
    for (int row : rows) {
      double weight = counts.weight(row);
      add(sums, counts.counts()[row], weight);
      total += weight;
      squared += weight * weight;
    }
    return new TagStatistics(counts, rows, sums, total, squared);
  }

  private static void add(double[] sums, int[] row, double weight) {
    for (int p = 0; p < sums.length; p++) {
      sums[p] += weight * row[p];
    }
  }

  /// (Σw)² / Σw²: the number of equally weighted texts that carry as much information.
  public double effectiveN() {
    return sumWeightSquared == 0 ? 0 : total * total / sumWeightSquared;
  }

  /// What is drawn: each text, or groups of texts that were put together at random.
  ///
  /// @return [unit][place]
  double[][] units(long seed) {
    int count = Math.min(rows.length, MOST_UNITS);
    double[][] units = new double[count][counts.places()];
    int[] order = rows.clone();
    if (count < rows.length) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = order.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
    }
    for (int i = 0; i < order.length; i++) {
      add(units[i % count], counts.counts()[order[i]], counts.weight(order[i]));
    }
    return units;
  }

  /// Sums of the slice as if its units had been drawn with replacement.
  ///
  /// @return [draw][place]
  static double[][] draws(double[][] units, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] drawn = new double[draws][units.length == 0 ? 0 : units[0].length];
    int[] times = new int[units.length];
    for (double[] sums : drawn) {
      Arrays.fill(times, 0);
      for (int i = 0; i < units.length; i++) {
        times[random.nextInt(units.length)]++;
      }
      for (int u = 0; u < units.length; u++) {
        if (times[u] > 0) {
          for (int p = 0; p < sums.length; p++) {
            sums[p] += times[u] * units[u][p];
          }
        }
      }
    }
    return drawn;
  }
}

package dev.assay.explain.masked;

import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.metric.Interval;
import dev.assay.metric.interval.MeanIntervals;
import dev.assay.metric.interval.RateIntervals;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The numbers of a probe over rows that could be asked.
///
/// - Fill-mask: `accuracy_at_1`, `accuracy_at_5` (share of answers among the likeliest k words;
///   Wilson), `mean_reciprocal_rank` (mean of 1 / rank; Student), `mean_log_probability` (mean of
///   ln p of the answer; Student).
/// - Whole texts: `mean_pseudo_log_likelihood` (mean of Σ ln p of each token hidden in turn;
///   Student), `pseudo_perplexity` (exp(−ΣΣ ln p / tokens), Salazar et al. 2020; the interval is
///   Student's of the ratio of two means, linearised, carried over by exp).
/// - Pairs: `first_likelier_share` (share of pairs whose first text is the likelier one, Nangia et
///   al. 2020; ½ is neutral; a pair as likely either way counts as not likelier; Wilson),
///   `mean_difference` (mean of the first's sum less the second's; Student).
///
/// - Associations: `mean_association` (mean of ln p of the word in its text less ln p in the prior,
///   Kurita et al. 2019; 0 is neutral; Student).
///
/// Student's interval is not given where all rows are the same: they do not tell how much others
/// differ.
public final class ProbeNumbers {

  private static final double LEVEL = 0.95;
  private static final int TOP = 5;

  private final SortedMap<String, String> slice;
  private final List<One> asked;
  private final List<ProbeNumber> numbers = new ArrayList<>();

  private ProbeNumbers(SortedMap<String, String> slice, List<One> asked) {
    this.slice = slice;
    this.asked = asked;
  }

  /// The numbers of these rows; those that could not be asked are passed over.
  public static List<ProbeNumber> of(
      Kind kind, SortedMap<String, String> slice, List<One> answers) {
    List<One> asked = answers.stream().filter(a -> a.status() == Status.ASKED).toList();
    ProbeNumbers all = new ProbeNumbers(slice, asked);
    switch (kind) {
      case FILL -> {
        all.rate("accuracy_at_1", asked.stream().filter(a -> a.rank() == 1).count());
        all.rate("accuracy_at_5", asked.stream().filter(a -> a.rank() <= TOP).count());
        all.mean("mean_reciprocal_rank", a -> 1.0 / a.rank(), 1);
        all.mean("mean_log_probability", One::sum, 0);
      }
      case WHOLE -> {
        all.mean("mean_pseudo_log_likelihood", One::sum, 0);
        all.perplexity();
      }
      case ASSOCIATION ->
          all.mean("mean_association", a -> a.sum() - a.otherSum(), Double.POSITIVE_INFINITY);
      case PAIR -> {
        all.rate(
            "first_likelier_share", asked.stream().filter(a -> a.sum() > a.otherSum()).count());
        all.mean("mean_difference", a -> a.sum() - a.otherSum(), Double.POSITIVE_INFINITY);
      }
    }
    return List.copyOf(all.numbers);
  }

  private void rate(String metric, long count) {
    int n = asked.size();
    add(metric, n == 0 ? Double.NaN : (double) count / n, RateIntervals.wilson(count, n, LEVEL));
  }

  /// @param highest most that a row can have
  private void mean(String metric, ToDoubleFunction<One> value, double highest) {
    double[] values = asked.stream().mapToDouble(value).toArray();
    double mean = mean(values);
    Interval interval = student(values, mean);
    add(metric, mean, MeanIntervals.within(interval, Double.NEGATIVE_INFINITY, highest));
  }

  private void perplexity() {
    double tokens = asked.stream().mapToDouble(a -> a.logs().size()).sum();
    double ratio = asked.stream().mapToDouble(One::sum).sum() / tokens;
    double each = tokens / asked.size();
    double[] linear =
        asked.stream()
            .mapToDouble(a -> ratio + (a.sum() - ratio * a.logs().size()) / each)
            .toArray();
    Interval own = MeanIntervals.within(student(linear, ratio), Double.NEGATIVE_INFINITY, 0);
    add(
        "pseudo_perplexity",
        Math.exp(-ratio),
        own == null
            ? null
            : new Interval(
                Math.exp(-own.upper()), Math.exp(-own.lower()), LEVEL, "student_of_ratio"));
  }

  private void add(String metric, double value, @Nullable Interval interval) {
    numbers.add(
        Double.isNaN(value)
            ? new ProbeNumber(metric, slice, null, "no row could be asked", null, 0)
            : new ProbeNumber(metric, slice, value, null, interval, asked.size()));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static @Nullable Interval student(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    int n = values.length;
    return squares > 0
        ? MeanIntervals.student(mean, Math.sqrt(squares / (n - 1) / n), n, LEVEL)
        : null;
  }
}

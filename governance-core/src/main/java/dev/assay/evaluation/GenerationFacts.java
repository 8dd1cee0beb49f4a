package dev.assay.evaluation;

import static java.util.Map.entry;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.generation.GenerationKernel;
import dev.assay.metric.generation.GenerationMetrics;
import dev.assay.metric.generation.GenerationStatistics;
import dev.assay.metric.interval.GroupEstimate;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything that is computed of a model that goes on with texts, or sees hidden words.
final class GenerationFacts {

  /// Metric that groups are compared by → what is compared, in words.
  private static final Map<String, String> GAPS =
      new TreeMap<>(
          Map.ofEntries(
              entry("choice_accuracy", "multiple-choice accuracy"),
              entry("choice_accuracy_norm", "normalised multiple-choice accuracy"),
              entry("token_perplexity", "perplexity per token"),
              entry("word_perplexity", "perplexity per word"),
              entry("bits_per_byte", "bits per byte"),
              entry("exact_match", "share of exact matches"),
              entry("answer_f1", "F1 of words"),
              entry("rouge_l", "ROUGE-L"),
              entry("chrf", "chrF"),
              entry("answer_tokens", "mean length of an answer"),
              entry("accuracy_at_1", "share of hidden words that are the likeliest"),
              entry("mean_reciprocal_rank", "mean reciprocal rank"),
              entry("pseudo_perplexity", "pseudo-perplexity"),
              entry("first_likelier_share", "share of likelier first texts"),
              entry("mean_association", "mean association")));

  private final Generated predictions;
  private final EvaluationSettings settings;
  private final SlicedFacts sliced;

  GenerationFacts(
      EvaluationInput input, Generated predictions, Progress progress, Cancellation cancellation) {
    this.predictions = predictions;
    this.sliced = SlicedFacts.of(input, progress, cancellation);
    this.settings = sliced.settings();
  }

  Facts compute() {
    sliced.stages().begin("summing rows of groups");
    GenerationKernel kernel = GenerationKernel.of(predictions);
    GenerationStatistics whole = kernel.whole();
    List<List<GenerationStatistics>> slices = kernel.of(sliced.plan().slicings());
    List<MetricRow> rows = new ArrayList<>(rows(SliceKey.WHOLE, whole, null));
    rows.addAll(sliced.rows(slices, (key, s, _) -> rows(key, s, whole)));
    return sliced.facts(rows, disparities(slices), whole.n(), Curves.NONE, List.of());
  }

  private List<MetricRow> rows(
      SliceKey key, GenerationStatistics s, @Nullable GenerationStatistics whole) {
    SliceRows rows = new SliceRows(key, null, s.n());
    GenerationMetrics.of(s, settings.level()).forEach(rows::add);
    if (s.sumWeightSquared() != s.weight()) {
      rows.add("effective_n", s.effectiveN(), "no rows", null);
    }
    if (whole != null) {
      rows.add(
          ImpactRows.representation(s.weight(), s.effectiveN(), whole.weight(), settings.level()));
    }
    return rows.list();
  }

  private List<Tested> disparities(List<List<GenerationStatistics>> slices) {
    List<Supplier<List<Tested>>> tasks = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slicing slicing = sliced.plan().slicings().get(i);
      List<GenerationStatistics> own = slices.get(i);
      GroupComparer<GenerationStatistics> comparer =
          new GroupComparer<>(slicing, own, null, settings);
      GAPS.forEach(
          (metric, noun) -> {
            if (predictions.quantities().containsKey(metric)) {
              tasks.add(
                  () ->
                      comparer.compare(
                          Comparison.<GenerationStatistics>difference(
                                  metric + "_difference", metric, noun, s -> number(metric, s))
                              .forMany()));
            }
          });
      double[][] weight = own.stream().map(s -> new double[] {s.weight()}).toArray(double[][]::new);
      tasks.add(() -> List.of(new LabelComparisons(slicing, weight, 1).sizes()));
    }
    return sliced.compared(tasks);
  }

  private static GroupNumber number(String metric, GenerationStatistics s) {
    MetricValue value = value(metric, s, 0.5);
    return switch (value) {
      case MetricValue.Undefined(String reason) -> new GroupNumber.Undefined(reason);
      case MetricValue.Defined(double number, Interval interval) ->
          interval == null
              ? new GroupNumber.Bare(number)
              : new GroupNumber.Limited(
                  new GroupEstimate(number, z -> limits(metric, s, TableIntervals.levelOf(z))));
    };
  }

  private static Interval limits(String metric, GenerationStatistics s, double level) {
    if (value(metric, s, level) instanceof MetricValue.Defined known && known.interval() != null) {
      return known.interval();
    }
    throw new IllegalStateException("an interval vanished at level " + level);
  }

  private static MetricValue value(String metric, GenerationStatistics s, double level) {
    return GenerationMetrics.of(s, level).stream()
        .filter(m -> m.metric().equals(metric))
        .map(Measurement::value)
        .findFirst()
        .orElseThrow();
  }
}

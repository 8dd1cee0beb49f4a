package dev.assay.evaluation;

import dev.assay.dataset.Warning;
import dev.assay.metric.MulticlassStatistics;
import dev.assay.metric.classification.MulticlassKernel;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Everything that is computed of a classifier with three or more classes.
final class MulticlassFacts {

  private final Multiclass predictions;
  private final EvaluationSettings settings;
  private final SlicedFacts sliced;

  MulticlassFacts(
      EvaluationInput input, Multiclass predictions, Progress progress, Cancellation cancellation) {
    this.predictions = predictions;
    this.sliced = SlicedFacts.of(input, progress, cancellation);
    this.settings = sliced.settings();
  }

  Facts compute() {
    sliced.stages().begin("sorting rows by probability");
    MulticlassKernel kernel = MulticlassKernel.of(predictions, settings.threads());
    MulticlassStatistics whole = kernel.whole();
    sliced.stages().begin("counting groups");
    List<List<MulticlassStatistics>> slices = kernel.of(sliced.plan().slicings());
    return sliced.facts(
        rows(whole, slices), disparities(slices), whole.n(), curves(whole, slices), notes());
  }

  private List<Warning> notes() {
    List<Warning> notes = new ArrayList<>();
    if (predictions.ties() > 0) {
      notes.add(
          new Warning(
              "EVALUATION-TIES",
              String.format(
                  Locale.ROOT,
                  "In %,d of %,d rows the largest probability is shared; the first of the classes"
                      + " was taken.",
                  predictions.ties(),
                  predictions.size()),
              "Check why the model gives equal probabilities."));
    }
    notes.add(
        new Warning(
            "EVALUATION-THRESHOLD-UNUSED",
            "The decision is the most probable class, so the threshold does not apply.",
            "Nothing needs to be done."));
    return notes;
  }

  private List<MetricRow> rows(
      MulticlassStatistics whole, List<List<MulticlassStatistics>> slices) {
    MulticlassRows rows = new MulticlassRows(settings, predictions.classes());
    List<MetricRow> all = new ArrayList<>(rows.of(SliceKey.WHOLE, whole, true));
    all.addAll(
        sliced.rows(
            slices,
            (key, s, resampled) -> {
              List<MetricRow> own = new ArrayList<>(rows.of(key, s, resampled));
              own.add(sliced.representation(key, s.n(), s.total(), s.effectiveN(), whole.total()));
              return own;
            }));
    return all;
  }

  private List<Tested> disparities(List<List<MulticlassStatistics>> slices) {
    List<Supplier<List<Tested>>> tasks = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slicing slicing = sliced.plan().slicings().get(i);
      List<MulticlassStatistics> own = slices.get(i);
      GroupComparer<MulticlassStatistics> comparer =
          new GroupComparer<>(slicing, own, null, settings);
      Comparison<MulticlassStatistics> accuracy =
          Comparison.difference(
              "accuracy_difference", "accuracy", "accuracy", s -> share(s, s.correct()));
      tasks.add(() -> comparer.compare(accuracy.forMany()));
      tasks.add(
          () ->
              comparer.compare(
                  Comparison.difference(
                      "error_rate_difference",
                      "accuracy",
                      "error rate",
                      s -> share(s, s.total() - s.correct()))));
      tasks.add(() -> labels(slicing, own).compare());
      for (int c = 0; c < predictions.classes().size(); c++) {
        int of = c;
        tasks.addAll(
            new ClassComparisons(settings, predictions.probabilities() != null)
                .of(
                    slicing,
                    predictions.classes().get(c),
                    own.stream().map(s -> s.perClass().get(of)).toList()));
      }
    }
    return sliced.compared(tasks);
  }

  private static GroupNumber share(MulticlassStatistics s, double weight) {
    if (s.total() == 0) {
      return new GroupNumber.Undefined("no rows");
    }
    double n = s.effectiveN();
    return new GroupNumber.Rate(n == s.total() ? weight : weight / s.total() * n, n);
  }

  private LabelComparisons labels(Slicing slicing, List<MulticlassStatistics> slices) {
    double total = 0;
    double squared = 0;
    double[][] weight = new double[slices.size()][];
    for (int g = 0; g < weight.length; g++) {
      MulticlassStatistics s = slices.get(g);
      weight[g] = IntStream.range(0, s.classes()).mapToDouble(s::support).toArray();
      total += s.total();
      squared += s.sumWeightSquared();
    }
    return new LabelComparisons(slicing, weight, total == 0 ? 0 : total / squared);
  }

  /// Reliability of the decided class's probability, of everyone and of groups.
  private Curves curves(MulticlassStatistics whole, List<List<MulticlassStatistics>> slices) {
    List<Curves.ReliabilityCurve> reliability = new ArrayList<>();
    addReliability(reliability, SliceKey.WHOLE, whole);
    for (int i = 0; i < sliced.plan().singles(); i++) {
      Slicing slicing = sliced.plan().slicings().get(i);
      for (int g = 0; g < slicing.size() && slicing.size() <= CurveFacts.DRAWN_GROUPS; g++) {
        addReliability(reliability, slicing.keys().get(g), slices.get(i).get(g));
      }
    }
    return new Curves(List.of(), List.of(), List.copyOf(reliability), List.of(), confusion(whole));
  }

  private void addReliability(
      List<Curves.ReliabilityCurve> curves, SliceKey key, MulticlassStatistics s) {
    MulticlassStatistics.ProbabilityStatistics scored = s.scored();
    if (scored != null) {
      double share = s.total() == 0 ? 0 : s.effectiveN() / s.total();
      curves.add(
          new Curves.ReliabilityCurve(
              key, CurveFacts.bins(scored.topLabelBins(), share, settings.level())));
    }
  }

  private List<Curves.ConfusionRow> confusion(MulticlassStatistics whole) {
    List<Curves.ConfusionRow> rows = new ArrayList<>();
    for (int c = 0; c < whole.confusion().length; c++) {
      rows.add(
          new Curves.ConfusionRow(
              predictions.classes().get(c), Arrays.stream(whole.confusion()[c]).boxed().toList()));
    }
    return List.copyOf(rows);
  }
}

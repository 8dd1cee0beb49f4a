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
  private final SlicePlan plan;
  private final Stages stages;

  MulticlassFacts(
      EvaluationInput input, Multiclass predictions, Progress progress, Cancellation cancellation) {
    this.predictions = predictions;
    this.settings = EvaluationSettings.of(input);
    this.plan = SlicePlan.of(input);
    this.stages = new Stages(progress, cancellation);
  }

  Facts compute() {
    stages.begin("sorting rows by probability");
    MulticlassKernel kernel = MulticlassKernel.of(predictions, settings.threads());
    MulticlassStatistics whole = kernel.whole();
    stages.begin("counting groups");
    List<List<MulticlassStatistics>> slices = kernel.of(plan.slicings());
    List<MetricRow> rows = rows(whole, slices);
    TestCorrection corrected = TestCorrection.of(disparities(slices));
    rows.add(Counting.tests(corrected.tests(), whole.n()));
    List<Warning> warnings = new ArrayList<>(plan.warnings());
    warnings.addAll(notes());
    warnings.addAll(Counting.note(corrected.tests()));
    return new Facts(
        plan.attributes(),
        List.copyOf(rows),
        corrected.disparities(),
        curves(whole, slices),
        List.copyOf(warnings));
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
    for (int i = 0; i < slices.size(); i++) {
      List<SliceKey> keys = plan.slicings().get(i).keys();
      List<MulticlassStatistics> own = slices.get(i);
      boolean resampled = plan.isResampled(i);
      all.addAll(
          SliceBlocks.run(
              "intervals of metrics",
              own.size(),
              settings.threads(),
              stages,
              g -> {
                List<MetricRow> list = new ArrayList<>(rows.of(keys.get(g), own.get(g), resampled));
                SliceRows further = new SliceRows(keys.get(g), null, own.get(g).n());
                further.add(
                    ImpactRows.representation(
                        own.get(g).total(),
                        own.get(g).effectiveN(),
                        whole.total(),
                        settings.level()));
                list.addAll(further.list());
                return list;
              }));
    }
    return all;
  }

  private List<Tested> disparities(List<List<MulticlassStatistics>> slices) {
    List<Supplier<List<Tested>>> tasks = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slicing slicing = plan.slicings().get(i);
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
    return SliceBlocks.run(
        "comparing groups", tasks.size(), settings.threads(), stages, t -> tasks.get(t).get());
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
    for (int i = 0; i < plan.singles(); i++) {
      Slicing slicing = plan.slicings().get(i);
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

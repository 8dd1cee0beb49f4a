package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.multilabel.MultiLabelKernel;
import dev.assay.metric.multilabel.MultiLabelMetrics;
import dev.assay.metric.multilabel.MultiLabelStatistics;
import dev.assay.predictions.Predictions.MultiLabel;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Everything that is computed of a classifier that may give a row several labels.
final class MultiLabelFacts {

  private final MultiLabel predictions;
  private final EvaluationSettings settings;
  private final SlicedFacts sliced;

  MultiLabelFacts(
      EvaluationInput input, MultiLabel predictions, Progress progress, Cancellation cancellation) {
    this.predictions = predictions;
    this.sliced = SlicedFacts.of(input, progress, cancellation);
    this.settings = sliced.settings();
  }

  Facts compute() {
    sliced.stages().begin("counting labels");
    MultiLabelKernel.Result measured =
        MultiLabelKernel.of(predictions, sliced.plan().slicings(), settings.threads());
    return sliced.facts(
        rows(measured),
        disparities(measured.slices()),
        measured.whole().n(),
        Curves.NONE,
        List.of());
  }

  private List<MetricRow> rows(MultiLabelKernel.Result measured) {
    MultiLabelStatistics whole = measured.whole();
    List<MetricRow> all = new ArrayList<>(of(SliceKey.WHOLE, whole, true));
    all.addAll(
        sliced.rows(
            measured.slices(),
            (key, s, resampled) -> {
              List<MetricRow> own = new ArrayList<>(of(key, s, resampled));
              own.add(sliced.representation(key, s.n(), s.total(), s.effectiveN(), whole.total()));
              return own;
            }));
    return all;
  }

  private List<MetricRow> of(SliceKey key, MultiLabelStatistics s, boolean resampled) {
    SliceRows rows = new SliceRows(key, null, s.n());
    MultiLabelMetrics.of(s, settings.level()).forEach(rows::add);
    if (s.sumWeightSquared() != s.total()) {
      rows.add("effective_n", s.effectiveN(), "no rows", null);
    }
    List<MetricRow> all = new ArrayList<>(rows.list());
    for (int l = 0; l < predictions.labels().size(); l++) {
      all.addAll(ofLabel(key, s, l, resampled));
    }
    return all;
  }

  private List<MetricRow> ofLabel(
      SliceKey key, MultiLabelStatistics s, int label, boolean resampled) {
    String name = predictions.labels().get(label);
    BinaryStatistics own = s.labels().get(label);
    SliceRows rows = new SliceRows(key, name, s.n());
    rows.add("support", MetricValue.of(own.positives()));
    rows.add("decision_threshold", MetricValue.of(predictions.thresholds()[label]));
    new BinaryRows(settings, true)
        .measured(rows, own, null, key.describe() + "|" + name, resampled);
    return rows.list();
  }

  private List<Tested> disparities(List<List<MultiLabelStatistics>> slices) {
    List<Supplier<List<Tested>>> tasks = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slicing slicing = sliced.plan().slicings().get(i);
      List<MultiLabelStatistics> own = slices.get(i);
      GroupComparer<MultiLabelStatistics> comparer =
          new GroupComparer<>(slicing, own, null, settings);
      tasks.add(() -> comparer.compare(subsets().forMany()));
      tasks.add(() -> comparer.compare(averages().forMany()));
      double[][] weight = own.stream().map(s -> new double[] {s.total()}).toArray(double[][]::new);
      tasks.add(() -> List.of(new LabelComparisons(slicing, weight, 1).sizes()));
      for (int l = 0; l < predictions.labels().size(); l++) {
        int label = l;
        tasks.addAll(
            new ClassComparisons(settings, true)
                .of(
                    slicing,
                    predictions.labels().get(l),
                    own.stream().map(s -> s.labels().get(label)).toList()));
      }
    }
    return sliced.compared(tasks);
  }

  private static Comparison<MultiLabelStatistics> subsets() {
    return Comparison.difference(
        "subset_accuracy_difference",
        "subset_accuracy",
        "share of rows whose labels are all right",
        s ->
            s.total() == 0
                ? new GroupNumber.Undefined("no rows")
                : new GroupNumber.Rate(s.exact() / s.total() * s.effectiveN(), s.effectiveN()));
  }

  private Comparison<MultiLabelStatistics> averages() {
    return Comparison.difference(
        "f1_micro_difference",
        "f1_micro",
        "F1 over all labels",
        s -> {
          Measurement found =
              MultiLabelMetrics.of(s, settings.level()).stream()
                  .filter(m -> m.metric().equals("f1_micro"))
                  .findFirst()
                  .orElseThrow();
          return GroupNumber.mean(
              found.value().orNaN(),
              MultiLabelMetrics.standardError(s, "f1_micro"),
              "no row has a label and none was given");
        });
  }
}

package dev.assay.evaluation;

import dev.assay.dataset.Warning;
import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.ranking.RankingKernel;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Everything that is computed of a binary classifier.
final class BinaryFacts {

  private final EvaluationInput input;
  private final Binary predictions;
  private final EvaluationSettings settings;
  private final SlicedFacts sliced;
  private final SlicePlan plan;
  private final boolean favourableIsPositive;

  BinaryFacts(
      EvaluationInput input, Binary predictions, Progress progress, Cancellation cancellation) {
    this.input = input;
    this.predictions = predictions;
    this.sliced = SlicedFacts.of(input, progress, cancellation);
    this.settings = sliced.settings();
    this.plan = sliced.plan();
    String favourable = input.favourable();
    this.favourableIsPositive = favourable == null || favourable.equals(predictions.positive());
  }

  Facts compute() {
    BinaryMeasured measured =
        BinaryMeasured.of(
            predictions,
            input.threshold(),
            favourableIsPositive,
            plan.slicings(),
            input.threads(),
            sliced.stages());
    List<MetricRow> rows = new ArrayList<>(rows(measured));
    List<Tested> tested = disparities(measured);
    CurveFacts curves = curves(measured);
    rows.addAll(curves.rows());
    List<Warning> notes = new ArrayList<>(curves.warnings());
    notes.addAll(BinaryWarnings.of(predictions, input.threshold()));
    return sliced.facts(rows, tested, measured.whole().counts().n(), curves.curves(), notes);
  }

  private List<MetricRow> rows(BinaryMeasured measured) {
    BinaryRows rows = new BinaryRows(settings, favourableIsPositive);
    ImpactRows impact =
        new ImpactRows(favourableIsPositive, settings.level(), measured.whole().counts().total());
    List<MetricRow> all = new ArrayList<>(rows.of(measured.whole(), true));
    for (int i = 0; i < plan.slicings().size(); i++) {
      List<BinarySlice> slices = measured.slices().get(i);
      boolean resampled = plan.isResampled(i);
      List<List<MetricRow>> further = new ArrayList<>(impact.of(slices));
      GroupComparer<BinarySlice> comparer = comparer(i, slices);
      List<List<MetricRow>> aequitas =
          comparer.isMany() ? List.of() : new AequitasRows(comparer).rows();
      all.addAll(
          SliceBlocks.run(
              "intervals of metrics",
              slices.size(),
              settings.threads(),
              sliced.stages(),
              g -> {
                List<MetricRow> own = new ArrayList<>(rows.of(slices.get(g), resampled));
                own.addAll(further.get(g));
                own.addAll(aequitas.isEmpty() ? List.of() : aequitas.get(g));
                return own;
              }));
    }
    return all;
  }

  private GroupComparer<BinarySlice> comparer(int slicing, List<BinarySlice> slices) {
    return new GroupComparer<>(plan.slicings().get(slicing), slices, null, settings);
  }

  private List<Tested> disparities(BinaryMeasured measured) {
    boolean scored = predictions.score() != null;
    BinaryStatistics whole = measured.whole().counts();
    List<Supplier<List<Tested>>> tasks = new ArrayList<>();
    for (int i = 0; i < plan.slicings().size(); i++) {
      GroupComparer<BinarySlice> comparer = comparer(i, measured.slices().get(i));
      BinaryComparisons kinds = new BinaryComparisons(favourableIsPositive);
      for (Comparison<BinarySlice> one : kinds.all(scored)) {
        tasks.add(() -> comparer.compare(one));
      }
      for (Comparison<BinarySlice> one : kinds.toRest()) {
        tasks.add(() -> new RestComparisons(comparer, whole).compare(one));
      }
      tasks.add(() -> new DemographicComparisons(comparer, favourableIsPositive).compare());
      tasks.add(() -> new OddsComparisons(comparer).compare());
      tasks.add(() -> labels(comparer).compare());
      tasks.add(() -> new BenefitComparisons(comparer, favourableIsPositive).compare());
      tasks.add(() -> new PeerComparisons(comparer, whole, favourableIsPositive).compare());
      if (!comparer.isMany()) {
        tasks.add(() -> new AequitasRows(comparer).disparities());
      }
    }
    return sliced.compared(tasks);
  }

  private static LabelComparisons labels(GroupComparer<BinarySlice> comparer) {
    double[][] weight =
        comparer.groups().stream()
            .map(s -> new double[] {s.counts().negatives(), s.counts().positives()})
            .toArray(double[][]::new);
    double total = 0;
    double squared = 0;
    for (BinarySlice slice : comparer.groups()) {
      total += slice.counts().total();
      squared += slice.counts().sumWeightSquared();
    }
    return new LabelComparisons(comparer.slicing(), weight, total == 0 ? 0 : total / squared);
  }

  private CurveFacts curves(BinaryMeasured measured) {
    if (predictions.score() == null) {
      return new CurveFacts(Curves.NONE, List.of(), List.of());
    }
    RankingKernel kernel = RankingKernel.of(predictions, settings.threads());
    return CurveFacts.of(
        kernel,
        plan,
        measured.whole(),
        measured.slices().subList(0, plan.singles()),
        settings,
        sliced.stages());
  }
}

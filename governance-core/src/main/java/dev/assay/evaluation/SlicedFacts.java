package dev.assay.evaluation;

import dev.assay.dataset.Warning;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What the facts of every task share: the slices, the settings, who watches, and how numbers and
/// comparisons of groups become facts.
///
/// @param settings level, draws, seed and threads
/// @param plan the slices
/// @param stages who watches, and may stop it
record SlicedFacts(EvaluationSettings settings, SlicePlan plan, Stages stages) {

  static SlicedFacts of(EvaluationInput input, Progress progress, Cancellation cancellation) {
    return new SlicedFacts(
        EvaluationSettings.of(input), SlicePlan.of(input), new Stages(progress, cancellation));
  }

  /// The rows of one group.
  @FunctionalInterface
  interface GroupRows<S> {

    /// @param resampled whether intervals by resampling are worth their time
    List<MetricRow> of(SliceKey key, S group, boolean resampled);
  }

  /// The rows of every group of every slicing, in order.
  ///
  /// @param slices statistics of each slicing's groups
  <S> List<MetricRow> rows(List<List<S>> slices, GroupRows<S> rows) {
    List<MetricRow> all = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      List<SliceKey> keys = plan.slicings().get(i).keys();
      List<S> own = slices.get(i);
      boolean resampled = plan.isResampled(i);
      all.addAll(
          SliceBlocks.run(
              "intervals of metrics",
              own.size(),
              settings.threads(),
              stages,
              g -> rows.of(keys.get(g), own.get(g), resampled)));
    }
    return all;
  }

  /// What a group's share of all rows is.
  ///
  /// @param n rows of the group
  /// @param weight what they weigh
  /// @param effectiveN how many rows of equal weight say as much
  /// @param total weight of all rows
  MetricRow representation(SliceKey key, long n, double weight, double effectiveN, double total) {
    SliceRows rows = new SliceRows(key, null, n);
    rows.add(ImpactRows.representation(weight, effectiveN, total, settings.level()));
    return rows.list().getFirst();
  }

  /// Comparisons of groups, made on all threads.
  List<Tested> compared(List<Supplier<List<Tested>>> tasks) {
    return SliceBlocks.run(
        "comparing groups", tasks.size(), settings.threads(), stages, t -> tasks.get(t).get());
  }

  /// The facts: p-values are adjusted over all tests, and their number is said.
  ///
  /// @param n rows
  /// @param notes what the user should know besides
  Facts facts(
      List<MetricRow> rows, List<Tested> tested, long n, Curves curves, List<Warning> notes) {
    TestCorrection corrected = TestCorrection.of(tested);
    List<MetricRow> all = new ArrayList<>(rows);
    all.add(
        new MetricRow(
            "hypothesis_tests",
            SliceKey.WHOLE,
            null,
            MetricValue.of(corrected.tests()),
            n,
            null,
            null));
    List<Warning> warnings = new ArrayList<>(plan.warnings());
    warnings.addAll(notes);
    warnings.addAll(Counting.note(corrected.tests()));
    return new Facts(
        plan.attributes(),
        List.copyOf(all),
        corrected.disparities(),
        curves,
        List.copyOf(warnings));
  }
}

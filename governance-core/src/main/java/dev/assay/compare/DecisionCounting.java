package dev.assay.compare;

import dev.assay.compare.DecisionChanges.Concentration;
import dev.assay.compare.DecisionChanges.SliceChange;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.PValueAdjustments;
import dev.assay.metric.interval.ProportionTests;
import dev.assay.metric.interval.RateIntervals;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts which decisions changed, and where.
///
/// @param truth class of each shared row
/// @param first decision of the first run
/// @param second decision of the second
/// @param level confidence level
record DecisionCounting(int[] truth, int[] first, int[] second, double level) {

  /// @param positive class code that is the positive one, absent for several classes
  DecisionChanges of(SharedSlices slices, @Nullable Integer positive) {
    long changed = 0;
    long corrected = 0;
    long spoiled = 0;
    long toPositive = 0;
    for (int i = 0; i < truth.length; i++) {
      if (first[i] != second[i]) {
        changed++;
        corrected += second[i] == truth[i] ? 1 : 0;
        spoiled += first[i] == truth[i] ? 1 : 0;
        toPositive += positive != null && second[i] == positive ? 1 : 0;
      }
    }
    return new DecisionChanges(
        truth.length,
        share(changed, truth.length),
        changed,
        corrected,
        spoiled,
        positive == null ? null : toPositive,
        positive == null ? null : changed - toPositive,
        concentrations(counts(slices), changed));
  }

  private List<Count> counts(SharedSlices slices) {
    List<Count> counts = new ArrayList<>();
    for (Slicing slicing : slices.slicings().subList(1, slices.slicings().size())) {
      long[] rows = new long[slicing.size()];
      long[] changed = new long[slicing.size()];
      for (int i = 0; i < truth.length; i++) {
        rows[slicing.codes()[i]]++;
        changed[slicing.codes()[i]] += first[i] == second[i] ? 0 : 1;
      }
      for (int g = 0; g < rows.length; g++) {
        if (rows[g] > 0) {
          counts.add(new Count(slicing.keys().get(g), rows[g], changed[g]));
        }
      }
    }
    return counts;
  }

  private List<SliceChange> concentrations(List<Count> counts, long changed) {
    double[] p = new double[counts.size()];
    for (int i = 0; i < p.length; i++) {
      Count c = counts.get(i);
      p[i] =
          ProportionTests.twoSided(
              c.changed, c.rows, changed - c.changed, (double) truth.length - c.rows);
    }
    double[] adjusted = PValueAdjustments.holm(p);
    List<SliceChange> all = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Count c = counts.get(i);
      double rest = (changed - c.changed) / (double) (truth.length - c.rows);
      double own = c.changed / (double) c.rows;
      Concentration concentration =
          !(adjusted[i] <= 1 - level)
              ? Concentration.ALIKE
              : own > rest ? Concentration.MORE : Concentration.LESS;
      all.add(
          new SliceChange(
              c.slice,
              c.rows,
              c.changed,
              share(c.changed, c.rows),
              rest,
              adjusted[i],
              concentration));
    }
    return List.copyOf(all);
  }

  private MetricValue share(long changed, long rows) {
    return MetricValue.ratio(changed, rows, "no rows")
        .with(RateIntervals.wilson(changed, rows, level));
  }

  private record Count(SliceKey slice, long rows, long changed) {}
}

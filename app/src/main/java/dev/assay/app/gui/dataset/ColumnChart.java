package dev.assay.app.gui.dataset;

import dev.assay.chart.Bins;
import dev.assay.chart.Chart;
import dev.assay.chart.GroupBars;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.Histogram;
import dev.assay.dataset.DatasetProfile.TopValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The small chart of a column: a histogram of numbers, the most frequent values of a category.
final class ColumnChart {

  private static final int MOST_VALUES = 10;

  private ColumnChart() {}

  /// @param rows rows of the dataset
  static Optional<Chart> of(ColumnProfile profile, long rows) {
    Histogram histogram = profile.histogram();
    if (histogram != null) {
      return Optional.of(numbers(profile, histogram));
    }
    boolean repeats = !profile.top().isEmpty() && profile.top().getFirst().count() > 1;
    return repeats ? Optional.of(values(profile, rows)) : Optional.empty();
  }

  private static Bins numbers(ColumnProfile profile, Histogram histogram) {
    List<Bins.Bin> bins = new ArrayList<>();
    int last = histogram.counts().size() - 1;
    for (int i = 0; i <= last; i++) {
      String label =
          i == 0 ? Rounded.count(histogram.min()) : i == last ? Rounded.count(histogram.max()) : "";
      bins.add(new Bins.Bin(label, histogram.counts().get(i), GroupBars.Kind.GROUP));
    }
    String words =
        String.format(
            Locale.ROOT,
            "Values from %s to %s, most in one bin: %,d rows.",
            Rounded.count(histogram.min()),
            Rounded.count(histogram.max()),
            histogram.counts().stream().mapToLong(Long::longValue).max().orElse(0));
    return new Bins(Visible.of(profile.name(), 40), words, "", bins);
  }

  private static GroupBars values(ColumnProfile profile, long rows) {
    List<GroupBars.Bar> bars = new ArrayList<>();
    for (TopValue top : profile.top().stream().limit(MOST_VALUES).toList()) {
      bars.add(
          new GroupBars.Bar(
              Visible.of(top.value(), 24),
              "",
              (double) top.count(),
              null,
              null,
              Rounded.count(top.count())
                  + ", "
                  + Rounded.percent((double) top.count() / Math.max(1, rows)),
              GroupBars.Kind.GROUP));
    }
    TopValue first = profile.top().getFirst();
    return new GroupBars(
        Visible.of(profile.name(), 40),
        String.format(
            Locale.ROOT,
            "Most frequent is %s with %,d rows.",
            Visible.of(first.value(), 40),
            first.count()),
        bars,
        null);
  }
}

package dev.assay.app.gui.probe;

import dev.assay.chart.Chart;
import dev.assay.chart.ForestPlot;
import dev.assay.chart.GroupBars;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.explain.masked.Probe;
import dev.assay.explain.masked.ProbeNumber;
import dev.assay.metric.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbers of a probe by group as charts: intervals against where nothing is preferred, else
/// against all rows. Knows no toolkit.
final class ProbeCharts {

  private static final int MOST_GROUPS = 24;
  private static final int FEW = 10;

  private ProbeCharts() {}

  /// Columns whose groups are told apart.
  static List<String> columns(Probe probe) {
    return probe.numbers().stream()
        .filter(n -> !n.slice().isEmpty())
        .map(n -> n.slice().firstKey())
        .distinct()
        .toList();
  }

  /// A chart a number, in the order of the numbers.
  static List<Chart> of(Probe probe, String column) {
    return probe.numbers().stream()
        .map(ProbeNumber::metric)
        .distinct()
        .map(metric -> chart(probe, column, metric))
        .toList();
  }

  private static Chart chart(Probe probe, String column, String metric) {
    List<ProbeNumber> groups =
        probe.numbers().stream()
            .filter(n -> n.metric().equals(metric))
            .filter(n -> n.slice().containsKey(column))
            .limit(MOST_GROUPS)
            .toList();
    double neutral = ProbeWords.neutral(metric);
    Double against = Double.isNaN(neutral) ? overall(probe, metric) : Double.valueOf(neutral);
    String line = Double.isNaN(neutral) ? "all rows" : "neutral";
    String title = ProbeWords.name(metric) + " by " + Visible.of(column, 60);
    String words = words(groups, line, against);
    if (ProbeWords.isShare(metric)) {
      return new GroupBars(title, words, groups.stream().map(ProbeCharts::bar).toList(), against);
    }
    return new ForestPlot(
        title,
        words,
        groups.stream().map(ProbeCharts::estimate).toList(),
        against == null ? 0 : against);
  }

  private static @Nullable Double overall(Probe probe, String metric) {
    return probe.numbers().stream()
        .filter(n -> n.slice().isEmpty() && n.metric().equals(metric))
        .map(ProbeNumber::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static GroupBars.Bar bar(ProbeNumber number) {
    Interval interval = number.interval();
    return new GroupBars.Bar(
        ProbeWords.group(number),
        note(number),
        number.value(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        ProbeWords.value(number),
        number.n() < FEW ? GroupBars.Kind.FEW : GroupBars.Kind.GROUP);
  }

  private static ForestPlot.Estimate estimate(ProbeNumber number) {
    Interval interval = number.interval();
    return new ForestPlot.Estimate(
        ProbeWords.group(number),
        note(number),
        number.value(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        null,
        ProbeWords.value(number),
        ForestPlot.Mark.PLAIN);
  }

  private static String note(ProbeNumber number) {
    return "n " + Rounded.count(number.n()) + (number.n() < FEW ? ", few" : "");
  }

  /// "From a 0.2 to b 0.7, a gap of 0.5; the line is all rows (0.4)." The groups whose interval
  /// does not hold what the line stands for are named.
  private static String words(List<ProbeNumber> groups, String line, @Nullable Double against) {
    List<ProbeNumber> known =
        groups.stream()
            .filter(n -> n.value() != null)
            .sorted(Comparator.comparingDouble(n -> Objects.requireNonNull(n.value())))
            .toList();
    if (known.isEmpty()) {
      return "No group could be asked.";
    }
    ProbeNumber least = known.getFirst();
    ProbeNumber most = known.getLast();
    List<String> sentences = new ArrayList<>();
    if (known.size() > 1) {
      double gap = Objects.requireNonNull(most.value()) - Objects.requireNonNull(least.value());
      sentences.add(
          "From " + said(least) + " to " + said(most) + ", a gap of " + Rounded.number(gap) + ".");
    } else {
      sentences.add(said(least) + ".");
    }
    if (against != null) {
      List<String> apart =
          known.stream().filter(n -> isApart(n, against)).map(ProbeWords::group).toList();
      sentences.add("The line is " + line + " (" + Rounded.number(against) + ").");
      sentences.add(
          apart.isEmpty()
              ? "No interval lies apart from it."
              : "Apart from it: " + String.join(", ", apart) + ".");
    }
    return String.join(" ", sentences);
  }

  private static boolean isApart(ProbeNumber number, double against) {
    return Optional.ofNullable(number.interval())
        .filter(i -> i.lower() > against || i.upper() < against)
        .isPresent();
  }

  private static String said(ProbeNumber number) {
    return ProbeWords.group(number) + " " + ProbeWords.value(number);
  }
}

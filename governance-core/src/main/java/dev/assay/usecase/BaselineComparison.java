package dev.assay.usecase;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricDefinition.Better;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Compares an evaluation with an earlier one, slice by slice. A metric is worse when its interval
/// lies wholly on the bad side of the earlier interval: what chance explains is not held against a
/// model. Slices or metrics that only one of them has are left alone.
final class BaselineComparison {

  private static final String RULE = "baseline.not_worse";

  private BaselineComparison() {}

  /// One finding for each number that became worse, and one that says how many were compared.
  static List<Finding> compare(Evaluation now, Evaluation earlier) {
    List<Finding> worse = new ArrayList<>();
    int compared = 0;
    int incomparable = 0;
    var index = new MetricIndex(earlier);
    for (int i = 0; i < now.metrics().size(); i++) {
      MetricRow row = now.metrics().get(i);
      MetricDefinition definition = MetricCatalogue.find(row.metric()).orElse(null);
      MetricRow before = index.find(row);
      if (definition == null || before == null || !directed(definition.better())) {
        continue;
      }
      Interval interval = interval(row);
      Interval earlierInterval = interval(before);
      if (interval == null || earlierInterval == null) {
        incomparable++;
        continue;
      }
      compared++;
      if (isWorse(definition.better(), interval, earlierInterval)) {
        worse.add(finding(row, before, definition, i));
      }
    }
    worse.add(summary(compared, incomparable, worse.size()));
    return List.copyOf(worse);
  }

  private static boolean directed(Better better) {
    return switch (better) {
      case HIGHER, LOWER -> true;
      case CLOSER_TO_ZERO, CLOSER_TO_ONE, NEITHER -> false;
    };
  }

  private static boolean isWorse(Better better, Interval now, Interval earlier) {
    return better == Better.HIGHER ? now.upper() < earlier.lower() : now.lower() > earlier.upper();
  }

  private static @Nullable Interval interval(MetricRow row) {
    return switch (row.value()) {
      case MetricValue.Defined defined -> defined.interval();
      case MetricValue.Undefined ignored -> null;
    };
  }

  private static Finding finding(
      MetricRow row, MetricRow before, MetricDefinition definition, int position) {
    Interval interval = interval(row);
    Interval earlier = interval(before);
    String subject = definition.name() + ", " + row.slice().describe();
    return new Finding(
        RULE + ":" + row.metric() + ":" + row.slice().describe(),
        RULE,
        "Worse than the baseline",
        Verdict.FAIL,
        Severity.MAJOR,
        subject,
        String.format(
            Locale.ROOT,
            "%s is %.4f (%.4f to %.4f, n = %,d); it was %.4f (%.4f to %.4f).",
            subject,
            row.value().orNaN(),
            interval == null ? Double.NaN : interval.lower(),
            interval == null ? Double.NaN : interval.upper(),
            row.n(),
            before.value().orNaN(),
            earlier == null ? Double.NaN : earlier.lower(),
            earlier == null ? Double.NaN : earlier.upper()),
        row.value().orNaN(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        "not worse than the baseline beyond chance",
        row.n(),
        List.of("metrics[" + position + "]"),
        "",
        "");
  }

  private static Finding summary(int compared, int incomparable, int worse) {
    return new Finding(
        RULE,
        RULE,
        "Compared with the baseline",
        compared == 0 ? Verdict.INSUFFICIENT_EVIDENCE : Verdict.PASS,
        compared == 0 ? Severity.MAJOR : Severity.INFO,
        "all metrics with a direction",
        String.format(
            Locale.ROOT,
            "%,d numbers were compared with the baseline, %,d became worse beyond chance; %,d have no interval in one of"
                + " the two and were not compared.",
            compared,
            worse,
            incomparable),
        (double) worse,
        null,
        null,
        "none worse beyond chance",
        compared,
        List.of(),
        "",
        "");
  }
}

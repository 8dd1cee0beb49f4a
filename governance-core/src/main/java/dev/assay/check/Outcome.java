package dev.assay.check;

import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.CheckValue;
import dev.assay.evaluation.CheckResult.Evidence;
import dev.assay.evaluation.CheckResult.Status;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects what one run of a check found, then says how it ended.
public final class Outcome {

  /// Most rows that a piece of evidence lists.
  public static final int MAX_ROWS = 100;

  private final Check check;
  private final List<CheckValue> values = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();

  /// @param check whose run it is
  public Outcome(Check check) {
    this.check = check;
  }

  /// A number, or why there is none.
  public Outcome value(String name, String subject, MetricValue value) {
    values.add(new CheckValue(name, subject, value));
    return this;
  }

  /// A finite number.
  public Outcome value(String name, String subject, double value) {
    return value(name, subject, MetricValue.of(value));
  }

  /// A number that may not exist.
  ///
  /// @param reason why it does not exist where it is NaN or infinite
  public Outcome value(String name, String subject, double value, String reason) {
    return value(
        name,
        subject,
        Double.isFinite(value) ? MetricValue.of(value) : new MetricValue.Undefined(reason));
  }

  /// Something to look at.
  ///
  /// @param rows data rows, 1-based; the first [#MAX_ROWS] are kept
  public Outcome evidence(String sentence, List<Long> rows, Map<String, String> details) {
    evidence.add(
        new Evidence(
            sentence,
            List.copyOf(rows.subList(0, Math.min(MAX_ROWS, rows.size()))),
            new TreeMap<>(details)));
    return this;
  }

  /// Something to look at that has no rows or details.
  public Outcome evidence(String sentence) {
    return evidence(sentence, List.of(), Map.of());
  }

  /// Ends well.
  public CheckResult ok(String summary) {
    return end(Status.OK, summary);
  }

  /// Ends with something found.
  public CheckResult issue(String summary) {
    return end(Status.ISSUE, summary);
  }

  /// Ends as issue or well.
  public CheckResult issueIf(boolean found, String issue, String well) {
    return found ? issue(issue) : ok(well);
  }

  /// Did not apply.
  ///
  /// @param why a sentence
  public CheckResult notApplicable(String why) {
    return end(Status.NOT_APPLICABLE, why);
  }

  private CheckResult end(Status status, String summary) {
    return new CheckResult(
        check.id(), check.title(), status, summary, List.copyOf(values), List.copyOf(evidence));
  }
}

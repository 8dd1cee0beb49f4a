package dev.assay.report.content;

import dev.assay.evaluation.CheckResult;
import dev.assay.metric.MetricValue;
import java.util.List;

/// Numbers of a check by name and subject.
final class Values {

  private Values() {}

  static MetricValue of(CheckResult check, String name, String subject) {
    return check.values().stream()
        .filter(v -> v.name().equals(name) && v.subject().equals(subject))
        .map(CheckResult.CheckValue::value)
        .findFirst()
        .orElseGet(() -> new MetricValue.Undefined(Say.words("values.not-measured")));
  }

  /// What numbers of this name are about, in their order.
  static List<String> subjects(CheckResult check, String name) {
    return check.values().stream()
        .filter(v -> v.name().equals(name))
        .map(CheckResult.CheckValue::subject)
        .toList();
  }

  static boolean isDefined(MetricValue value) {
    return value instanceof MetricValue.Defined;
  }

  /// Why there is no number; empty when there is one.
  static String why(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined ignored -> "";
      case MetricValue.Undefined undefined -> Say.phrase(undefined.reason()).plain();
    };
  }
}

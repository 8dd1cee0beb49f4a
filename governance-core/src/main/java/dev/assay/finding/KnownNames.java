package dev.assay.finding;

import dev.assay.check.Check;
import dev.assay.check.Checks;
import dev.assay.common.Visible;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricDefinition.Family;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Names of metrics and checks that policies may use; others are refused with the nearest known
/// ones.
final class KnownNames {

  private static final int LONGEST_SHOWN = 60;
  private static final List<String> FAMILIES =
      List.of(
          "quality",
          "imbalance",
          "leakage",
          "proxy",
          "label",
          "drift",
          "behaviour",
          "robustness",
          "privacy",
          "poisoning",
          "cost");
  private static final String EXPECTATION = "_expected_if_calibrated";

  private final PolicyDocument document;
  private final boolean strict;

  /// @param strict whether unknown names are refused
  KnownNames(PolicyDocument document, boolean strict) {
    this.document = document;
    this.strict = strict;
  }

  /// The id of a metric.
  String metric(String name, String pointer) {
    MetricDefinition definition = MetricCatalogue.find(name).orElse(null);
    if (strict && definition == null) {
      throw unknown("POLICY-METRIC", "metric", name, metricNames(), pointer);
    }
    return MetricCatalogue.canonical(name);
  }

  /// The id of a difference or ratio between groups.
  String disparity(String name, String pointer) {
    MetricDefinition definition = MetricCatalogue.find(name).orElse(null);
    if (strict && definition == null) {
      throw unknown("POLICY-METRIC", "disparity", name, disparityNames(), pointer);
    }
    if (strict && definition.family() != Family.FAIRNESS) {
      throw document.refused(
          "POLICY-METRIC",
          pointer,
          "'" + name + "' is a metric of a slice, not a disparity between groups",
          "Write 'metric: "
              + name
              + "', or one of the disparities"
              + meant(Names.near(name + "_difference", disparityNames()))
              + ".");
    }
    return MetricCatalogue.canonical(name);
  }

  /// The id of a check or a family of checks. A family that has no checks yet may be named: its
  /// rule lacks evidence until it has.
  String check(String name, String pointer) {
    List<String> ids = Checks.all().stream().map(Check::id).toList();
    String family = family(name);
    boolean open =
        FAMILIES.contains(family) && ids.stream().noneMatch(id -> family(id).equals(family));
    if (strict && !open && ids.stream().noneMatch(id -> matches(name, id))) {
      List<String> known =
          Stream.concat(
                  Stream.concat(FAMILIES.stream(), ids.stream().map(KnownNames::family))
                      .map(f -> f + ".*"),
                  ids.stream())
              .distinct()
              .toList();
      throw unknown("POLICY-CHECK", "check", name, known, pointer);
    }
    return name;
  }

  private static String family(String check) {
    return check.substring(0, Math.max(0, check.indexOf('.')));
  }

  /// Whether a check has this id or belongs to this family.
  static boolean matches(String check, String id) {
    return check.endsWith(".*")
        ? id.startsWith(check.substring(0, check.length() - 1))
        : id.equals(check);
  }

  /// Whether it is known what the metric would be by chance.
  static boolean hasExpectation(String metric) {
    return MetricCatalogue.find(expectation(metric)).isPresent();
  }

  /// The metric that says what this one would be by chance.
  static String expectation(String metric) {
    return metric + EXPECTATION;
  }

  private FaultFound unknown(
      String code, String kind, String name, Collection<String> known, String pointer) {
    List<String> near = Names.near(name, known);
    return document.refused(
        code,
        pointer,
        "there is no " + kind + " called '" + Visible.of(name, LONGEST_SHOWN) + "'",
        near.isEmpty()
            ? "Use one of: " + String.join(", ", known.stream().sorted().toList()) + "."
            : "The nearest known names are" + meant(near) + ".");
  }

  private static String meant(List<String> names) {
    return names.isEmpty() ? "" : ": " + String.join(", ", names);
  }

  private static List<String> metricNames() {
    return Stream.concat(
            MetricCatalogue.all().stream().map(MetricDefinition::id),
            MetricCatalogue.aliases().keySet().stream())
        .toList();
  }

  private static List<String> disparityNames() {
    return MetricCatalogue.all().stream()
        .filter(d -> d.family() == Family.FAIRNESS)
        .map(MetricDefinition::id)
        .toList();
  }
}

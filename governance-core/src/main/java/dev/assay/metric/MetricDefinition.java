package dev.assay.metric;

import org.jspecify.annotations.Nullable;

/// What a metric is. The words on screens, in reports and in the glossary all come from here.
///
/// @param id key used in evaluation.json, for instance `recall`
/// @param name name for people, for instance "True positive rate (recall)"
/// @param family the family it belongs to
/// @param formula formula in plain text
/// @param explanation one plain sentence: what it says about the model
/// @param lowest lowest possible value, null = unbounded
/// @param highest highest possible value, null = unbounded
/// @param better which direction is better
/// @param undefinedWhen when it has no value, in words
/// @param source paper, rule or library whose convention this is
public record MetricDefinition(
    String id,
    String name,
    Family family,
    String formula,
    String explanation,
    @Nullable Double lowest,
    @Nullable Double highest,
    Better better,
    String undefinedWhen,
    String source) {

  /// Families of metrics.
  public enum Family {
    COUNT,
    CLASSIFICATION,
    RANKING,
    PROBABILITY,
    CALIBRATION,
    REGRESSION,
    GENERATION,
    FAIRNESS,
    IMBALANCE,
    DRIFT
  }

  /// Which direction is better.
  public enum Better {
    HIGHER,
    LOWER,
    CLOSER_TO_ZERO,
    CLOSER_TO_ONE,
    NEITHER
  }
}

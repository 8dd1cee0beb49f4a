package dev.assay.metric.fairness;

import dev.assay.metric.interval.GroupEstimate;
import org.jspecify.annotations.Nullable;

/// A number in which groups are compared, as far as one group has it.
public sealed interface GroupNumber {

  /// A share of rows.
  ///
  /// @param successes weight of the event, scaled to effective rows
  /// @param n effective rows at risk, above 0
  record Rate(double successes, double n) implements GroupNumber {}

  /// Anything else with limits at any confidence.
  record Limited(GroupEstimate estimate) implements GroupNumber {}

  /// A number whose uncertainty is not known.
  record Bare(double number) implements GroupNumber {}

  /// The group does not have the number.
  ///
  /// @param reason in words: "no positive rows"
  record Undefined(String reason) implements GroupNumber {}

  /// The number, NaN where there is none.
  default double value() {
    return switch (this) {
      case Rate rate -> rate.successes() / rate.n();
      case Limited limited -> limited.estimate().value();
      case Bare bare -> bare.number();
      case Undefined ignored -> Double.NaN;
    };
  }

  /// Whether the group has the number.
  default boolean isDefined() {
    return !(this instanceof Undefined);
  }

  /// The number with its limits, null where they are not known.
  default @Nullable GroupEstimate estimate() {
    return switch (this) {
      case Rate rate -> GroupEstimate.rate(rate.successes(), rate.n());
      case Limited limited -> limited.estimate();
      case Bare ignored -> null;
      case Undefined ignored -> null;
    };
  }

  /// A mean with its standard error; without limits where the error is no number.
  static GroupNumber mean(double value, double standardError, String reason) {
    if (!Double.isFinite(value)) {
      return new Undefined(reason);
    }
    return Double.isFinite(standardError)
        ? new Limited(GroupEstimate.mean(value, standardError))
        : new Bare(value);
  }
}

package dev.assay.metric.generation;

/// Sums of one quantity over a slice, from which the quotient of its totals and the standard error
/// of the quotient follow. They can be added to those of other rows.
///
/// @param amount Σ w·x
/// @param per Σ w·y
/// @param amountSquared Σ w²·x²
/// @param product Σ w²·x·y
/// @param perSquared Σ w²·y²
public record QuantitySums(
    double amount, double per, double amountSquared, double product, double perSquared) {

  /// No rows.
  public static final QuantitySums NONE = new QuantitySums(0, 0, 0, 0, 0);

  /// Of both.
  public QuantitySums plus(QuantitySums other) {
    return new QuantitySums(
        amount + other.amount,
        per + other.per,
        amountSquared + other.amountSquared,
        product + other.product,
        perSquared + other.perSquared);
  }

  /// Σ w·x / Σ w·y; NaN where the latter is zero.
  public double ratio() {
    return per == 0 ? Double.NaN : amount / per;
  }

  /// Standard error of the quotient by linearisation (Cochran 1977, 6.3), rows being independent.
  ///
  /// @param effectiveN rows that carry as much information
  /// @return NaN for fewer than two rows
  public double standardError(double effectiveN) {
    if (!(effectiveN > 1) || per == 0) {
      return Double.NaN;
    }
    double r = ratio();
    double squares = Math.max(0, amountSquared - 2 * r * product + r * r * perSquared);
    return Math.sqrt(squares * effectiveN / (effectiveN - 1)) / Math.abs(per);
  }
}

package dev.assay.regime.ll144;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// An exact ratio of counts: it is rounded only where it is read.
///
/// @param numerator ≥ 0
/// @param denominator > 0
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

  /// @throws IllegalArgumentException when there is no such ratio
  public Ratio {
    if (numerator.signum() < 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException(numerator + " / " + denominator);
    }
  }

  /// A share of people.
  public static Ratio of(long part, long whole) {
    return new Ratio(BigInteger.valueOf(part), BigInteger.valueOf(whole));
  }

  /// This over another, which is not zero.
  public Ratio over(Ratio other) {
    return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /// Whether it is nothing.
  public boolean isZero() {
    return numerator.signum() == 0;
  }

  /// To so many decimals, halves away from zero: as people round.
  public String rounded(int decimals) {
    return scaled(0, decimals);
  }

  /// In per cent to so many decimals, without the sign.
  public String percent(int decimals) {
    return scaled(2, decimals);
  }

  private String scaled(int powerOfTen, int decimals) {
    return new BigDecimal(numerator)
        .scaleByPowerOfTen(powerOfTen)
        .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /// The nearest number that a computer holds.
  public double value() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
        .doubleValue();
  }

  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /// Equal as a number, however it is written.
  @Override
  public boolean equals(Object other) {
    return other instanceof Ratio ratio && compareTo(ratio) == 0;
  }

  @Override
  public int hashCode() {
    BigInteger common = numerator.gcd(denominator);
    return numerator.divide(common).hashCode() * 31 + denominator.divide(common).hashCode();
  }
}

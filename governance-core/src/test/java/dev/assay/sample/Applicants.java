package dev.assay.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Draws applicants. Whether a loan is repaid follows income, debts, savings, history and
/// employment, never sex, age or region.
final class Applicants {

  /// How the drawing differs from the first batch.
  ///
  /// @param income factor on incomes
  /// @param electronics share of loans for electronics
  record Economy(double income, double electronics) {
    static final Economy FIRST = new Economy(1.0, 0.20);
    static final Economy LATER = new Economy(1.25, 0.45);
  }

  private static final String[] REGIONS = {"north", "south", "east", "west"};
  private static final double[] REGION_SHARES = {0.3, 0.3, 0.25, 0.15};

  private final SplittableRandom random;
  private final Economy economy;
  private final String prefix;

  Applicants(long seed, Economy economy, String prefix) {
    this.random = new SplittableRandom(seed);
    this.economy = economy;
    this.prefix = prefix;
  }

  List<Applicant> draw(int count) {
    List<Applicant> all = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      all.add(one(String.format("%s%05d", prefix, i)));
    }
    return all;
  }

  private Applicant one(String id) {
    int age = (int) Math.clamp(Math.round(44 + 13 * gaussian()), 21, 75);
    boolean female = random.nextDouble() < 0.48;
    String region = pick(REGIONS, REGION_SHARES);
    double income = round(StrictMath.exp(3.55 + 0.45 * gaussian()) * economy.income(), 1);
    double employment =
        round(Math.min(Math.max(0, age - 20), -StrictMath.log(1 - random.nextDouble()) * 6), 1);
    double debt = round(Math.clamp(0.34 + 0.16 * gaussian(), 0.02, 0.95), 3);
    double savings = round(StrictMath.exp(1.2 + 1.1 * gaussian()), 1);
    double draw = random.nextDouble();
    String history = draw < 0.15 ? "none" : draw < 0.5 ? "short" : "long";
    String purpose = purpose();
    double loan = round(Math.clamp(StrictMath.exp(2.2 + 0.6 * gaussian()), 1, 60), 1);
    double leisure = round((female ? 58 : 42) + 9 * gaussian(), 2);
    double risk =
        0.9
            + 0.8 * (StrictMath.log(income) - 3.55)
            - 2.6 * (debt - 0.34)
            + 0.3 * (StrictMath.log(1 + savings) - 1.5)
            + switch (history) {
              case "none" -> -0.5;
              case "short" -> 0;
              default -> 0.3;
            }
            + cliffs(income, debt, savings, employment, loan)
            + 0.3 * gaussian();
    boolean repaid = random.nextDouble() < 1 / (1 + StrictMath.exp(-1.35 * risk));
    int reminders = repaid ? (random.nextDouble() < 0.02 ? 1 : 0) : 2 + random.nextInt(5);
    return new Applicant(
        id,
        age,
        female ? "female" : "male",
        region,
        income,
        employment,
        debt,
        savings,
        history,
        purpose,
        loan,
        leisure,
        reminders,
        repaid);
  }

  /// Where risk jumps: no straight line follows it.
  private static double cliffs(
      double income, double debt, double savings, double employment, double loan) {
    boolean stretched = debt > 0.42 && savings < 4;
    boolean settled = employment > 2 && employment < 9;
    boolean oversized = loan > 0.35 * income;
    return (stretched ? -1.9 : 0.35) + (settled ? 0.7 : -0.5) + (oversized ? -1.5 : 0.3);
  }

  private String purpose() {
    double draw = random.nextDouble();
    if (draw < economy.electronics()) {
      return "electronics";
    }
    double rest = (draw - economy.electronics()) / (1 - economy.electronics());
    return rest < 0.45 ? "car" : rest < 0.75 ? "home" : rest < 0.9 ? "education" : "other";
  }

  private String pick(String[] values, double[] shares) {
    double draw = random.nextDouble();
    for (int i = 0; i < values.length - 1; i++) {
      draw -= shares[i];
      if (draw < 0) {
        return values[i];
      }
    }
    return values[values.length - 1];
  }

  private double gaussian() {
    return random.nextGaussian();
  }

  private static double round(double value, int digits) {
    double unit = StrictMath.pow(10, digits);
    return Math.rint(value * unit) / unit;
  }
}

package dev.assay.sample;

import java.util.List;

/// What the models read of an applicant: numbers and categories; neither sex nor region nor what
/// happened after the decision.
final class Features {

  static final List<String> NUMBERS =
      List.of(
          "age",
          "income",
          "employment_years",
          "debt_ratio",
          "savings",
          "loan_amount",
          "leisure_index");
  static final List<String> HISTORIES = List.of("long", "none", "short");
  static final List<String> PURPOSES = List.of("car", "education", "electronics", "home", "other");

  private Features() {}

  /// Numbers, then one column a category; as the floats that the model will see.
  static float[] of(Applicant a) {
    float[] row = new float[NUMBERS.size() + HISTORIES.size() + PURPOSES.size()];
    double[] numbers = {
      a.age(),
      a.income(),
      a.employmentYears(),
      a.debtRatio(),
      a.savings(),
      a.loan(),
      a.leisureIndex()
    };
    for (int i = 0; i < numbers.length; i++) {
      row[i] = (float) numbers[i];
    }
    row[NUMBERS.size() + HISTORIES.indexOf(a.creditHistory())] = 1;
    row[NUMBERS.size() + HISTORIES.size() + PURPOSES.indexOf(a.purpose())] = 1;
    return row;
  }

  static float[][] of(List<Applicant> applicants) {
    return applicants.stream().map(Features::of).toArray(float[][]::new);
  }
}

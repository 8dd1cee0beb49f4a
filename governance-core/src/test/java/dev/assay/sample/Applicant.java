package dev.assay.sample;

import java.util.List;
import java.util.Locale;

/// One applicant for a loan.
///
/// @param id "A00001"
/// @param age years
/// @param sex "female" or "male"
/// @param region where the applicant lives
/// @param income a year, in thousands
/// @param employmentYears with the present employer
/// @param debtRatio monthly payments over monthly income
/// @param savings in thousands
/// @param creditHistory how long it is: "none", "short", "long"
/// @param purpose of the loan
/// @param loan amount in thousands
/// @param leisureIndex spending on a set of shops, a stand-in for sex
/// @param reminders payment reminders sent AFTER the decision: knows the outcome
/// @param repaid the truth, or what was written down for it
record Applicant(
    String id,
    int age,
    String sex,
    String region,
    double income,
    double employmentYears,
    double debtRatio,
    double savings,
    String creditHistory,
    String purpose,
    double loan,
    double leisureIndex,
    int reminders,
    boolean repaid) {

  static final List<String> HEADER =
      List.of(
          "applicant_id",
          "age",
          "age_group",
          "sex",
          "region",
          "income",
          "employment_years",
          "debt_ratio",
          "savings",
          "credit_history",
          "loan_purpose",
          "loan_amount",
          "leisure_index",
          "payment_reminders",
          "repaid");

  /// The group that the age belongs to.
  String ageGroup() {
    return age < 35 ? "under 35" : age < 55 ? "35 to 54" : "55 and over";
  }

  /// Whether this is a woman of 55 or more: the intersection that the training labels wrong.
  boolean inPlantedCell() {
    return sex.equals("female") && age >= 55;
  }

  Applicant withRepaid(boolean other) {
    return new Applicant(
        id,
        age,
        sex,
        region,
        income,
        employmentYears,
        debtRatio,
        savings,
        creditHistory,
        purpose,
        loan,
        leisureIndex,
        reminders,
        other);
  }

  Applicant withId(String other) {
    return new Applicant(
        other,
        age,
        sex,
        region,
        income,
        employmentYears,
        debtRatio,
        savings,
        creditHistory,
        purpose,
        loan,
        leisureIndex,
        reminders,
        repaid);
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%s,%s,%s,%.1f,%.1f,%.3f,%.1f,%s,%s,%.1f,%.2f,%d,%s",
        id,
        age,
        ageGroup(),
        sex,
        region,
        income,
        employmentYears,
        debtRatio,
        savings,
        creditHistory,
        purpose,
        loan,
        leisureIndex,
        reminders,
        repaid ? "yes" : "no");
  }
}

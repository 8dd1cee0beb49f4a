package dev.assay.evaluation;

import dev.assay.metric.fairness.GroupNumber;
import java.util.function.Function;

/// A way to compare groups.
///
/// @param metric id, for instance `demographic_parity_difference`
/// @param form difference or ratio
/// @param test what is tested; comparisons that rest on the same table share it and count as one
///   test
/// @param noun the number compared, in words: "true positive rate"
/// @param many whether it is also made where there are very many groups
/// @param number the number of a group
/// @param <S> what is known of a group
record Comparison<S>(
    String metric,
    Form form,
    String test,
    String noun,
    boolean many,
    Function<S, GroupNumber> number) {

  /// How two numbers are compared.
  enum Form {
    /// One minus the other.
    DIFFERENCE,
    /// One over the other.
    RATIO
  }

  static <S> Comparison<S> difference(
      String metric, String test, String noun, Function<S, GroupNumber> number) {
    return new Comparison<>(metric, Form.DIFFERENCE, test, noun, false, number);
  }

  static <S> Comparison<S> ratio(
      String metric, String test, String noun, Function<S, GroupNumber> number) {
    return new Comparison<>(metric, Form.RATIO, test, noun, false, number);
  }

  /// The same, made for any number of groups.
  Comparison<S> forMany() {
    return new Comparison<>(metric, form, test, noun, true, number);
  }
}

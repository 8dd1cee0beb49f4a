package dev.assay.finding;

import static dev.assay.finding.Facts.number;
import static dev.assay.finding.Facts.undefined;
import static dev.assay.finding.Judged.FEMALE;
import static dev.assay.finding.Judged.MALE;
import static dev.assay.finding.Judged.only;
import static dev.assay.finding.Judged.plain;
import static dev.assay.finding.Verdict.FAIL;
import static dev.assay.finding.Verdict.INSUFFICIENT_EVIDENCE;
import static dev.assay.finding.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every path of a single number to its verdict.
class JudgeNumbersTest {
  static Stream<Arguments> numbers() {
    return Stream.of(plainNumbers(), numbersWithEvidence(), numbersBetween()).flatMap(s -> s);
  }

  private static Stream<Arguments> plainNumbers() {
    String min = "metric: recall, limit: {min: 0.8}";
    String byInterval = min + ", decide: interval";
    return Stream.of(
        arguments(
            min,
            number(0.8),
            100,
            PASS,
            "Recall) for everyone is 0.800 (n = 100), which keeps the limit: at least 0.8."),
        arguments(
            min,
            number(0.79996),
            100,
            FAIL,
            "is 0.79996 (n = 100), which breaks the limit: at least 0.8."),
        arguments(
            min,
            number(0.9, 0.7, 0.95),
            100,
            PASS,
            "is 0.900 (95 % interval 0.700 to 0.950, n = 100), which keeps"),
        arguments(byInterval, number(0.9, 0.85, 0.95), 100, PASS, "which keeps the limit"),
        arguments(byInterval, number(0.9, 0.8, 0.95), 100, PASS, "which keeps the limit"),
        arguments(
            byInterval,
            number(0.7, 0.6, 0.79),
            100,
            FAIL,
            "which breaks the limit: at least 0.8."));
  }

  private static Stream<Arguments> numbersWithEvidence() {
    String min = "metric: recall, limit: {min: 0.8}";
    String byInterval = min + ", decide: interval";
    return Stream.of(
        arguments(
            byInterval,
            number(0.9, 0.7, 0.95),
            100,
            INSUFFICIENT_EVIDENCE,
            "; the interval reaches across the limit (at least 0.8), so these rows cannot tell."),
        arguments(byInterval, number(0.7, 0.6, 0.8), 100, INSUFFICIENT_EVIDENCE, "reaches across"),
        arguments(
            byInterval,
            number(0.9),
            100,
            INSUFFICIENT_EVIDENCE,
            "the rule decides by interval, and this number has none"),
        arguments(
            byInterval,
            undefined("no positive rows"),
            12,
            INSUFFICIENT_EVIDENCE,
            "is undefined (no positive rows; n = 12), so it cannot be held against the limit: at least 0.8."),
        arguments(
            min,
            undefined("no positive rows"),
            12,
            INSUFFICIENT_EVIDENCE,
            "is undefined (no positive rows; n = 12)"),
        arguments(
            min + ", minimum_n: 30",
            number(0.9),
            29,
            INSUFFICIENT_EVIDENCE,
            "rests on too few rows (n = 29; the rule asks for at least 30)."));
  }

  private static Stream<Arguments> numbersBetween() {
    String min = "metric: recall, limit: {min: 0.8}";
    String between = "metric: calibration_slope, limit: {min: 0.8, max: 1.25}, decide: interval";
    return Stream.of(
        arguments(min + ", minimum_n: 30", number(0.9), 30, PASS, "keeps"),
        arguments(between, number(1.0, 0.8, 1.25), 100, PASS, "between 0.8 and 1.25"),
        arguments(between, number(1.4, 1.3, 1.5), 100, FAIL, "breaks"),
        arguments(between, number(0.5, 0.4, 0.7), 100, FAIL, "breaks"),
        arguments(between, number(1.0, 0.7, 1.4), 100, INSUFFICIENT_EVIDENCE, "across"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aNumberIsJudged(String rule, MetricValue value, long n, Verdict verdict, String sentence) {
    String metric = rule.substring("metric: ".length(), rule.indexOf(','));

    Finding finding = only(rule, new Facts().metric(metric, SliceKey.WHOLE, value, n));

    assertThat(finding.verdict()).as(finding.sentence()).isEqualTo(verdict);
    assertThat(plain(finding.sentence())).containsIgnoringCase(sentence).endsWith(".");
    assertThat(finding.evidence()).containsExactly("metrics[0]");
    assertThat(finding.n()).isEqualTo(n);
    assertThat(finding.observed())
        .isEqualTo(value instanceof MetricValue.Defined d ? Double.valueOf(d.value()) : null);
    assertThat(finding.severity()).isEqualTo(Severity.MAJOR);
  }

  static Stream<Arguments> comparedNumbers() {
    return Stream.of(comparedWithEveryone(), comparedByRatio(), comparedWithOthers())
        .flatMap(s -> s);
  }

  private static Stream<Arguments> comparedWithEveryone() {
    String below = "metric: accuracy, slices: [groups], limit: {min: -0.1, relative_to: everyone}";
    String times =
        "metric: mae, slices: [groups], limit: {max: 1.25, relative_to: everyone, by: ratio}";
    return Stream.of(
        arguments(
            below,
            number(0.85),
            "accuracy",
            SliceKey.WHOLE,
            number(0.9),
            PASS,
            "is 0.850 (n = 100), 0.050 below that of everyone, 0.900, which keeps the limit: at most 0.1 below."),
        arguments(
            below,
            number(0.7),
            "accuracy",
            SliceKey.WHOLE,
            number(0.9),
            FAIL,
            "0.200 below that of everyone, 0.900, which breaks the limit: at most 0.1 below."),
        arguments(
            below + ", decide: interval",
            number(0.82, 0.78, 0.86),
            "accuracy",
            SliceKey.WHOLE,
            number(0.9),
            INSUFFICIENT_EVIDENCE,
            "reaches across the limit (at most 0.1 below)"),
        arguments(
            times,
            number(12),
            "mae",
            SliceKey.WHOLE,
            number(10),
            PASS,
            "1.200 times that of everyone, 10.00, which keeps the limit: at most 1.25."),
        arguments(
            times,
            number(13),
            "mae",
            SliceKey.WHOLE,
            number(10),
            FAIL,
            "1.300 times that of everyone"));
  }

  private static Stream<Arguments> comparedByRatio() {
    String times =
        "metric: mae, slices: [groups], limit: {max: 1.25, relative_to: everyone, by: ratio}";
    String expected = "metric: ece, slices: [groups], limit: {max: 0.02, relative_to: expected}";
    return Stream.of(
        arguments(
            times,
            number(13),
            "mae",
            SliceKey.WHOLE,
            number(0),
            INSUFFICIENT_EVIDENCE,
            "that of everyone is zero, so it cannot be held against the limit: at most 1.25 times that of everyone."),
        arguments(
            times,
            number(13),
            "mae",
            SliceKey.WHOLE,
            undefined("no rows"),
            INSUFFICIENT_EVIDENCE,
            "that of everyone is not known (no rows)"),
        arguments(
            times,
            number(13),
            "mae",
            MALE,
            number(1),
            INSUFFICIENT_EVIDENCE,
            "that of everyone is not known (it was not computed)"),
        arguments(
            expected,
            number(0.03),
            "ece_expected_if_calibrated",
            FEMALE,
            number(0.02),
            PASS,
            "0.010 above the value expected by chance, 0.020, which keeps the limit: at most 0.02 above."),
        arguments(
            expected,
            number(0.05),
            "ece_expected_if_calibrated",
            FEMALE,
            number(0.02),
            FAIL,
            "0.030 above the value expected by chance"));
  }

  private static Stream<Arguments> comparedWithOthers() {
    String times =
        "metric: mae, slices: [groups], limit: {max: 1.25, relative_to: everyone, by: ratio}";
    String shift =
        "metric: mean_error, slices: [groups], limit: {min: -0.5, max: 0.5, relative_to: mae, by: ratio}, decide: interval";
    return Stream.of(
        arguments(
            shift,
            number(1, 0.5, 1.5),
            "mae",
            FEMALE,
            number(4),
            PASS,
            "0.250 times mean absolute error of the same rows, 4.000"),
        arguments(shift, number(1, 0.5, 1.5), "mae", FEMALE, number(-4), PASS, "−0.250 times"),
        arguments(
            shift,
            number(3, 2.5, 3.5),
            "mae",
            FEMALE,
            number(4),
            FAIL,
            "breaks the limit: between −0.5 and 0.5."));
  }

  @ParameterizedTest
  @MethodSource("comparedNumbers")
  void aNumberIsComparedFirst(
      String rule,
      MetricValue value,
      String otherMetric,
      SliceKey otherSlice,
      MetricValue other,
      Verdict verdict,
      String sentence) {
    String metric = rule.substring("metric: ".length(), rule.indexOf(','));
    Facts facts = new Facts().metric(metric, FEMALE, value, 100);
    if (!otherSlice.equals(MALE)) {
      facts.metric(otherMetric, otherSlice, other, 1_000);
    }

    Finding finding = only(rule, facts);

    assertThat(finding.verdict()).as(finding.sentence()).isEqualTo(verdict);
    assertThat(plain(finding.sentence())).contains(sentence);
    assertThat(finding.subject()).endsWith(", sex = Female");
    assertThat(finding.id()).isEqualTo("r0/sex=Female");
  }
}

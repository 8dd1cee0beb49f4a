package dev.assay.metric.classification;

import static dev.assay.metric.Measurement.rate;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.MetricValue.Undefined;
import dev.assay.metric.MulticlassStatistics;
import dev.assay.metric.MulticlassStatistics.ProbabilityStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The metrics of a classifier with three or more classes, from the sufficient statistics of a
/// slice.
public final class MulticlassMetrics {

  private static final String NO_ROWS = "no rows";

  private MulticlassMetrics() {}

  /// Metrics over all classes, in the order of the catalogue.
  public static List<Measurement> of(MulticlassStatistics s) {
    List<Measurement> all = new ArrayList<>();
    all.add(Measurement.of("n", MetricValue.of(s.total())));
    all.add(rate("accuracy", s.correct(), s.total(), NO_ROWS));
    all.add(measured("balanced_accuracy", s, balancedAccuracy(s.confusion()), NO_ROWS));
    averages(s, all);
    all.add(measured("mcc", s, mcc(s.confusion()), "a single class, or a single decision, occurs"));
    all.add(measured("cohen_kappa", s, kappa(s.confusion()), "only one class and decision occur"));
    ProbabilityStatistics scored = s.scored();
    if (scored != null) {
      probabilities(s, scored, all);
      ranking(s, scored, all);
    }
    return all;
  }

  /// Metrics of one class against the rest, and its support.
  public static List<Measurement> ofClass(MulticlassStatistics s, int c) {
    List<Measurement> all = new ArrayList<>();
    all.add(Measurement.of("support", MetricValue.of(s.support(c))));
    all.addAll(BinaryMetrics.of(s.perClass().get(c)));
    return all;
  }

  /// Mean of the recalls that are defined; NaN where no class has rows.
  ///
  /// @param confusion [true class][decided class]
  public static double balancedAccuracy(double[][] confusion) {
    double sum = 0;
    int defined = 0;
    for (int c = 0; c < confusion.length; c++) {
      double support = rowSum(confusion, c);
      if (support > 0) {
        sum += confusion[c][c] / support;
        defined++;
      }
    }
    return sum / defined;
  }

  /// Matthews correlation for several classes (Gorodkin 2004); NaN where undefined.
  public static double mcc(double[][] confusion) {
    Margins m = Margins.of(confusion);
    return (m.correct * m.total - m.cross)
        / (Math.sqrt(m.total * m.total - m.decidedSquared)
            * Math.sqrt(m.total * m.total - m.trueSquared));
  }

  /// Cohen's kappa; NaN where undefined.
  public static double kappa(double[][] confusion) {
    Margins m = Margins.of(confusion);
    return (m.correct * m.total - m.cross) / (m.total * m.total - m.cross);
  }

  /// Mean over classes of precision, recall or F1, an undefined one counting 0.
  ///
  /// @param part precision, recall or f1
  public static double macro(double[][] confusion, String part) {
    double sum = 0;
    for (int c = 0; c < confusion.length; c++) {
      sum += ofClass(confusion, c, part);
    }
    return sum / confusion.length;
  }

  /// The same weighted by rows of the class.
  public static double weighted(double[][] confusion, String part) {
    double sum = 0;
    double total = 0;
    for (int c = 0; c < confusion.length; c++) {
      double support = rowSum(confusion, c);
      sum += support * ofClass(confusion, c, part);
      total += support;
    }
    return sum / total;
  }

  private static double ofClass(double[][] confusion, int c, String part) {
    double tp = confusion[c][c];
    double support = rowSum(confusion, c);
    double decided = columnSum(confusion, c);
    double value =
        switch (part) {
          case "precision" -> tp / decided;
          case "recall" -> tp / support;
          case "f1" -> 2 * tp / (support + decided);
          default -> throw new IllegalArgumentException(part);
        };
    return Double.isNaN(value) ? 0 : value;
  }

  private static void averages(MulticlassStatistics s, List<Measurement> all) {
    for (String part : List.of("precision", "recall", "f1")) {
      all.add(measured(part + "_macro", s, macro(s.confusion(), part), NO_ROWS));
      all.add(measured(part + "_weighted", s, weighted(s.confusion(), part), NO_ROWS));
      all.add(rate(part + "_micro", s.correct(), s.total(), NO_ROWS));
    }
  }

  private static void probabilities(
      MulticlassStatistics s, ProbabilityStatistics scored, List<Measurement> all) {
    all.add(Measurement.of("log_loss", MetricValue.ratio(scored.sumLogLoss(), s.total(), NO_ROWS)));
    all.add(
        Measurement.of(
            "brier_multiclass", MetricValue.ratio(scored.sumBrier(), s.total(), NO_ROWS)));
    all.add(rate("top2_accuracy", scored.topTwo(), s.total(), NO_ROWS));
    all.add(
        measured("ece_top_label", s, CalibrationMetrics.expected(scored.topLabelBins()), NO_ROWS));
    all.add(
        measured("mce_top_label", s, CalibrationMetrics.maximum(scored.topLabelBins()), NO_ROWS));
    all.add(
        measured(
            "classwise_ece",
            s,
            meanOverClasses(s, b -> CalibrationMetrics.expected(b.scored().bins())),
            NO_ROWS));
  }

  private static void ranking(
      MulticlassStatistics s, ProbabilityStatistics scored, List<Measurement> all) {
    String missing = "a class has no rows, or all rows";
    double weighted = 0;
    for (int c = 0; c < s.classes(); c++) {
      weighted += s.support(c) / s.total() * auc(s.perClass().get(c));
    }
    all.add(measured("roc_auc_ovr_macro", s, meanOverClasses(s, MulticlassMetrics::auc), missing));
    all.add(measured("roc_auc_ovr_weighted", s, weighted, missing));
    all.add(
        measured(
            "roc_auc_ovo_macro", s, oneAgainstOne(s, scored.pairsWon()), "a class has no rows"));
  }

  private static double oneAgainstOne(MulticlassStatistics s, double[][] won) {
    double sum = 0;
    for (int c = 0; c < won.length; c++) {
      for (int d = 0; d < won.length; d++) {
        sum += c == d ? 0 : won[c][d] / (s.support(c) * s.support(d));
      }
    }
    return sum / (won.length * (won.length - 1.0));
  }

  private static double auc(BinaryStatistics b) {
    return b.scored().pairsWon() / (b.positives() * b.negatives());
  }

  private static double meanOverClasses(
      MulticlassStatistics s, ToDoubleFunction<BinaryStatistics> value) {
    return IntStream.range(0, s.classes())
        .mapToDouble(c -> value.applyAsDouble(s.perClass().get(c)))
        .average()
        .orElse(Double.NaN);
  }

  private static Measurement measured(
      String metric, MulticlassStatistics s, double value, String reason) {
    return Measurement.of(
        metric,
        s.total() == 0 || !Double.isFinite(value)
            ? new Undefined(s.total() == 0 ? NO_ROWS : reason)
            : MetricValue.of(value));
  }

  private static double rowSum(double[][] confusion, int c) {
    double sum = 0;
    for (double cell : confusion[c]) {
      sum += cell;
    }
    return sum;
  }

  private static double columnSum(double[][] confusion, int c) {
    double sum = 0;
    for (double[] row : confusion) {
      sum += row[c];
    }
    return sum;
  }

  /// Sums of a confusion matrix that agreement is measured with.
  private record Margins(
      double total, double correct, double cross, double trueSquared, double decidedSquared) {

    static Margins of(double[][] confusion) {
      double total = 0;
      double correct = 0;
      double cross = 0;
      double trueSquared = 0;
      double decidedSquared = 0;
      for (int c = 0; c < confusion.length; c++) {
        double support = rowSum(confusion, c);
        double decided = columnSum(confusion, c);
        total += support;
        correct += confusion[c][c];
        cross += support * decided;
        trueSquared += support * support;
        decidedSquared += decided * decided;
      }
      return new Margins(total, correct, cross, trueSquared, decidedSquared);
    }
  }
}

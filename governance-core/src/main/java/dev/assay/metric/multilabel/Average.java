package dev.assay.metric.multilabel;

import dev.assay.metric.BinaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A rate averaged over labels: pooled over all decisions (micro), each label the same (macro), or
/// each label as often as it occurs (weighted). As scikit-learn averages, a label whose rate is
/// undefined counts as 0 in the mean over labels.
///
/// @param part the rate
/// @param way how it is averaged
record Average(Part part, Way way) {

  /// Every average, in the order of their variances in [MultiLabelStatistics].
  static final List<Average> ALL =
      Stream.of(Part.values())
          .flatMap(part -> Stream.of(Way.values()).map(way -> new Average(part, way)))
          .toList();

  /// The rate.
  enum Part {
    /// True positives among what was given.
    PRECISION,
    /// True positives among what should have been.
    RECALL,
    /// Their harmonic mean.
    F1;

    double numerator(double tp) {
      return this == F1 ? 2 * tp : tp;
    }

    double denominator(double tp, double fp, double fn) {
      return switch (this) {
        case PRECISION -> tp + fp;
        case RECALL -> tp + fn;
        case F1 -> 2 * tp + fp + fn;
      };
    }

    /// 0 where it is undefined.
    double of(BinaryStatistics s) {
      double denominator = denominator(s.tp(), s.fp(), s.fn());
      return denominator == 0 ? 0 : numerator(s.tp()) / denominator;
    }
  }

  /// How labels are averaged.
  enum Way {
    MICRO,
    MACRO,
    WEIGHTED
  }

  /// Its metric: "f1_micro".
  String metric() {
    return (part.name() + "_" + way.name()).toLowerCase(Locale.ROOT);
  }

  /// The average; NaN where nothing is at risk at all.
  double of(List<BinaryStatistics> labels) {
    return switch (way) {
      case MICRO -> pooledNumerator(labels) / pooledDenominator(labels);
      case MACRO -> labels.stream().mapToDouble(part::of).sum() / labels.size();
      case WEIGHTED ->
          labels.stream().mapToDouble(s -> s.positives() * part.of(s)).sum() / positives(labels);
    };
  }

  /// Why there is none.
  String undefined() {
    return switch (way) {
      case MICRO ->
          switch (part) {
            case PRECISION -> "no label was given";
            case RECALL -> "no row has a label";
            case F1 -> "no row has a label and none was given";
          };
      case MACRO -> "there are no labels";
      case WEIGHTED -> "no row has a label";
    };
  }

  private double pooledNumerator(List<BinaryStatistics> labels) {
    return labels.stream().mapToDouble(s -> part.numerator(s.tp())).sum();
  }

  double pooledDenominator(List<BinaryStatistics> labels) {
    return labels.stream().mapToDouble(s -> part.denominator(s.tp(), s.fp(), s.fn())).sum();
  }

  static double positives(List<BinaryStatistics> labels) {
    return labels.stream().mapToDouble(BinaryStatistics::positives).sum();
  }
}

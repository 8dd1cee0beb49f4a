package dev.assay.metric.fairness;

/// Classes by groups, before any model.
///
/// @param weight [group][class]
/// @param effectiveShare effective rows per unit of weight (1 without weights)
public record LabelTable(double[][] weight, double effectiveShare) {

  /// Whether groups and classes have something to do with each other.
  ///
  /// @param chiSquared Pearson's statistic, without continuity correction
  /// @param degrees degrees of freedom
  /// @param pValue of "they have not"
  /// @param cramersV √(χ² / (n · (smaller side − 1)))
  /// @param cramersVCorrected the same, corrected for its bias (Bergsma 2013)
  public record Association(
      double chiSquared, int degrees, double pValue, double cramersV, double cramersVCorrected) {}

  /// The association; NaN everywhere with fewer than two groups or two classes that occur.
  public Association association() {
    double[] groups = new double[weight.length];
    double[] classes = new double[weight.length == 0 ? 0 : weight[0].length];
    double n = 0;
    for (int g = 0; g < weight.length; g++) {
      for (int c = 0; c < classes.length; c++) {
        groups[g] += weight[g][c] * effectiveShare;
        classes[c] += weight[g][c] * effectiveShare;
        n += weight[g][c] * effectiveShare;
      }
    }
    int rows = occurring(groups);
    int columns = occurring(classes);
    if (rows < 2 || columns < 2) {
      return new Association(Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN);
    }
    double chi = chiSquared(groups, classes, n);
    int degrees = (rows - 1) * (columns - 1);
    double phi = chi / n;
    double corrected = Math.max(0, phi - degrees / (n - 1));
    double r = rows - (rows - 1.0) * (rows - 1) / (n - 1);
    double k = columns - (columns - 1.0) * (columns - 1) / (n - 1);
    return new Association(
        chi,
        degrees,
        Homogeneity.tail(chi, degrees),
        Math.sqrt(phi / (Math.min(rows, columns) - 1)),
        Math.sqrt(corrected / (Math.min(r, k) - 1)));
  }

  private double chiSquared(double[] groups, double[] classes, double n) {
    double chi = 0;
    for (int g = 0; g < groups.length; g++) {
      for (int c = 0; c < classes.length; c++) {
        double expected = groups[g] * classes[c] / n;
        if (expected > 0) {
          double excess = weight[g][c] * effectiveShare - expected;
          chi += excess * excess / expected;
        }
      }
    }
    return chi;
  }

  private static int occurring(double[] sums) {
    int count = 0;
    for (double sum : sums) {
      count += sum > 0 ? 1 : 0;
    }
    return count;
  }

  /// Entropy of the classes over its largest possible value: 1 = all equally common, 0 = one class.
  ///
  /// @param classes weight of each class
  /// @return NaN without rows or with fewer than two classes
  public static double normalisedEntropy(double[] classes) {
    double total = 0;
    for (double w : classes) {
      total += w;
    }
    double entropy = 0;
    for (double w : classes) {
      entropy -= w > 0 ? w / total * Math.log(w / total) : 0;
    }
    return total == 0 || classes.length < 2 ? Double.NaN : entropy / Math.log(classes.length);
  }

  /// Largest over smallest class; NaN where a class does not occur.
  public static double imbalanceRatio(double[] classes) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double w : classes) {
      least = Math.min(least, w);
      most = Math.max(most, w);
    }
    return least == 0 || classes.length == 0 ? Double.NaN : most / least;
  }
}

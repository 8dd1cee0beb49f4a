package dev.assay.check.drift;

/// Distances between two empirical distributions.
///
/// @param ks largest difference of the distribution functions
/// @param wasserstein area between them
record Distances(double ks, double wasserstein) {

  /// Walks two sorted samples once.
  static Distances of(double[] a, double[] b) {
    int i = 0;
    int j = 0;
    double ks = 0;
    double area = 0;
    double at = Math.min(a[0], b[0]);
    while (i < a.length || j < b.length) {
      double next = i == a.length ? b[j] : j == b.length ? a[i] : Math.min(a[i], b[j]);
      double gap = Math.abs((double) i / a.length - (double) j / b.length);
      ks = Math.max(ks, gap);
      area += gap * (next - at);
      at = next;
      while (i < a.length && a[i] <= next) {
        i++;
      }
      while (j < b.length && b[j] <= next) {
        j++;
      }
    }
    return new Distances(ks, area);
  }

  /// Index of the first element that is not below the limit.
  static int firstAtLeast(double[] sorted, double limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

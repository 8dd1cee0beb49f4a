package dev.assay.metric.classification;

/// Fifteen equal-width bins on [0, 1]: bin b holds b/15 ≤ p < (b+1)/15, and 1 is in the last.
public final class Bins {

  /// Number of bins.
  public static final int COUNT = 15;

  private Bins() {}

  /// The bin of a probability; values outside [0, 1] go to the nearest bin.
  public static int of(double p) {
    int bin = Math.clamp((int) (p * COUNT), 0, COUNT - 1);
    if (bin > 0 && p < (double) bin / COUNT) {
      return bin - 1;
    }
    return bin < COUNT - 1 && p >= (double) (bin + 1) / COUNT ? bin + 1 : bin;
  }
}

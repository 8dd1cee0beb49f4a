package dev.assay.report.branding;

/// How well colours can be told apart (WCAG 2.2, contrast ratio).
public final class Contrast {

  /// What text needs (WCAG 2.2, 1.4.3, level AA).
  public static final double LEAST = 4.5;

  private static final int WHITE = 0xFFFFFF;

  private Contrast() {}

  /// The ratio of two colours, 1 to 21.
  ///
  /// @param first red, green and blue as 0xRRGGBB
  /// @param second likewise
  public static double of(int first, int second) {
    double a = luminance(first);
    double b = luminance(second);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /// Against white paper.
  public static double onPaper(int colour) {
    return of(colour, WHITE);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 0xFF)
        + 0.7152 * linear(colour >> 8 & 0xFF)
        + 0.0722 * linear(colour & 0xFF);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}

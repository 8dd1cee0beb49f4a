package dev.assay.inference.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/// A JPEG whose colour differences have half as many rows as its luminance.
///
/// The platform repeats such a row. Pillow's libjpeg-turbo weighs the nearer row by 3 and the
/// farther by 1 (`h1v2_fancy_upsample` of jdsample.c), and values of a photo differ by up to a
/// quarter of their range.
final class HalvedRows {

  private static final int MIDDLE = 128;
  private static final int ROUND = 1 << 15;

  private HalvedRows() {}

  /// The image in red, green and blue.
  ///
  /// @param samples luminance, difference to blue and to red [row][column], of which the
  ///   differences stand twice, one row below the other
  static BufferedImage image(Raster samples) {
    int width = samples.getWidth();
    int height = samples.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      int other = y % 2 == 0 ? Math.max(y - 2, 0) : y + 1 < height ? y + 1 : y;
      int bias = y % 2 == 0 ? 1 : 2;
      for (int x = 0; x < width; x++) {
        int blue = between(samples, x, y, other, 1, bias);
        int red = between(samples, x, y, other, 2, bias);
        image.setRGB(x, y, colour(samples.getSample(x, y, 0), blue, red));
      }
    }
    return image;
  }

  private static int between(Raster samples, int x, int near, int far, int band, int bias) {
    return (samples.getSample(x, near, band) * 3 + samples.getSample(x, far, band) + bias) >> 2;
  }

  /// JFIF 1.02, in the whole numbers of libjpeg (16 binary places).
  private static int colour(int luminance, int toBlue, int toRed) {
    int cb = toBlue - MIDDLE;
    int cr = toRed - MIDDLE;
    int red = luminance + (91_881 * cr + ROUND >> 16);
    int green = luminance + (-22_554 * cb - 46_802 * cr + ROUND >> 16);
    int blue = luminance + (116_130 * cb + ROUND >> 16);
    return Math.clamp(red, 0, 255) << 16
        | Math.clamp(green, 0, 255) << 8
        | Math.clamp(blue, 0, 255);
  }
}

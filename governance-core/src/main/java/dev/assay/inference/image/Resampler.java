package dev.assay.inference.image;

import dev.assay.model.ImageReading.Resize;
import java.util.function.DoubleUnaryOperator;

/// Brings images to another size as Pillow does: a filter as wide as the image shrinks, first along
/// rows, then along columns, each rounded to bytes.
public final class Resampler {

  private static final double CUBIC = -0.5;

  private Resampler() {}

  /// The image at a size.
  public static Pixels resize(Pixels image, int width, int height, Resize how) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    return switch (how) {
      case NONE -> throw new IllegalArgumentException("the image must have the size");
      case NEAREST -> nearest(image, width, height);
      case BILINEAR -> filtered(image, width, height, 1, Resampler::triangle);
      case BICUBIC -> filtered(image, width, height, 2, Resampler::cubic);
    };
  }

  /// The middle of an image.
  public static Pixels middle(Pixels image, int width, int height) {
    int left = (int) Math.rint((image.width() - width) / 2.0);
    int top = (int) Math.rint((image.height() - height) / 2.0);
    int channels = image.channels();
    byte[] values = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      System.arraycopy(
          image.values(),
          ((y + top) * image.width() + left) * channels,
          values,
          y * width * channels,
          width * channels);
    }
    return new Pixels(width, height, channels, values);
  }

  private static Pixels nearest(Pixels image, int width, int height) {
    int channels = image.channels();
    byte[] values = new byte[width * height * channels];
    int at = 0;
    for (int y = 0; y < height; y++) {
      int fromY = (int) ((y + 0.5) * image.height() / height);
      for (int x = 0; x < width; x++) {
        int fromX = (int) ((x + 0.5) * image.width() / width);
        for (int c = 0; c < channels; c++) {
          values[at++] = (byte) image.at(fromX, fromY, c);
        }
      }
    }
    return new Pixels(width, height, channels, values);
  }

  private static double triangle(double x) {
    return Math.max(0, 1 - Math.abs(x));
  }

  private static double cubic(double x) {
    double d = Math.abs(x);
    if (d < 1) {
      return ((CUBIC + 2) * d - (CUBIC + 3)) * d * d + 1;
    }
    return d < 2 ? (((d - 5) * d + 8) * d - 4) * CUBIC : 0;
  }

  private static Pixels filtered(
      Pixels image, int width, int height, double support, DoubleUnaryOperator filter) {
    Pixels across =
        image.width() == width
            ? image
            : rows(image, Weights.of(image.width(), width, support, filter));
    return image.height() == height
        ? across
        : turned(rows(turned(across), Weights.of(image.height(), height, support, filter)));
  }

  private static Pixels rows(Pixels image, Weights weights) {
    int channels = image.channels();
    int width = weights.first().length;
    byte[] values = new byte[width * image.height() * channels];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < width; x++) {
        double[] share = weights.shares()[x];
        for (int c = 0; c < channels; c++) {
          double sum = 0;
          for (int i = 0; i < share.length; i++) {
            sum += share[i] * image.at(weights.first()[x] + i, y, c);
          }
          values[at++] = (byte) Math.clamp((long) Math.floor(sum + 0.5), 0, 255);
        }
      }
    }
    return new Pixels(width, image.height(), channels, values);
  }

  private static Pixels turned(Pixels image) {
    int channels = image.channels();
    byte[] values = new byte[image.values().length];
    int at = 0;
    for (int x = 0; x < image.width(); x++) {
      for (int y = 0; y < image.height(); y++) {
        for (int c = 0; c < channels; c++) {
          values[at++] = (byte) image.at(x, y, c);
        }
      }
    }
    return new Pixels(image.height(), image.width(), channels, values);
  }

  /// Which pixels make one of the new line, and with what share.
  ///
  /// @param first the first pixel of each
  /// @param shares of it and those after it
  private record Weights(int[] first, double[][] shares) {

    static Weights of(int from, int to, double support, DoubleUnaryOperator filter) {
      double step = (double) from / to;
      double widened = Math.max(1, step);
      double reach = support * widened;
      int[] first = new int[to];
      double[][] shares = new double[to][];
      for (int x = 0; x < to; x++) {
        double center = (x + 0.5) * step;
        int low = Math.max(0, (int) (center - reach + 0.5));
        int high = Math.min(from, (int) (center + reach + 0.5));
        double[] own = new double[high - low];
        double sum = 0;
        for (int i = 0; i < own.length; i++) {
          own[i] = filter.applyAsDouble((low + i - center + 0.5) / widened);
          sum += own[i];
        }
        for (int i = 0; i < own.length; i++) {
          own[i] /= sum;
        }
        first[x] = low;
        shares[x] = own;
      }
      return new Weights(first, shares);
    }
  }
}

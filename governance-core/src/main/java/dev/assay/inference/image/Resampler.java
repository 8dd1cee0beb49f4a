package dev.assay.inference.image;

import dev.assay.model.ImageReading.Resize;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Brings images to another size as Pillow does, to the last bit: a filter as wide as the image
/// shrinks, first along rows, then along columns, weights rounded to 22 binary places and each pass
/// rounded to bytes.
public final class Resampler {

  private static final double CUBIC = -0.5;
  private static final double LANCZOS_REACH = 3;
  private static final int PRECISION = Integer.SIZE - Byte.SIZE - 2;
  private static final int HALF = 1 << (PRECISION - 1);

  private Resampler() {}

  /// The image at a size.
  public static Pixels resize(Pixels image, int width, int height, Resize how) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    return switch (how) {
      case NONE -> throw new IllegalArgumentException("the image must have the size");
      case NEAREST -> nearest(image, width, height);
      case BOX -> filtered(image, width, height, 0.5, Resampler::box);
      case BILINEAR -> filtered(image, width, height, 1, Resampler::triangle);
      case HAMMING -> filtered(image, width, height, 1, Resampler::hamming);
      case BICUBIC -> filtered(image, width, height, 2, Resampler::cubic);
      case LANCZOS -> filtered(image, width, height, LANCZOS_REACH, Resampler::lanczos);
    };
  }

  /// A part of an image, which must lie inside it.
  public static Pixels cut(Pixels image, int left, int top, int width, int height) {
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

  /// Pillow adds the step pixel by pixel, so that is what decides between two neighbours.
  private static Pixels nearest(Pixels image, int width, int height) {
    int channels = image.channels();
    int[] across = nearest(image.width(), width);
    int[] down = nearest(image.height(), height);
    byte[] values = new byte[width * height * channels];
    int at = 0;
    for (int fromY : down) {
      for (int fromX : across) {
        for (int c = 0; c < channels; c++) {
          values[at++] = (byte) image.at(fromX, fromY, c);
        }
      }
    }
    return new Pixels(width, height, channels, values);
  }

  private static int[] nearest(int from, int to) {
    double step = (double) from / to;
    double place = step * 0.5;
    int[] taken = new int[to];
    for (int i = 0; i < to; i++) {
      taken[i] = Math.min((int) place, from - 1);
      place += step;
    }
    return taken;
  }

  private static double box(double x) {
    return x > -0.5 && x <= 0.5 ? 1 : 0;
  }

  private static double triangle(double x) {
    return Math.max(0, 1 - Math.abs(x));
  }

  private static double hamming(double x) {
    double d = Math.abs(x);
    if (d == 0) {
      return 1;
    }
    double turn = d * Math.PI;
    return d >= 1 ? 0 : Math.sin(turn) / turn * (0.54 + 0.46 * Math.cos(turn));
  }

  private static double cubic(double x) {
    double d = Math.abs(x);
    if (d < 1) {
      return ((CUBIC + 2) * d - (CUBIC + 3)) * d * d + 1;
    }
    return d < 2 ? (((d - 5) * d + 8) * d - 4) * CUBIC : 0;
  }

  private static double lanczos(double x) {
    return x >= -LANCZOS_REACH && x < LANCZOS_REACH ? sinc(x) * sinc(x / LANCZOS_REACH) : 0;
  }

  private static double sinc(double x) {
    double turn = x * Math.PI;
    return x == 0 ? 1 : Math.sin(turn) / turn;
  }

  private static Pixels filtered(
      Pixels image, int width, int height, double support, DoubleUnaryOperator filter) {
    Pixels across =
        image.width() == width
            ? image
            : rows(image, Weights.of(image.width(), width, support, filter));
    return image.height() == height
        ? across
        : columns(across, Weights.of(image.height(), height, support, filter));
  }

  private static Pixels rows(Pixels image, Weights weights) {
    int channels = image.channels();
    int width = weights.first().length;
    byte[] from = image.values();
    byte[] values = new byte[width * image.height() * channels];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      int line = y * image.width() * channels;
      for (int x = 0; x < width; x++) {
        int[] share = weights.shares()[x];
        int start = line + weights.first()[x] * channels;
        for (int c = 0; c < channels; c++) {
          int sum = HALF;
          for (int i = 0; i < share.length; i++) {
            sum += share[i] * (from[start + i * channels + c] & 0xFF);
          }
          values[at++] = rounded(sum);
        }
      }
    }
    return new Pixels(width, image.height(), channels, values);
  }

  private static Pixels columns(Pixels image, Weights weights) {
    int line = image.width() * image.channels();
    int height = weights.first().length;
    byte[] from = image.values();
    byte[] values = new byte[height * line];
    int[] sums = new int[line];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, HALF);
      int[] share = weights.shares()[y];
      for (int i = 0; i < share.length; i++) {
        int start = (weights.first()[y] + i) * line;
        for (int v = 0; v < line; v++) {
          sums[v] += share[i] * (from[start + v] & 0xFF);
        }
      }
      for (int v = 0; v < line; v++) {
        values[y * line + v] = rounded(sums[v]);
      }
    }
    return new Pixels(image.width(), height, image.channels(), values);
  }

  private static byte rounded(int sum) {
    return (byte) Math.clamp(sum >> PRECISION, 0, 255);
  }

  /// Which pixels make one of the new line, and with what share.
  ///
  /// @param first the first pixel of each
  /// @param shares of it and those after it, in 1/2²² parts
  private record Weights(int[] first, int[][] shares) {

    static Weights of(int from, int to, double support, DoubleUnaryOperator filter) {
      double step = (double) from / to;
      double widened = Math.max(1, step);
      double reach = support * widened;
      double narrowed = 1 / widened;
      int[] first = new int[to];
      int[][] shares = new int[to][];
      for (int x = 0; x < to; x++) {
        double center = (x + 0.5) * step;
        int low = Math.max(0, (int) (center - reach + 0.5));
        int high = Math.min(from, (int) (center + reach + 0.5));
        double[] own = new double[high - low];
        double sum = 0;
        for (int i = 0; i < own.length; i++) {
          own[i] = filter.applyAsDouble((low + i - center + 0.5) * narrowed);
          sum += own[i];
        }
        first[x] = low;
        shares[x] = new int[own.length];
        for (int i = 0; i < own.length; i++) {
          double share = sum == 0 ? own[i] : own[i] / sum;
          shares[x][i] = (int) ((share < 0 ? -0.5 : 0.5) + share * (1 << PRECISION));
        }
      }
      return new Weights(first, shares);
    }
  }
}

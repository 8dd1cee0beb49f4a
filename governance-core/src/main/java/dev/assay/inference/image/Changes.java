package dev.assay.inference.image;

import java.util.random.RandomGenerator;

/// The arithmetic of changes to images. Values are rounded to bytes at the end.
final class Changes {

  private static final double REACH = 4;
  private static final double MOST = 255;

  private Changes() {}

  /// What a value becomes.
  @FunctionalInterface
  private interface Value {
    double of(int x, int y, int channel);
  }

  private static Pixels made(Pixels like, Value value) {
    byte[] values = new byte[like.values().length];
    int at = 0;
    for (int y = 0; y < like.height(); y++) {
      for (int x = 0; x < like.width(); x++) {
        for (int c = 0; c < like.channels(); c++) {
          values[at++] = (byte) Math.round(Math.clamp(value.of(x, y, c), 0, MOST));
        }
      }
    }
    return new Pixels(like.width(), like.height(), like.channels(), values);
  }

  /// @param deviation share of the range of values
  static Pixels noise(Pixels image, double deviation, RandomGenerator random) {
    return made(image, (x, y, c) -> image.at(x, y, c) + random.nextGaussian() * deviation * MOST);
  }

  /// @param deviation in pixels
  static Pixels blur(Pixels image, double deviation) {
    int reach = Math.max(1, (int) Math.ceil(REACH * deviation));
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = Math.exp(-i * i / (2 * deviation * deviation));
      sum += weights[i + reach];
    }
    double all = sum;
    double[] across = new double[image.values().length];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int c = 0; c < image.channels(); c++) {
          double mixed = 0;
          for (int i = -reach; i <= reach; i++) {
            mixed += weights[i + reach] * image.at(inside(x + i, image.width()), y, c);
          }
          across[at++] = mixed / all;
        }
      }
    }
    return made(
        image,
        (x, y, c) -> {
          double mixed = 0;
          for (int i = -reach; i <= reach; i++) {
            int from = inside(y + i, image.height()) * image.width() + x;
            mixed += weights[i + reach] * across[from * image.channels() + c];
          }
          return mixed / all;
        });
  }

  /// @param more light, as a share of the range of values; hue and saturation stay
  static Pixels brightness(Pixels image, double more) {
    return made(
        image,
        (x, y, c) -> {
          int value = 0;
          for (int other = 0; other < image.channels(); other++) {
            value = Math.max(value, image.at(x, y, other));
          }
          double raised = Math.min(MOST, value + more * MOST);
          return value == 0 ? raised : image.at(x, y, c) * raised / value;
        });
  }

  /// @param left share of the distance from the mean that is left
  static Pixels contrast(Pixels image, double left) {
    double[] means = new double[image.channels()];
    for (int i = 0; i < image.values().length; i++) {
      means[i % means.length] += image.values()[i] & 0xFF;
    }
    double pixels = (double) image.width() * image.height();
    return made(
        image,
        (x, y, c) -> {
          double mean = means[c] / pixels;
          return (image.at(x, y, c) - mean) * left + mean;
        });
  }

  /// @param degrees clockwise; values between pixels are interpolated
  static Pixels rotation(Pixels image, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double middleX = (image.width() - 1) / 2.0;
    double middleY = (image.height() - 1) / 2.0;
    return made(
        image,
        (x, y, c) -> {
          double fromX = cos * (x - middleX) + sin * (y - middleY) + middleX;
          double fromY = -sin * (x - middleX) + cos * (y - middleY) + middleY;
          return between(image, fromX, fromY, c);
        });
  }

  private static double between(Pixels image, double x, double y, int channel) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    int x0 = inside(left, image.width());
    int x1 = inside(left + 1, image.width());
    int y0 = inside(top, image.height());
    int y1 = inside(top + 1, image.height());
    double above = image.at(x0, y0, channel) * (1 - right) + image.at(x1, y0, channel) * right;
    double below = image.at(x0, y1, channel) * (1 - right) + image.at(x1, y1, channel) * right;
    return above * (1 - down) + below * down;
  }

  private static int inside(int place, int size) {
    return Math.clamp(place, 0, size - 1);
  }
}

package dev.assay.inference.onnx;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.IntegerSink;
import dev.assay.dataset.NumberSink;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.image.Pixels;
import java.util.Arrays;

/// What the images of a dataset are like, row by row, as they lie on disk (upright, before they are
/// brought to the model's size). Rows are filled in from several threads, each once.
final class ImageLooks {

  private final double[] brightness;
  private final double[] contrast;
  private final int[] side;

  /// @param rows of the dataset
  ImageLooks(int rows) {
    this.brightness = new double[rows];
    this.contrast = new double[rows];
    this.side = new int[rows];
    Arrays.fill(brightness, Double.NaN);
    Arrays.fill(contrast, Double.NaN);
  }

  void see(int row, Pixels image) {
    double sum = 0;
    double squares = 0;
    int pixels = image.width() * image.height();
    for (int p = 0; p < pixels; p++) {
      double value = luma(image, p * image.channels());
      sum += value;
      squares += value * value;
    }
    double mean = sum / pixels;
    brightness[row] = mean;
    contrast[row] = Math.sqrt(Math.max(0, squares / pixels - mean * mean));
    side[row] = Math.min(image.width(), image.height());
  }

  /// ITU-R 601-2.
  private static double luma(Pixels image, int at) {
    int first = image.values()[at] & 0xFF;
    return image.channels() == 1
        ? first
        : 0.299 * first
            + 0.587 * (image.values()[at + 1] & 0xFF)
            + 0.114 * (image.values()[at + 2] & 0xFF);
  }

  /// Columns beside the scores; NaN and 0 where the image could not be read.
  void write(ColumnarWriter writer) {
    NumberSink means = writer.numbers(ScoreColumns.IMAGE_BRIGHTNESS);
    means.add(brightness, 0, brightness.length);
    NumberSink deviations = writer.numbers(ScoreColumns.IMAGE_CONTRAST);
    deviations.add(contrast, 0, contrast.length);
    IntegerSink sides = writer.integers(ScoreColumns.IMAGE_SIDE, ColumnType.INTEGER);
    for (int one : side) {
      sides.add(one);
    }
  }
}

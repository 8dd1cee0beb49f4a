package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.assay.inference.image.Pixels;
import dev.assay.model.ImageReading;
import org.jspecify.annotations.Nullable;

/// Fills an input of images.
final class ImageFeed implements Feed {

  private static final int LEVELS = 256;

  private final String input;
  private final ImageSource source;
  private final ImageReading reading;
  private final Floats floats;
  private final double[][] levels;

  /// @param batch most rows a call
  ImageFeed(
      String input, ImageSource source, OnnxJavaType type, OrtEnvironment environment, int batch) {
    this.input = input;
    this.source = source;
    this.reading = source.reading();
    this.levels = new double[reading.channels()][LEVELS];
    for (int c = 0; c < levels.length; c++) {
      for (int value = 0; value < LEVELS; value++) {
        levels[c][value] = reading.value(value, c);
      }
    }
    long height = reading.height();
    long width = reading.width();
    long channels = reading.channels();
    this.floats =
        new Floats(
            environment,
            type,
            reading.channelsFirst()
                ? new long[] {channels, height, width}
                : new long[] {height, width, channels},
            batch);
  }

  @Override
  public String input() {
    return input;
  }

  @Override
  public OnnxTensor fill(int from, int count, int rows) throws OrtException {
    @Nullable Pixels[] images = source.of(from, count);
    for (int r = 0; r < count; r++) {
      put(r, images[r]);
    }
    floats.repeat(count, rows);
    return floats.tensor(rows);
  }

  private void put(int row, @Nullable Pixels image) {
    int channels = reading.channels();
    int pixels = reading.height() * reading.width();
    for (int c = 0; c < channels; c++) {
      for (int p = 0; p < pixels; p++) {
        int value = image == null ? 0 : image.values()[p * channels + c] & 0xFF;
        int place = reading.channelsFirst() ? c * pixels + p : p * channels + c;
        floats.put(row, place, levels[c][value]);
      }
    }
  }

  @Override
  public boolean answers(int row) {
    return !source.unread().holds(row);
  }

  @Override
  public long overflowed() {
    return floats.overflowed();
  }

  @Override
  public void close() {
    floats.close();
  }
}

package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.assay.dataset.Column;
import dev.assay.inference.image.Framing;
import dev.assay.inference.image.ImageDecoder;
import dev.assay.inference.image.Pixels;
import dev.assay.inference.image.UnreadableImage;
import dev.assay.model.ImageReading;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Fills an input of images; those of a batch are decoded side by side.
final class ImageFeed implements Feed {

  private static final int LEVELS = 256;

  private final String input;
  private final Column paths;
  private final ImageReading reading;
  private final Framing framing;
  private final ImageDecoder decoder;
  private final UnreadRows unread;
  private final Floats floats;
  private final double[][] levels;

  /// @param unread receives rows whose image cannot be read
  /// @param batch most rows a call
  ImageFeed(
      String input,
      Column paths,
      ImageReading reading,
      ImageDecoder decoder,
      UnreadRows unread,
      OnnxJavaType type,
      OrtEnvironment environment,
      int batch) {
    this.input = input;
    this.paths = paths;
    this.reading = reading;
    this.framing = new Framing(reading);
    this.decoder = decoder;
    this.unread = unread;
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
    @Nullable Pixels[] images = new Pixels[count];
    IntStream.range(0, count).parallel().forEach(r -> images[r] = image(from + r));
    for (int r = 0; r < count; r++) {
      put(r, images[r]);
    }
    floats.repeat(count, rows);
    return floats.tensor(rows);
  }

  private @Nullable Pixels image(int row) {
    String path = paths.text(row);
    try {
      if (path == null) {
        unread.add(row, "", "there is no path");
        return null;
      }
      return framing.of(decoder.read(path, reading.channels()));
    } catch (UnreadableImage why) {
      unread.add(row, String.valueOf(path), String.valueOf(why.getMessage()));
      return null;
    }
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
    return !unread.holds(row);
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

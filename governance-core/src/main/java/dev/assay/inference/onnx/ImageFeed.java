package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.assay.dataset.Column;
import dev.assay.inference.image.ImageDecoder;
import dev.assay.inference.image.Pixels;
import dev.assay.inference.image.Resampler;
import dev.assay.inference.image.UnreadableImage;
import dev.assay.model.ImageReading;
import dev.assay.model.ImageReading.Resize;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Fills an input of images; those of a batch are decoded side by side.
final class ImageFeed implements Feed {

  private final String input;
  private final Column paths;
  private final ImageReading reading;
  private final ImageDecoder decoder;
  private final UnreadRows unread;
  private final Floats floats;

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
    this.decoder = decoder;
    this.unread = unread;
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
      Pixels read = decoder.read(path, reading.channels());
      boolean same = read.width() == reading.width() && read.height() == reading.height();
      if (!same && reading.resize() == Resize.NONE) {
        unread.add(
            row,
            path,
            "it is "
                + read.width()
                + " × "
                + read.height()
                + " pixels, the model takes "
                + reading.width()
                + " × "
                + reading.height());
        return null;
      }
      return same ? read : sized(read);
    } catch (UnreadableImage why) {
      unread.add(row, String.valueOf(path), String.valueOf(why.getMessage()));
      return null;
    }
  }

  private Pixels sized(Pixels read) {
    Integer edge = reading.shortestEdge();
    if (edge == null) {
      return Resampler.resize(read, reading.width(), reading.height(), reading.resize());
    }
    boolean tall = read.height() >= read.width();
    int width = tall ? edge : (int) ((long) edge * read.width() / read.height());
    int height = tall ? (int) ((long) edge * read.height() / read.width()) : edge;
    Pixels larger =
        Resampler.resize(
            read,
            Math.max(width, reading.width()),
            Math.max(height, reading.height()),
            reading.resize());
    return Resampler.middle(larger, reading.width(), reading.height());
  }

  private void put(int row, @Nullable Pixels image) {
    int channels = reading.channels();
    int pixels = reading.height() * reading.width();
    for (int c = 0; c < channels; c++) {
      double mean = reading.mean().isEmpty() ? 0 : reading.mean().get(c);
      double deviation = reading.deviation().isEmpty() ? 1 : reading.deviation().get(c);
      for (int p = 0; p < pixels; p++) {
        int value = image == null ? 0 : image.values()[p * channels + c] & 0xFF;
        int place = reading.channelsFirst() ? c * pixels + p : p * channels + c;
        floats.put(row, place, (value * reading.scale() - mean) / deviation);
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

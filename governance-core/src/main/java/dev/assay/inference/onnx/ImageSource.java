package dev.assay.inference.onnx;

import dev.assay.dataset.Column;
import dev.assay.inference.image.Corruption;
import dev.assay.inference.image.Framing;
import dev.assay.inference.image.ImageDecoder;
import dev.assay.inference.image.Pixels;
import dev.assay.inference.image.UnreadableImage;
import dev.assay.model.ImageReading;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The images of rows, at the model's size. Those of a batch are made side by side; where rows
/// change the same image in several ways, it is decoded once a batch.
///
/// @param paths where they lie
/// @param changes what is done to each, absent = nothing
/// @param reading how the model reads images
/// @param decoder decodes them
/// @param unread receives rows whose image cannot be read
/// @param looks receives what images are like, where none is changed
record ImageSource(
    Column paths,
    @Nullable Column changes,
    ImageReading reading,
    ImageDecoder decoder,
    UnreadRows unread,
    ImageLooks looks) {

  /// What became of a file.
  private record Read(@Nullable Pixels image, String why) {}

  /// The images of a batch; null where there is none.
  @Nullable Pixels[] of(int from, int count) {
    @Nullable Pixels[] images = new Pixels[count];
    Map<String, Read> known = new ConcurrentHashMap<>();
    IntStream.range(0, count).parallel().forEach(r -> images[r] = image(from + r, known));
    return images;
  }

  private @Nullable Pixels image(int row, Map<String, Read> known) {
    String path = paths.text(row);
    if (path == null) {
      unread.add(row, "", "there is no path");
      return null;
    }
    Read read = changes == null ? read(path, row) : known.computeIfAbsent(path, p -> read(p, -1));
    Pixels image = read.image();
    if (image == null) {
      unread.add(row, path, read.why());
      return null;
    }
    String change = changes == null ? null : changes.text(row);
    return change == null
        ? image
        : Corruption.Change.of(change).map(c -> c.of(image)).orElse(image);
  }

  /// @param row the row that is looked at, -1 for an image that is changed
  private Read read(String path, int row) {
    try {
      Pixels read = decoder.read(path, reading.channels());
      if (row >= 0) {
        looks.see(row, read);
      }
      return new Read(new Framing(reading).of(read), "");
    } catch (UnreadableImage why) {
      return new Read(null, String.valueOf(why.getMessage()));
    }
  }
}

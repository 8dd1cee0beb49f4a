package dev.assay.inference.image;

import dev.assay.model.ImageReading;
import dev.assay.model.ImageReading.Resize;

/// Brings images to the size of a model's input.
///
/// @param reading how the model reads images
public record Framing(ImageReading reading) {

  /// The image at the model's size.
  ///
  /// @throws UnreadableImage when it has another size and may not be resized
  public Pixels of(Pixels image) throws UnreadableImage {
    if (reading.resize() == Resize.NONE) {
      return asItIs(image);
    }
    Integer edge = reading.shortestEdge();
    ImageReading.Size whole = reading.whole();
    if (edge != null) {
      boolean tall = image.height() >= image.width();
      int width = tall ? edge : (int) ((long) edge * image.width() / image.height());
      int height = tall ? (int) ((long) edge * image.height() / image.width()) : edge;
      return middle(resized(image, width, height));
    }
    return whole != null
        ? middle(resized(image, whole.width(), whole.height()))
        : resized(image, reading.width(), reading.height());
  }

  private Pixels asItIs(Pixels image) throws UnreadableImage {
    if (image.width() == reading.width() && image.height() == reading.height()) {
      return image;
    }
    throw new UnreadableImage(
        "it is "
            + image.width()
            + " × "
            + image.height()
            + " pixels, the model takes "
            + reading.width()
            + " × "
            + reading.height());
  }

  private Pixels resized(Pixels image, int width, int height) throws UnreadableImage {
    if ((long) width * height > ImageDecoder.MOST_PIXELS) {
      throw new UnreadableImage("it is too long and narrow to be brought to the model's size");
    }
    return Resampler.resize(
        image,
        Math.max(width, reading.width()),
        Math.max(height, reading.height()),
        reading.resize());
  }

  private Pixels middle(Pixels image) {
    return Resampler.cut(
        image,
        start(image.width() - reading.width()),
        start(image.height() - reading.height()),
        reading.width(),
        reading.height());
  }

  private int start(int left) {
    return switch (reading.convention()) {
      case DESCRIBED -> (int) Math.rint(left / 2.0);
      case TRANSFORMERS -> left / 2;
    };
  }
}

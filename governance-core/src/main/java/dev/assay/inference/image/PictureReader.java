package dev.assay.inference.image;

import dev.assay.inference.PictureRequest;
import dev.assay.inference.Pictures;
import dev.assay.inference.Pictures.Picture;
import dev.assay.model.ImageReading.Convention;
import dev.assay.model.ImageReading.Resize;
import dev.assay.work.Cancellation;

/// Decodes images for people to look at. Runs in the worker: nothing else decodes an image.
public final class PictureReader {

  private PictureReader() {}

  /// The images; one that cannot be read says why.
  public static Pictures read(PictureRequest request, Cancellation cancellation) {
    ImageDecoder decoder = new ImageDecoder(new ImageFiles(request.files()), Convention.DESCRIBED);
    return new Pictures(
        request.paths().stream()
            .map(
                path -> {
                  cancellation.check();
                  return picture(decoder, path, request.edge());
                })
            .toList());
  }

  private static Picture picture(ImageDecoder decoder, String path, int edge) {
    try {
      Pixels small = fitted(decoder.read(path, 3), edge);
      return new Picture(small.width(), small.height(), small.values(), "");
    } catch (UnreadableImage why) {
      return new Picture(0, 0, new byte[0], String.valueOf(why.getMessage()));
    }
  }

  private static Pixels fitted(Pixels image, int edge) {
    int longer = Math.max(image.width(), image.height());
    if (longer <= edge) {
      return image;
    }
    return Resampler.resize(
        image,
        Math.max(1, Math.round((float) image.width() * edge / longer)),
        Math.max(1, Math.round((float) image.height() * edge / longer)),
        Resize.BILINEAR);
  }
}

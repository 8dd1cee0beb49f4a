package dev.assay.inference.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// How a camera was held, from the Exif data of a JPEG or PNG or the tags of a TIFF, and the image
/// turned so that it stands upright.
///
/// Convention: as `ImageOps.exif_transpose` of Pillow, which the image loaders of transformers and
/// datasets call; Pillow alone does not turn an image.
///
/// @param orientation 1 to 8 as Exif numbers them; 1 = as it is
record Upright(int orientation) {

  private static final int AS_IT_IS = 1;
  private static final int MOST = 8;
  private static final int SWAPS_SIDES_FROM = 5;

  /// From the bytes of a file; as it is where they do not say.
  static Upright of(byte[] file) {
    try {
      int said = said(file);
      return new Upright(said >= AS_IT_IS && said <= MOST ? said : AS_IT_IS);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
      return new Upright(AS_IT_IS);
    }
  }

  private static int said(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (TiffTags.isTiff(file)) {
      return tiff(bytes);
    }
    boolean isJpeg = file.length > 2 && (bytes.getShort(0) & 0xFFFF) == 0xFFD8;
    return isJpeg ? jpeg(bytes) : png(bytes);
  }

  private static int jpeg(ByteBuffer bytes) {
    int at = 2;
    while (at + 4 <= bytes.limit() && (bytes.get(at) & 0xFF) == 0xFF) {
      int marker = bytes.get(at + 1) & 0xFF;
      int length = bytes.getShort(at + 2) & 0xFFFF;
      if (marker == 0xDA) {
        return AS_IT_IS;
      }
      if (marker == 0xE1 && length > 8 && ascii(bytes, at + 4, 4).equals("Exif")) {
        return tiff(bytes.slice(at + 10, length - 8));
      }
      at += 2 + length;
    }
    return AS_IT_IS;
  }

  private static int png(ByteBuffer bytes) {
    int at = 8;
    while (at + 12 <= bytes.limit() && ascii(bytes, 1, 3).equals("PNG")) {
      int length = bytes.getInt(at);
      String name = ascii(bytes, at + 4, 4);
      if (length < 0 || name.equals("IEND")) {
        return AS_IT_IS;
      }
      if (name.equals("eXIf")) {
        return tiff(bytes.slice(at + 8, length));
      }
      at = Math.addExact(at, Math.addExact(length, 12));
    }
    return AS_IT_IS;
  }

  private static int tiff(ByteBuffer tiff) {
    return new TiffTags(tiff).number(TiffTags.ORIENTATION).orElse(AS_IT_IS);
  }

  private static String ascii(ByteBuffer bytes, int at, int length) {
    byte[] letters = new byte[length];
    bytes.get(at, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  /// The image as it is to be looked at.
  Pixels of(Pixels image) {
    if (orientation == AS_IT_IS) {
      return image;
    }
    boolean swaps = orientation >= SWAPS_SIDES_FROM;
    int width = swaps ? image.height() : image.width();
    int height = swaps ? image.width() : image.height();
    int lastX = image.width() - 1;
    int lastY = image.height() - 1;
    byte[] values = new byte[image.values().length];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX =
            switch (orientation) {
              case 2, 3 -> lastX - x;
              case 5, 6 -> y;
              case 7, 8 -> lastX - y;
              default -> x;
            };
        int fromY =
            switch (orientation) {
              case 3, 4 -> lastY - y;
              case 5, 8 -> x;
              case 6, 7 -> lastY - x;
              default -> y;
            };
        for (int c = 0; c < image.channels(); c++) {
          values[at++] = (byte) image.at(fromX, fromY, c);
        }
      }
    }
    return new Pixels(width, height, image.channels(), values);
  }
}

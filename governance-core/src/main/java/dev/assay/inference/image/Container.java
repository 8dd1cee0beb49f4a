package dev.assay.inference.image;

import java.nio.charset.StandardCharsets;

/// What the first bytes of a file say of its kind.
final class Container {

  private static final int SCREEN_WIDTH_AT = 6;
  private static final int SCREEN_HEIGHT_AT = 8;

  private Container() {}

  /// Refuses the kinds that many programs write and that are not read.
  static void requireReadable(byte[] file) throws UnreadableImage {
    if (says(file, 0, "RIFF") && says(file, 8, "WEBP")) {
      throw new UnreadableImage("it is WebP, which is not read: convert it to PNG");
    }
    if (says(file, 4, "ftyp")) {
      throw new UnreadableImage("it is HEIC or AVIF, which are not read: convert it to PNG");
    }
  }

  /// Refuses a GIF whose first picture leaves a part of the canvas free.
  ///
  /// @param width of the picture
  /// @param height of the picture
  static void requireFilled(byte[] file, int width, int height) throws UnreadableImage {
    if (says(file, 0, "GIF8")
        && (width < number(file, SCREEN_WIDTH_AT) || height < number(file, SCREEN_HEIGHT_AT))) {
      throw new UnreadableImage(
          "its first picture is smaller than its canvas, and programs fill the rest each in its"
              + " own way: save it as PNG");
    }
  }

  private static boolean says(byte[] file, int at, String letters) {
    return file.length >= at + letters.length()
        && new String(file, at, letters.length(), StandardCharsets.ISO_8859_1).equals(letters);
  }

  private static int number(byte[] file, int at) {
    return file[at] & 0xFF | (file[at + 1] & 0xFF) << Byte.SIZE;
  }
}

package dev.assay.inference.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/// The whole numbers of 16 bits in the first directory of a TIFF (TIFF 6.0, section 2), which is
/// also the form of Exif data.
///
/// @param bytes from the byte order on
record TiffTags(ByteBuffer bytes) {

  /// How the image is to be turned, 1 to 8.
  static final int ORIENTATION = 0x0112;

  /// What the samples mean.
  static final int PHOTOMETRIC = 0x0106;

  /// Of [#PHOTOMETRIC]: indices into colours; below it are greys, and red, green and blue.
  static final int PALETTE = 3;

  /// Of [#PHOTOMETRIC]: inks.
  static final int CMYK = 5;

  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;
  private static final int MARK_OF_INTEL = 0x49492A00;
  private static final int MARK_OF_MOTOROLA = 0x4D4D002A;

  /// Whether a file is a TIFF.
  static boolean isTiff(byte[] file) {
    if (file.length < Integer.BYTES) {
      return false;
    }
    int mark = ByteBuffer.wrap(file).getInt();
    return mark == MARK_OF_INTEL || mark == MARK_OF_MOTOROLA;
  }

  /// The number of a tag; nothing where it is not there, no such number, or cut off.
  OptionalInt number(int tag) {
    try {
      ByteBuffer tiff = bytes.duplicate();
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int list = tiff.getInt(4);
      int entries = tiff.getShort(list) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = list + 2 + i * ENTRY_BYTES;
        if ((tiff.getShort(entry) & 0xFFFF) == tag && tiff.getShort(entry + 2) == SHORT) {
          return OptionalInt.of(tiff.getShort(entry + 8) & 0xFFFF);
        }
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
      return OptionalInt.empty();
    }
    return OptionalInt.empty();
  }
}

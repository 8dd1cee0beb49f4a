package dev.assay.inference.image;

/// What the frame header of a JPEG says.
final class JpegFrame {

  private static final int COMPONENTS_AT = 9;

  private JpegFrame() {}

  /// Number of colour components: 1 = grey, 3 = colour, 4 = CMYK; 0 where the bytes are no JPEG.
  static int components(byte[] file) {
    if (file.length < 2 || at(file, 0) != 0xFF || at(file, 1) != 0xD8) {
      return 0;
    }
    int marker = 2;
    while (marker + COMPONENTS_AT < file.length) {
      if (at(file, marker) != 0xFF) {
        return 0;
      }
      int kind = at(file, marker + 1);
      if (isFrame(kind)) {
        return at(file, marker + COMPONENTS_AT);
      }
      boolean filler = kind == 0xFF;
      marker += filler ? 1 : 2 + (at(file, marker + 2) << 8 | at(file, marker + 3));
    }
    return 0;
  }

  /// Start of frame, of whatever coding; the three others of that range are tables.
  private static boolean isFrame(int kind) {
    return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
  }

  private static int at(byte[] file, int place) {
    return file[place] & 0xFF;
  }
}

package dev.assay.inference.image;

import java.nio.charset.StandardCharsets;

/// What the headers of a JPEG say of its colours.
///
/// @param components 1 = grey, 3 = colour, 4 = CMYK; 0 where the bytes are no JPEG
/// @param halvesRows whether there is one row of its two colour differences for two rows of
///   luminance, and one column for each (4:4:0, as 4:2:2 turned by a quarter)
record JpegFrame(int components, boolean halvesRows) {

  private static final JpegFrame NONE = new JpegFrame(0, false);
  private static final int COMPONENTS_AT = 9;
  private static final int COMPONENT_BYTES = 3;
  private static final int COLOUR = 3;
  private static final int ADOBE_TRANSFORM_AT = 15;

  /// From the bytes of a file.
  static JpegFrame of(byte[] file) {
    if (file.length < 2 || at(file, 0) != 0xFF || at(file, 1) != 0xD8) {
      return NONE;
    }
    int marker = 2;
    boolean isRgb = false;
    while (marker + COMPONENTS_AT < file.length) {
      if (at(file, marker) != 0xFF) {
        return NONE;
      }
      int kind = at(file, marker + 1);
      if (isFrame(kind)) {
        int components = at(file, marker + COMPONENTS_AT);
        return new JpegFrame(
            components, components == COLOUR && !isRgb && halvesRows(file, marker));
      }
      isRgb |= kind == 0xEE && saysRgb(file, marker);
      boolean filler = kind == 0xFF;
      marker += filler ? 1 : 2 + (at(file, marker + 2) << 8 | at(file, marker + 3));
    }
    return NONE;
  }

  /// Start of frame, of whatever coding; the three others of that range are tables.
  private static boolean isFrame(int kind) {
    return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
  }

  /// Whether Adobe's marker says that samples are red, green and blue.
  private static boolean saysRgb(byte[] file, int marker) {
    return marker + ADOBE_TRANSFORM_AT < file.length
        && new String(file, marker + 4, 5, StandardCharsets.ISO_8859_1).equals("Adobe")
        && file[marker + ADOBE_TRANSFORM_AT] == 0;
  }

  /// Each component has its name, its factors (across, down) in half a byte each, and its table.
  private static boolean halvesRows(byte[] file, int frame) {
    int first = frame + COMPONENTS_AT + 1;
    if (first + COLOUR * COMPONENT_BYTES > file.length || at(file, first) == 'R') {
      return false;
    }
    int luminance = at(file, first + 1);
    int blue = at(file, first + COMPONENT_BYTES + 1);
    int red = at(file, first + 2 * COMPONENT_BYTES + 1);
    boolean sameAcross = luminance >> 4 == blue >> 4;
    return blue == red && sameAcross && (luminance & 0xF) == 2 * (blue & 0xF);
  }

  private static int at(byte[] file, int place) {
    return file[place] & 0xFF;
  }
}

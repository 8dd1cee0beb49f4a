package dev.assay.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Inter, as it comes with Assay. Text is 12 units high, small text 11, and never smaller.
public final class ChartFonts {

  private static final String FOLDER = "/dev/assay/resources/fonts/";
  private static final Font REGULAR = load("Inter-Regular.ttf");
  private static final Font SEMI_BOLD = load("Inter-SemiBold.ttf");

  private ChartFonts() {}

  /// The TrueType file of the regular weight; the caller closes it.
  public static InputStream regularFile() {
    return open("Inter-Regular.ttf");
  }

  /// The TrueType file of the semi-bold weight; the caller closes it.
  public static InputStream semiBoldFile() {
    return open("Inter-SemiBold.ttf");
  }

  /// The regular weight.
  public static Font regular(int size) {
    return REGULAR.deriveFont((float) size);
  }

  /// The semi-bold weight.
  public static Font semiBold(int size) {
    return SEMI_BOLD.deriveFont((float) size);
  }

  /// Whether Inter has a glyph for the character.
  public static boolean canShow(int codePoint) {
    return REGULAR.canDisplay(codePoint);
  }

  private static Font load(String name) {
    try (InputStream in = open(name)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the build's font is damaged: " + name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = ChartFonts.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("the build left out " + name);
    }
    return in;
  }
}

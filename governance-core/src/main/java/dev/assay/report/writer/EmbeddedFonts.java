package dev.assay.report.writer;

import dev.assay.chart.ChartFonts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Inter as `@font-face` rules, with only the characters that a page holds.
final class EmbeddedFonts {

  private static final List<String> TABLES =
      List.of("head", "hhea", "hmtx", "maxp", "cmap", "loca", "glyf", "post", "name", "OS/2");

  private EmbeddedFonts() {}

  /// Rules for the regular and the semi-bold weight.
  static String faces(String page) {
    Quiet.libraries();
    return face(ChartFonts.regularFile(), 400, page) + face(ChartFonts.semiBoldFile(), 600, page);
  }

  private static String face(InputStream file, int weight, String page) {
    return "@font-face{font-family:Inter;font-style:normal;font-weight:"
        + weight
        + ";src:url(data:font/ttf;base64,"
        + Base64.getEncoder().encodeToString(subset(file, page))
        + ") format('truetype')}\n";
  }

  private static byte[] subset(InputStream file, String page) {
    try (file;
        TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(file))) {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      page.codePoints().distinct().sorted().filter(ChartFonts::canShow).forEach(subsetter::add);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      subsetter.writeToStream(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

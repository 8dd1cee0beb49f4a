package dev.assay.report.writer;

import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.chart.Lettering;
import dev.assay.report.document.Branding;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Charts as pictures in a document: twice as fine as a screen, with their text alternative.
final class DocxPictures {

  private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";

  /// English Metric Units a chart unit; 720 units are a line of 17 cm.
  private static final long UNIT = 8_500;

  /// 9 mm in English Metric Units.
  private static final long LOGO_HEIGHT = 324_000;

  private static final int FINER = 2;

  private final List<byte[]> files = new ArrayList<>();
  private final Lettering lettering;

  /// @param lettering how numbers on axes are written
  DocxPictures(Lettering lettering) {
    this.lettering = lettering;
  }

  /// The pictures by number, from 1, as PNG.
  List<byte[]> files() {
    return files;
  }

  /// Name of the relation that leads to a picture.
  static String relation(int number) {
    return "rIdChart" + number;
  }

  void write(HtmlMarkup out, Chart chart) {
    int width = Charts.naturalWidth(chart);
    int height = Charts.height(chart, width);
    picture(out, png(chart, width, height), chart.words(), width * UNIT, height * UNIT);
  }

  /// A logo, as high as a heading.
  void write(HtmlMarkup out, Branding.Logo logo, String name) {
    picture(out, logo.png(), name, LOGO_HEIGHT * logo.width() / logo.height(), LOGO_HEIGHT);
  }

  private void picture(HtmlMarkup out, byte[] png, String words, long width, long height) {
    files.add(png);
    String number = String.valueOf(files.size());
    String wide = String.valueOf(width);
    String high = String.valueOf(height);
    out.open("w:r").open("w:drawing").open("wp:inline", "distT", "0", "distB", "0");
    out.empty("wp:extent", "cx", wide, "cy", high);
    out.empty("wp:docPr", "id", number, "name", "Chart " + number, "descr", words);
    out.open("a:graphic", "xmlns:a", DRAWING).open("a:graphicData", "uri", PICTURE);
    out.open("pic:pic", "xmlns:pic", PICTURE).open("pic:nvPicPr");
    out.empty("pic:cNvPr", "id", number, "name", "chart" + number + ".png", "descr", words);
    out.empty("pic:cNvPicPr").close();
    out.open("pic:blipFill").empty("a:blip", "r:embed", relation(files.size()));
    out.open("a:stretch").empty("a:fillRect").close().close();
    out.open("pic:spPr").open("a:xfrm").empty("a:off", "x", "0", "y", "0");
    out.empty("a:ext", "cx", wide, "cy", high).close();
    out.open("a:prstGeom", "prst", "rect").empty("a:avLst").close().close();
    out.close().close().close().close().close().close();
  }

  private byte[] png(Chart chart, int width, int height) {
    BufferedImage image =
        new BufferedImage(FINER * width, FINER * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(FINER, FINER);
    Charts.paint(chart, lettering, graphics, width, height);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("every Java platform writes PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

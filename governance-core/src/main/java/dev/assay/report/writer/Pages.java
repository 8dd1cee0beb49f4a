package dev.assay.report.writer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A PDF of ours as pictures of its pages, for a window to show what will be printed.
public final class Pages {

  private Pages() {}

  /// The pages as PNG.
  ///
  /// @param most pages that are drawn
  /// @param stop asked before each page; true = no more
  public static List<byte[]> of(byte[] pdf, int dotsPerInch, int most, BooleanSupplier stop) {
    Quiet.libraries();
    List<byte[]> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < Math.min(most, document.getNumberOfPages()); i++) {
        if (stop.getAsBoolean()) {
          break;
        }
        BufferedImage page = renderer.renderImageWithDPI(i, dotsPerInch, ImageType.RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(page, "png", png);
        pages.add(png.toByteArray());
      }
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

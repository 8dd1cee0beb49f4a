package dev.assay.report.writer;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import dev.assay.chart.ChartFonts;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Inter in a PDF: one embedded subset a weight, for the text and for the charts.
final class PaperFonts extends PdfBoxGraphics2DFontTextDrawer {

  private final PDFont regular;
  private final PDFont semiBold;

  PaperFonts(PDDocument pdf) throws IOException {
    this.regular = load(pdf, ChartFonts.regularFile());
    this.semiBold = load(pdf, ChartFonts.semiBoldFile());
  }

  private static PDFont load(PDDocument pdf, InputStream file) throws IOException {
    try (file) {
      return PDType0Font.load(pdf, file, true);
    }
  }

  /// Offers both weights as the family "Inter".
  void offerTo(PdfRendererBuilder builder) {
    builder.useFont(new PDFontSupplier(regular), "Inter", 400, FontStyle.NORMAL, true);
    builder.useFont(new PDFontSupplier(semiBold), "Inter", 600, FontStyle.NORMAL, true);
  }

  @Override
  protected PDFont mapFont(Font font, IFontTextDrawerEnv environment) {
    return font.getFontName().contains("Semi") ? semiBold : regular;
  }
}

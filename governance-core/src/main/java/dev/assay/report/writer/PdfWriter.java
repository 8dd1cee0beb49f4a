package dev.assay.report.writer;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import dev.assay.report.document.Document;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Writes a document as a PDF that one could file for decades and that everybody can read: PDF/A-3
/// and PDF/UA-1, A4, tagged, with bookmarks, page numbers, vector charts, embedded fonts, and the
/// data that it was written from attached. Equal documents give equal bytes.
public final class PdfWriter {

  private PdfWriter() {}

  /// The file's bytes, with nothing attached.
  public static byte[] write(Document document) {
    return write(document, List.of());
  }

  /// The file's bytes.
  ///
  /// @param attachments what the document was written from
  public static byte[] write(Document document, List<Attachment> attachments) {
    Quiet.libraries();
    Printed printed = print(document, new PaperMarkup(document), attachments);
    return document.edition().onePage() && printed.pages() > 1
        ? print(document, new PaperMarkup(document, true), attachments).bytes()
        : printed.bytes();
  }

  private record Printed(byte[] bytes, int pages) {}

  private static Printed print(Document document, PaperMarkup paper, List<Attachment> attachments) {
    org.w3c.dom.Document markup = paper.write();
    try (PDDocument pdf = new PDDocument()) {
      PaperFonts fonts = new PaperFonts(pdf);
      PdfRendererBuilder builder = builder(pdf);
      builder.useObjectDrawerFactory(new ChartDrawer(paper.charts(), fonts, document.edition()));
      fonts.offerTo(builder);
      builder.withW3cDocument(markup, null);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFKeepOpen();
        Archive.complete(pdf, document, attachments);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 19);
        pdf.save(out);
        return new Printed(out.toByteArray(), pdf.getNumberOfPages());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps the standards, and reads nothing from anywhere.
  private static PdfRendererBuilder builder(PDDocument pdf) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(pdf);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer(Archive.producer());
    builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    return builder;
  }
}

package dev.assay.report.writer;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.assay.provenance.AssayVersion;
import dev.assay.report.document.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// Writes a document as a PDF that one could file: A4, tagged, with bookmarks, page numbers, vector
/// charts and embedded fonts. Equal documents give equal bytes.
public final class PdfWriter {

  private PdfWriter() {}

  /// The file's bytes.
  public static byte[] write(Document document) {
    Quiet.libraries();
    PaperMarkup paper = new PaperMarkup(document);
    org.w3c.dom.Document markup = paper.write();
    try (PDDocument pdf = new PDDocument()) {
      PaperFonts fonts = new PaperFonts(pdf);
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(pdf);
      builder.usePdfUaAccessibility(true);
      builder.withProducer("Assay " + AssayVersion.number());
      builder.useObjectDrawerFactory(new ChartDrawer(paper.charts(), fonts));
      builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
      builder.useExternalResourceAccessControl(
          (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
      builder.useExternalResourceAccessControl(
          (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
      fonts.offerTo(builder);
      builder.withW3cDocument(markup, null);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFKeepOpen();
        return save(pdf, document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] save(PDDocument pdf, Document document) throws IOException {
    Calendar created = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    created.setTimeInMillis(document.created().toEpochMilli());
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setCreationDate(created);
    information.setModificationDate(created);
    pdf.setDocumentId(document.created().toEpochMilli());
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 19);
    pdf.save(out);
    return out.toByteArray();
  }
}

package dev.assay.report.seal;

import dev.assay.report.writer.Quiet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.jspecify.annotations.Nullable;

/// Signs PDFs: PAdES baseline B-B, with a time stamp B-T. What was there stays byte for byte; the
/// signature is appended and covers everything but itself.
public final class PdfSeal {

  static final COSName SUB_FILTER = COSName.getPDFName("ETSI.CAdES.detached");

  private static final int ROOM = 3 * 1024;
  private static final int ROOM_WITH_STAMP = 32 * 1024;

  private PdfSeal() {}

  /// The signed file.
  ///
  /// @param stamps asked for a time stamp over the signature, absent = none
  /// @throws dev.assay.common.WorkFailed when no time stamp is given
  public static byte[] sign(byte[] pdf, Sealer sealer, @Nullable TimeStamps stamps) {
    Quiet.libraries();
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions()) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(SUB_FILTER);
      signature.setName(sealer.name());
      signature.setReason(sealer.reason());
      Calendar time = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
      time.setTimeInMillis(sealer.time().toEpochMilli());
      signature.setSignDate(time);
      options.setPreferredSignatureSize(stamps == null ? ROOM : ROOM_WITH_STAMP);
      document.setDocumentId(sealer.time().toEpochMilli());
      document.addSignature(signature, options);
      for (PDField field : document.getDocumentCatalog().getAcroForm().getFieldTree()) {
        field.setAlternateFieldName(sealer.reason() + ": " + sealer.name());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + ROOM_WITH_STAMP);
      ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
      byte[] content = signing.getContent().readAllBytes();
      signing.setSignature(Cms.sign(content, sealer, stamps));
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

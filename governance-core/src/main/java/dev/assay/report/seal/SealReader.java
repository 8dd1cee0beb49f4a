package dev.assay.report.seal;

import dev.assay.common.InputRejected;
import dev.assay.report.writer.Quiet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.Nullable;

/// Reads signatures of PDFs and says whether they hold. A signature holds when it covers every byte
/// of the file but its own, and nothing of its own can be changed unseen.
public final class SealReader {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int RANGE = 4;

  private SealReader() {}

  /// The signatures, in the order in which they were made; empty when nobody signed.
  ///
  /// @throws InputRejected when the bytes are no PDF
  public static List<Seal> read(byte[] pdf) {
    Quiet.libraries();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<PDSignature> found = new ArrayList<>(document.getSignatureDictionaries());
      found.sort(Comparator.comparingLong(SealReader::end));
      return found.stream().map(signature -> read(pdf, signature)).toList();
    } catch (IOException | RuntimeException e) {
      throw new InputRejected(
          "VERIFY-PDF",
          "The file cannot be read as a PDF (" + e.getMessage() + ").",
          "Get it again from whoever signed it.",
          e);
    }
  }

  private static long end(PDSignature signature) {
    int[] range = signature.getByteRange();
    return range.length == RANGE ? (long) range[2] + range[3] : 0;
  }

  private static Seal read(byte[] pdf, PDSignature signature) {
    List<String> faults = new ArrayList<>();
    int[] range = signature.getByteRange();
    byte @Nullable [] cms = null;
    if (isWhole(range, pdf.length)) {
      cms = contents(pdf, range[1], range[2]);
      if (cms == null) {
        faults.add("what stands in the place of the signature is not written as one");
      }
    } else {
      faults.add("it does not cover the whole file: something was changed or added");
    }
    CmsReading reading =
        cms == null ? CmsReading.NONE : CmsReading.of(cms, content(pdf, range), faults);
    return new Seal(
        Objects.requireNonNullElse(signature.getName(), ""),
        Objects.requireNonNullElse(signature.getReason(), ""),
        time(signature),
        reading.key(),
        reading.certificate(),
        reading.stamp(),
        faults);
  }

  private static @Nullable Instant time(PDSignature signature) {
    Calendar time = signature.getSignDate();
    return time == null ? null : time.toInstant();
  }

  /// From the first byte to the last, with one gap.
  private static boolean isWhole(int[] range, int length) {
    return range.length == RANGE
        && range[0] == 0
        && range[1] > 0
        && range[2] > range[1]
        && range[3] >= 0
        && (long) range[2] + range[3] == length;
  }

  private static byte[] content(byte[] pdf, int[] range) {
    byte[] content = Arrays.copyOf(pdf, range[1] + range[3]);
    System.arraycopy(pdf, range[2], content, range[1], range[3]);
    return content;
  }

  /// What stands in the gap, as it can be written in one way only; null when it is not.
  private static byte @Nullable [] contents(byte[] pdf, int from, int to) {
    if (to - from < 2 || pdf[from] != '<' || pdf[to - 1] != '>') {
      return null;
    }
    String written = new String(pdf, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
    try {
      byte[] padded = HEX.parseHex(written);
      return HEX.formatHex(padded).equals(written) ? padded : null;
    } catch (IllegalArgumentException noHex) {
      return null;
    }
  }
}

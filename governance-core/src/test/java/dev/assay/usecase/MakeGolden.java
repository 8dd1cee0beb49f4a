package dev.assay.usecase;

import dev.assay.signoff.Remark;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Makes the golden workspace of a format. Run once for each format that is released; what it made
/// is committed and never made again.
final class MakeGolden {

  private MakeGolden() {}

  /// @param args an empty folder, and the file to write (`golden-format-N.assay.gz`)
  public static void main(String[] args) throws Exception {
    SigningOffice office = new SigningOffice(Path.of(args[0])).staffed();
    var audit = office.reviewedAudit();
    office.decide(audit);
    office.discussion.comment(audit.id(), "alan", Remark.of("kept for ever"));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      Files.copy(office.file, out);
    }
  }
}

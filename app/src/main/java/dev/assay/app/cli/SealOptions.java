package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.report.seal.TimeStampAuthority;
import dev.assay.report.seal.TimeStamps;
import dev.assay.usecase.Credentials;
import dev.assay.usecase.SealReport;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether and by whom a report is signed as PDF.
final class SealOptions {

  @Option(
      names = "--sign-as",
      paramLabel = "ID",
      description =
          "Sign the PDF (PAdES) with the key of this person; see 'assay signatory list'. Their"
              + " passphrase is asked for.")
  @Nullable String person;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "issued this report",
      description = "What the signature says (default: ${DEFAULT-VALUE}).")
  String reason = "issued this report";

  @Option(
      names = "--tsa",
      paramLabel = "URL",
      description =
          "Ask this time-stamp authority for a time stamp over the signature. It is told the digest"
              + " of the signature and nothing else; without it nothing is asked over a network.")
  @Nullable String authority;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Its first line is the passphrase (default: asked for).")
  @Nullable Path passphrase;

  /// Signs bytes of a PDF; null when nobody is asked to.
  @Nullable Function<SealReport.Unsealed, byte[]> signing(SealReport seal) {
    String signer = person;
    if (signer == null) {
      if (authority != null) {
        throw new UsageError(
            "USAGE-TSA-ALONE",
            "A time stamp needs a signature to stamp.",
            "Say who signs with --sign-as, or leave --tsa out.");
      }
      return null;
    }
    TimeStamps stamps = authority == null ? null : new TimeStampAuthority(authority);
    Credentials credentials =
        new Credentials(signer, new Passphrases().of(seal.name(signer), passphrase));
    return pdf -> seal.seal(pdf, reason, credentials, stamps);
  }
}

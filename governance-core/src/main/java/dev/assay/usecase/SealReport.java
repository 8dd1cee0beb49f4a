package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Signatory;
import dev.assay.report.seal.PdfSeal;
import dev.assay.report.seal.Sealer;
import dev.assay.report.seal.TimeStamps;
import dev.assay.signoff.PersonKey;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Signs a report as PDF with the key of a person of the workspace, so that whoever receives the
/// file alone can see whose it is and that it is whole. Approving an audit is something else; see
/// [SignAudit].
public final class SealReport {

  private final Supplier<GovernanceStore> workspace;
  private final Clock clock;
  private final Unlocking unlocking;

  /// @param workspace opens the workspace
  /// @param home where keys of people are kept
  /// @param clock tells when it is signed
  public SealReport(Supplier<GovernanceStore> workspace, LedgerHome home, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
    this.unlocking = new Unlocking(home, clock);
  }

  /// The name of a person as it is printed.
  ///
  /// @throws dev.assay.common.UsageError when nobody of this id may sign
  public String name(String person) {
    try (GovernanceStore store = workspace.get()) {
      return signatory(store, person).name();
    }
  }

  private static Signatory signatory(GovernanceStore store, String person) {
    return Unlocking.signatory(Unlocking.register(store.signoffs().situation(null)), person);
  }

  /// A PDF that is to be signed.
  ///
  /// @param audit id of the audit that it reports on
  /// @param name of the file
  /// @param bytes as they are before
  public record Unsealed(String audit, String name, byte[] bytes) {}

  /// The signed file. Who signed which bytes is in the ledger before the file leaves this method.
  ///
  /// @param reason what the signature means, in a word or two
  /// @param credentials who signs; wiped
  /// @param stamps asked for a time stamp, absent = none
  /// @throws dev.assay.common.UsageError for a wrong passphrase, which is recorded
  public byte[] seal(
      Unsealed pdf, String reason, Credentials credentials, @Nullable TimeStamps stamps) {
    try (GovernanceStore store = workspace.get()) {
      String person = credentials.person();
      String name = signatory(store, person).name();
      PersonKey key = unlocking.unlock(store, credentials);
      Instant now = clock.instant();
      byte[] sealed =
          PdfSeal.sign(pdf.bytes, new Sealer(key, key.certificate(now), name, reason, now), stamps);
      Map<String, Object> what =
          Map.of(
              "name",
              pdf.name,
              "sha256",
              Digest.of(sealed).sha256(),
              "bytes",
              (long) sealed.length,
              "level",
              stamps == null ? "PAdES B-B" : "PAdES B-T",
              "reason",
              reason);
      store
          .signoffs()
          .add(
              pdf.audit,
              before -> List.of(PlainActs.of(before, ActKind.SEALED, person, now, what)));
      return sealed;
    }
  }
}

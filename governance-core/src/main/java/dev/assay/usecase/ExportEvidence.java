package dev.assay.usecase;

import dev.assay.audit.Audit;
import dev.assay.common.AtomicFiles;
import dev.assay.ledger.Entry;
import dev.assay.ledger.attest.Attestations;
import dev.assay.ledger.bundle.Evidence;
import dev.assay.modelcard.ModelCards;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Writes what an auditor needs to check an audit without Assay: one archive with the documents as
/// they were recorded, their entries in the ledger with proofs, keys, the report, and a script that
/// verifies all of it.
public final class ExportEvidence {

  /// Name of the archive.
  public static final String FILE = "evidence.zip";

  private final Supplier<GovernanceStore> workspace;

  /// @param workspace opens the workspace
  public ExportEvidence(Supplier<GovernanceStore> workspace) {
    this.workspace = workspace;
  }

  /// Writes `evidence.zip` of a recorded audit.
  ///
  /// @return the archive
  /// @throws dev.assay.common.WorkFailed when the ledger's key is not on this computer, or the file
  ///   cannot be written
  public Path write(RecordedAudit recorded, Path folder) {
    Path file = folder.resolve(FILE);
    AtomicFiles.export(file, bytes(recorded));
    return file;
  }

  /// The archive; the same audit at the same head gives the same bytes.
  public byte[] bytes(RecordedAudit recorded) {
    SortedMap<String, byte[]> files = documents(recorded);
    try (GovernanceStore store = workspace.get()) {
      LedgerStore ledger = store.ledger();
      LedgerStore.Extract extract = ledger.extract(entry -> concerns(entry, recorded.audit()));
      files.putAll(extract.documents());
      return Evidence.write(
          files, extract.entries(), extract.leaves(), extract.head(), ledger::sign);
    }
  }

  private static SortedMap<String, byte[]> documents(RecordedAudit recorded) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (ExportFormat format : List.of(ExportFormat.HTML, ExportFormat.PDF, ExportFormat.JSON)) {
      files.put(format.fileName(), format.bytes(recorded.dossier()));
    }
    files.put(
        "model-card.md", ModelCards.markdown(recorded.card()).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /// The beginning of the ledger, every time that somebody went on with another state of it or that
  /// it was brought to a later format, the register of signatories, the audit, what was signed, its
  /// run and its review.
  private static boolean concerns(Entry entry, Audit audit) {
    return switch (entry.kind()) {
      case "genesis", Entry.RESTORE, Entry.MIGRATION, Attestations.REGISTER_KIND -> true;
      case "run" -> entry.subject().equals(audit.runId());
      default -> entry.subject().equals(audit.id()) || entry.subject().startsWith(audit.id() + "#");
    };
  }
}

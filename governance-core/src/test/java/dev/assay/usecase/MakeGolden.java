package dev.assay.usecase;

import dev.assay.audit.Addition;
import dev.assay.audit.Audit;
import dev.assay.common.Digest;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Narratives;
import dev.assay.regime.Regimes;
import dev.assay.report.content.ReportPlan;
import dev.assay.signoff.Remark;
import dev.assay.store.GovernanceStore;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Makes the golden workspace of a format: one audit with everything that can be recorded about
/// one. Run once for each format that is released; what it made is committed and never made again.
final class MakeGolden {

  private MakeGolden() {}

  /// @param args an empty folder, and the file to write (`golden-format-N.assay.gz`)
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.reviewedAudit();
    add(office, audit, Files.writeString(folder.resolve("minutes.txt"), "Risks were discussed.\n"));
    String letter = letter(office, audit, folder.resolve("letter.txt"));
    office.decide(audit);
    new EraseFile(office.workspace, office.home, office.clock)
        .erase(
            new EraseFile.Asked(audit.id(), letter, "a person asked for it"),
            SigningOffice.by("ada"),
            SigningOffice.by("grace"));
    office.discussion.comment(audit.id(), "alan", Remark.of("kept for ever"));
    SealReport seal = new SealReport(office.workspace, office.home, office.clock);
    new Export()
        .sealed(
            new Audits(office.workspace).load(audit.id()),
            ReportPlan.FULL,
            pdf -> seal.seal(pdf, "released", SigningOffice.by("barbara"), null),
            folder);
    new LedgerUse(
            office.workspace,
            () -> SqliteStore.openUnremembered(office.file, office.home),
            office.home,
            office.clock)
        .accept(
            "a rehearsal of the backup",
            List.of(SigningOffice.by("ada"), SigningOffice.by("grace")));
    office.clock.advance(Duration.ofDays(-1));
    office.signatories.clock("the clock was a day ahead", SigningOffice.by("ada"));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      Files.copy(office.file, out);
    }
  }

  /// Feedback with a letter that is erased later.
  private static String letter(SigningOffice office, Audit audit, Path letter) throws IOException {
    Files.writeString(letter, "I was turned down.\n");
    new AddToAudit(office.workspace, office.clock, "alan")
        .feedback(
            audit,
            new AddToAudit.Feedback(
                Addition.Source.USER, "A letter came.", new TreeMap<>(), "", ""),
            List.of(letter),
            null,
            "");
    return Digest.of(letter).sha256();
  }

  /// An answer to a regime with a document, feedback, and a model card in words.
  private static void add(SigningOffice office, Audit audit, Path minutes) {
    AddToAudit add = new AddToAudit(office.workspace, office.clock, "alan");
    add.answer(
        audit.id(),
        Regimes.load("eu-ai-act"),
        "Art. 12",
        new AddToAudit.Said("Every decision is logged.", List.of(minutes), false),
        "");
    add.feedback(
        audit,
        new AddToAudit.Feedback(
            Addition.Source.USER, "Turned down twice.", new TreeMap<>(), "INC-1", ""),
        List.of(),
        null,
        "");
    try (GovernanceStore store = office.workspace.get()) {
      store
          .cards()
          .save(
              audit.id(),
              0,
              Narratives.of(NarrativeSection.LIMITATIONS, "Kept for ever."),
              "alan",
              office.clock.instant());
    }
  }
}

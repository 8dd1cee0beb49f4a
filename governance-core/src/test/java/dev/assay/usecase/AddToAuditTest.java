package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Addition;
import dev.assay.audit.Additions;
import dev.assay.audit.Audit;
import dev.assay.common.AssayException;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.finding.Policies;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.Entry;
import dev.assay.ledger.bundle.EvidenceVerifier;
import dev.assay.regime.Answer.Document;
import dev.assay.regime.Coverage;
import dev.assay.regime.Regime;
import dev.assay.regime.Regimes;
import dev.assay.report.Reports;
import dev.assay.report.SampleDossiers;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.sqlite.SqliteStore;
import dev.assay.usecase.AddToAudit.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddToAuditTest {

  private static final Regime ACT = Regimes.load("eu-ai-act");
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @TempDir Path folder;
  private Path file;
  private Supplier<GovernanceStore> workspace;
  private AddToAudit add;
  private Audit audit;
  private Path minutes;

  @BeforeEach
  void record() throws Exception {
    file = folder.resolve("w.assay");
    LedgerHome home = new LedgerHome(folder.resolve("config"));
    workspace = () -> SqliteStore.open(file, home);
    add = new AddToAudit(workspace, Clock.fixed(NOW, ZoneOffset.UTC), "jane");
    audit =
        new RecordAudit(workspace, Clock.fixed(NOW, ZoneOffset.UTC))
            .record(SampleDossiers.adult().run(), Policies.load("default"), "Title", "", "")
            .audit();
    minutes = Files.writeString(folder.resolve("minutes.txt"), "Risks were discussed.\n");
  }

  @Test
  void anAnswerWithADocumentCoversAClauseThatOnlyPeopleCanShow() {
    answer("Art. 12", "Every decision is logged.", minutes);

    RecordedAudit recorded = new Audits(workspace).load(audit.id());
    Coverage.Row row = row(recorded, "Art. 12");
    assertThat(row.state()).isEqualTo(Coverage.State.COVERED);
    assertThat(row.evidence()).containsExactly("answer of jane", "1 document");
    assertThat(row.reason()).isEmpty();
    assertThat(row(recorded, "Art. 14").reason())
        .isEqualTo("no measurement shows it; a person must add: the measures of human oversight");
    assertThat(row(recorded, "Art. 15").state()).isEqualTo(Coverage.State.PARTLY);
  }

  @Test
  void anAnswerWithoutADocumentCoversItOnlyInPart() {
    add.answer(audit.id(), ACT, "Art. 12", new Said("It is logged.", List.of(), false), "");

    Coverage.Row row = row(new Audits(workspace).load(audit.id()), "Art. 12");

    assertThat(row.state()).isEqualTo(Coverage.State.PARTLY);
    assertThat(row.reason()).isEqualTo("no document shows what was answered");
  }

  @Test
  void theFirstAnswerHoldsTheAuditAgainstTheRegimeInTheSameTransaction() {
    Additions additions = answer("Art. 12", "It is logged.", minutes);

    assertThat(additions.events())
        .hasExactlyElementsOfTypes(Addition.RegimeChosen.class, Addition.Answered.class);
    assertThat(additions.regimes()).containsOnlyKeys("eu-ai-act");
    assertThat(add.choose(audit.id(), ACT, "").events()).hasSize(2);
    assertThat(add.file(additions.events().get(1).documents().getFirst().sha256()))
        .isEqualTo("Risks were discussed.\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSecondAnswerNeedsAReasonAndTheFirstOneStays() {
    answer("Art. 12", "It is logged.", minutes);

    assertThatThrownBy(() -> answer("Art. 12", "It is not.", minutes))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("The clause is answered already");
    Additions corrected =
        add.answer(
            audit.id(),
            ACT,
            "Art. 12",
            new Said("It is not.", List.of(), false),
            "I looked again.");

    assertThat(corrected.answers("eu-ai-act"))
        .singleElement()
        .satisfies(a -> assertThat(a.text()).isEqualTo("It is not."));
    assertThat(corrected.events()).hasSize(3);
    try (GovernanceStore store = workspace.get()) {
      List<Entry> entries = store.ledger().entries();
      Entry last = entries.getLast();
      assertThat(last.kind()).isEqualTo("addition");
      assertThat(last.reason()).isEqualTo("I looked again.");
      assertThat(entries.get(last.supersedes().intValue()).subject())
          .isEqualTo(audit.id() + "#add1");
      store.verify();
    }
  }

  @Test
  void aCorrectionKeepsTheEarlierDocumentsWhenItIsAsked() throws Exception {
    Path log = Files.writeString(folder.resolve("log.txt"), "Logged.");
    answer("Art. 12", "It is logged.", minutes);

    Additions kept =
        add.answer(
            audit.id(),
            ACT,
            "Art. 12",
            new Said("It is logged in part.", List.of(log, minutes), true),
            "more exact");

    assertThat(kept.answers("eu-ai-act").getFirst().documents())
        .extracting(Document::name)
        .containsExactly("minutes.txt", "log.txt");
  }

  @Test
  void nothingIsKeptOfWhatIsRefused() throws Exception {
    Path large = folder.resolve("large.bin");
    Files.write(large, new byte[(16 << 20) + 1]);

    assertThatThrownBy(() -> answer("Art. 99", "x", minutes))
        .hasMessageContaining("has no clause 'Art. 99'");
    assertThatThrownBy(() -> answer("Art. 12", "  ", minutes)).hasMessageContaining("needs words");
    assertThatThrownBy(() -> answer("Art. 12", "x", large)).hasMessageContaining("is larger than");
    assertThatThrownBy(() -> answer("Art. 12", "x", folder)).hasMessageContaining("it is a folder");
    assertThat(add.load(audit.id()).isEmpty()).isTrue();
  }

  @Test
  void moreFilesThanEvidenceCanHoldAreRefusedAndNothingIsKept() throws Exception {
    answer("Art. 12", "It is logged.", minutes);
    tamper(
        "DROP TRIGGER attachment_stays_update; UPDATE attachment SET bytes = 268435456 WHERE bytes = 22");

    assertThatThrownBy(() -> answer("Art. 14", "Two people.", minutes))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("an audit keeps at most 268.4 MB");
    assertThat(add.load(audit.id()).events()).hasSize(2);
  }

  @Test
  void feedbackNamesPeopleAndIncidentAndIsReplacedByItsNumber() {
    TreeMap<String, String> slice = new TreeMap<>();
    slice.put("sex", "Female");
    AddToAudit.Feedback first =
        new AddToAudit.Feedback(
            Addition.Source.OPERATOR, "Refused three times.", slice, "INC-7", "");

    add.feedback(audit, first, List.of(minutes), null, "");
    assertThatThrownBy(() -> add.feedback(audit, first, List.of(), 7, "because"))
        .hasMessageContaining("No feedback of the number 7 stands");
    Additions after =
        add.feedback(
            audit,
            new AddToAudit.Feedback(
                Addition.Source.USER,
                "Four times.",
                slice,
                "INC-7",
                audit.findings().getFirst().id()),
            List.of(),
            0,
            "counted again");

    assertThat(after.feedback()).containsOnlyKeys(1);
    assertThat(Reports.markdown(new Audits(workspace).load(audit.id()).dossier()))
        .asString(StandardCharsets.UTF_8)
        .contains("Feedback from use", "Four times.", "INC-7", "sex = Female")
        .doesNotContain("Refused three times.");
  }

  @Test
  void theReportAndAuditJsonSayWhichEvidenceIsThere() {
    answer("Art. 12", "Every decision is logged.", minutes);
    RecordedAudit recorded = new Audits(workspace).load(audit.id());

    assertThat(Reports.markdown(recorded.dossier()))
        .asString(StandardCharsets.UTF_8)
        .contains("Regime coverage", "This is no verdict.", "Art. 12", "minutes.txt", "✓ covered");
    assertThat(Reports.json(recorded.dossier()))
        .asString(StandardCharsets.UTF_8)
        .contains(
            "\"regimes\"",
            "\"COVERED\"",
            Digest.of("Risks were discussed.\n".getBytes(StandardCharsets.UTF_8)).sha256());
    assertThat(Reports.markdown(SampleDossiers.adult()))
        .asString(StandardCharsets.UTF_8)
        .doesNotContain("Regime coverage");
  }

  @Test
  void evidenceHoldsTheDocumentsAndRefusesOneThatWasChangedOrPutIn() throws Exception {
    answer("Art. 12", "Every decision is logged.", minutes);
    RecordedAudit recorded = new Audits(workspace).load(audit.id());
    byte[] zip = new ExportEvidence(workspace).bytes(recorded);

    assertThat(new EvidenceVerifier(null, null).archive(zip))
        .allSatisfy(a -> assertThat(a.faults()).isEmpty())
        .filteredOn(a -> a.state() == State.YES)
        .hasSize(3);
    Path bundle = Files.write(folder.resolve("evidence.zip"), zip);
    assertThat(python(bundle)).isZero();
    String name = "attachments/" + Digest.of(Files.readAllBytes(minutes)).sha256();
    int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("Risks were discussed.");
    zip[at] ^= 1;
    assertThat(new EvidenceVerifier(null, null).archive(zip).get(2).faults())
        .anyMatch(fault -> fault.startsWith(name + ": it is not the file that"));
    Files.write(bundle, zip);
    assertThat(python(bundle)).isEqualTo(1);
  }

  @Test
  void verifyFindsAChangedDocumentAnAlteredAnswerAndOneThatIsGone() throws Exception {
    answer("Art. 12", "Every decision is logged.", minutes);
    byte[] whole = Files.readAllBytes(file);
    for (String tampering :
        List.of(
            "DROP TRIGGER attachment_stays_update; UPDATE attachment SET deflated = x'00' WHERE bytes = 22",
            "DROP TRIGGER addition_stays_update; UPDATE addition SET document = replace(document, 'Every', 'No')",
            "DROP TRIGGER addition_attachment_stays_delete; DELETE FROM addition_attachment WHERE position = 1",
            "DROP TRIGGER addition_attachment_stays_delete; DROP TRIGGER addition_stays_delete;"
                + " DELETE FROM addition_attachment WHERE position = 1; DELETE FROM addition WHERE position = 1")) {
      Files.write(file, whole);
      tamper(tampering);

      assertThatThrownBy(
              () -> {
                try (GovernanceStore store = workspace.get()) {
                  store.verify();
                }
              })
          .as(tampering)
          .isInstanceOf(WorkFailed.class)
          .hasMessageContaining("damaged");
    }
  }

  /// With its triggers back, so that only the rows are others.
  private void tamper(String statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      var triggers = new TreeMap<String, String>();
      try (var rows =
          statement.executeQuery("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
        while (rows.next()) {
          triggers.put(rows.getString(1), rows.getString(2));
        }
      }
      for (String one : statements.split("; ?")) {
        statement.executeUpdate(one);
      }
      for (var trigger : triggers.entrySet()) {
        if (statements.contains("TRIGGER " + trigger.getKey() + ";")) {
          statement.executeUpdate(trigger.getValue());
        }
      }
    }
  }

  private int python(Path bundle) throws Exception {
    try (var script =
        EvidenceVerifier.class.getResourceAsStream("/dev/assay/ledger/bundle/verify.py")) {
      Files.write(folder.resolve("verify.py"), script.readAllBytes());
    }
    return new ProcessBuilder("python3", folder.resolve("verify.py").toString(), bundle.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start()
        .waitFor();
  }

  private Additions answer(String clause, String text, Path document) {
    return add.answer(audit.id(), ACT, clause, new Said(text, List.of(document), false), "");
  }

  private static Coverage.Row row(RecordedAudit recorded, String clause) {
    return recorded.dossier().coverage().getFirst().rows().stream()
        .filter(r -> r.clause().equals(clause))
        .findFirst()
        .orElseThrow();
  }
}

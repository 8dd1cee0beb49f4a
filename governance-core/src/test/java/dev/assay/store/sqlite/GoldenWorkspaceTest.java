package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Addition;
import dev.assay.audit.Audit;
import dev.assay.audit.SignOff;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Entry;
import dev.assay.ledger.attest.ActKind;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.signoff.State;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workspaces of formats that were released, kept for ever: `MakeGolden` of their time made them
/// once. Whoever has one of them opens and verifies it with every later Assay, and without its key.
class GoldenWorkspaceTest {

  @TempDir Path folder;

  /// Without its key nothing can be signed, not even that it is brought to today's format: it is
  /// looked at in a copy.
  @ParameterizedTest
  @ValueSource(ints = {7, 9})
  void aGoldenWorkspaceOpensAndVerifiesWithItsSignatures(int format) throws Exception {
    Path file = golden(format);
    assertThat(formatOf(file)).isEqualTo(String.valueOf(format));
    try (GovernanceStore store = open(file)) {
      store.verify();
      List<Answer> answers = store.ledger().answers(null);
      assertThat(answers).allSatisfy(a -> assertThat(a.faults()).isEmpty());
      assertThat(answers.get(1).details())
          .hasSize(3)
          .last()
          .asString()
          .contains("rejection by Barbara Liskov (barbara)");
      assertThat(store.audits().load("latest").signOff())
          .extracting(SignOff::state)
          .isEqualTo(State.REJECTED.word());
      assertThatThrownBy(
              () -> store.cards().save("latest", 1, Narrative.EMPTY, "alan", Instant.EPOCH))
          .isInstanceOfSatisfying(
              InputRejected.class, e -> assertThat(e.code()).isEqualTo("LEDGER-KEY-MISSING"));
    }
    assertThat(formatOf(file)).isEqualTo(String.valueOf(format));
  }

  @Test
  void theGoldenWorkspaceOfFormatElevenWasTakenUpAgainUnderTwoSignatures() throws Exception {
    Path file = golden(11);
    try (GovernanceStore store = open(file)) {
      store.verify();
      List<Answer> answers = store.ledger().answers(null);
      assertThat(answers).allSatisfy(a -> assertThat(a.faults()).isEmpty());
      assertThat(answers.get(1).details())
          .filteredOn(said -> said.contains("went on with another state"))
          .singleElement()
          .asString()
          .endsWith(
              ": a rehearsal of the backup. Signed by Ada Lovelace (ada) and Grace Hopper (grace).");
      assertThat(answers.get(1).details()).last().asString().endsWith(": a clock was set back.");
    }
    assertThat(formatOf(file)).isEqualTo("11");
  }

  @Test
  void theGoldenWorkspaceOfFormatTenHasAFileThatWasErased() throws Exception {
    try (GovernanceStore store = open(golden(10))) {
      store.verify();
      List<Answer> answers = store.ledger().answers(null);
      assertThat(answers).allSatisfy(a -> assertThat(a.faults()).isEmpty());
      assertThat(answers.get(1).details())
          .hasSize(4)
          .last()
          .asString()
          .contains("responsibility for an erasure by Ada Lovelace (ada)");
      String erased =
          store.additions().of("latest").events().getLast().documents().getFirst().sha256();
      assertThatThrownBy(() -> store.additions().file(erased))
          .isInstanceOfSatisfying(UsageError.class, e -> assertThat(e.code()).isEqualTo("ERASED"));
      assertThat(store.audits().load("latest").signOff())
          .extracting(SignOff::state)
          .isEqualTo(State.REJECTED.word());
    }
  }

  @Test
  void theGoldenWorkspaceOfFormatNineGivesEverythingThatWasRecorded() throws Exception {
    try (GovernanceStore store = open(golden(9))) {
      Audit audit = store.audits().load("latest").audit();
      assertThat(store.ledger().entries())
          .extracting(Entry::kind)
          .contains("genesis", "audit", "review", "addition", "card", "signatory", "signoff");
      List<Addition> additions = store.additions().of("latest").events();
      assertThat(additions)
          .hasSize(3)
          .element(1)
          .isInstanceOfSatisfying(
              Addition.Answered.class,
              answer ->
                  assertThat(store.additions().file(answer.documents().getFirst().sha256()))
                      .asString()
                      .isEqualTo("Risks were discussed.\n"));
      assertThat(store.cards().versions(audit.id()))
          .singleElement()
          .extracting(card -> card.narrative().text(NarrativeSection.LIMITATIONS))
          .isEqualTo("Kept for ever.");
      assertThat(store.signoffs().acts("latest"))
          .filteredOn(act -> act.kind() == ActKind.SEALED)
          .singleElement()
          .satisfies(
              act ->
                  assertThat(act.fields())
                      .containsAllEntriesOf(
                          Map.of("name", "report.pdf", "level", "PAdES B-B", "person", "barbara")));
    }
  }

  private GovernanceStore open(Path file) {
    return SqliteStore.open(file, new LedgerHome(folder.resolve("nobody")));
  }

  private Path golden(int format) throws Exception {
    Path file = folder.resolve("golden.assay");
    try (InputStream in =
        new GZIPInputStream(
            GoldenWorkspaceTest.class.getResourceAsStream(
                "golden-format-" + format + ".assay.gz"))) {
      Files.copy(in, file);
    }
    return file;
  }

  private static String formatOf(Path file) throws Exception {
    try (Connection connection = Profile.connect(file, false)) {
      return new Sql(connection, new Faults(file)).pragma("user_version");
    }
  }
}

package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.AssayException;
import dev.assay.ledger.Answer;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.sqlite.SqliteStore.Use;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who verifies a workspace leaves it to the byte as it was, also where nothing can be written.
class UntouchedTest {

  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private LedgerHome home;
  private Path file;

  @BeforeEach
  void name() {
    home = new LedgerHome(folder.resolve("home"));
    file = folder.resolve("place").resolve("w.assay");
  }

  @Test
  void examiningLeavesAWorkspaceOfAnEarlierFormatAsItIs() throws Exception {
    Files.createDirectories(file.getParent());
    try (InputStream in =
        new GZIPInputStream(getClass().getResourceAsStream("golden-format-7.assay.gz"))) {
      Files.copy(in, file);
    }
    byte[] before = Files.readAllBytes(file);
    long copies = copies();

    for (boolean writable : List.of(true, false)) {
      try (GovernanceStore store = SqliteStore.opened(file, home, Use.EXAMINE, writable)) {
        List<Answer> answers = store.ledger().answers(null);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.faults()).isEmpty());
        assertThat(answers.get(1).details()).hasSize(3);
        assertThat(store.audits().list()).isNotEmpty();
        refusesToAccept(store);
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
      assertThat(beside()).containsExactly("w.assay");
      assertThat(copies()).isEqualTo(copies);
    }
    assertThat(folder.resolve("home")).as("nothing is remembered of it").doesNotExist();
  }

  @Test
  void examiningLeavesAnArchivedCopyInItsJournalMode() throws Exception {
    SqliteStore.open(file, home).close();
    try (Connection connection = Profile.connect(file, false)) {
      new Sql(connection, new Faults(file)).pragma("journal_mode=delete");
    }
    byte[] before = Files.readAllBytes(file);

    try (GovernanceStore store = SqliteStore.examine(file, home)) {
      assertThat(store.ledger().answers(null))
          .allSatisfy(answer -> assertThat(answer.faults()).isEmpty());
    }

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(beside()).containsExactly("w.assay");
  }

  @Test
  void whereNothingCanBeWrittenAWorkspaceIsReadAndAddingToItIsRefusedInASentence()
      throws Exception {
    try (GovernanceStore store = SqliteStore.open(file, home)) {
      store.audits().record(AUDITS.dossier(1));
    }
    byte[] before = Files.readAllBytes(file);

    try (GovernanceStore store = SqliteStore.opened(file, home, Use.WORK, false)) {
      assertThat(store.audits().list()).hasSize(1);
      store.verify();
      assertThatThrownBy(() -> store.audits().record(AUDITS.dossier(2)))
          .isInstanceOfSatisfying(
              AssayException.class,
              e -> {
                assertThat(e.code()).isEqualTo("STORE-READ-ONLY");
                assertThat(e.sentence()).startsWith("The workspace 'w.assay' cannot be ");
              });
      assertThat(beside()).containsExactly("w.assay");
    }

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aWorkspaceFromBeforeLedgersIsNotGivenOneByExaminingIt() throws Exception {
    Files.createDirectories(file.getParent());
    FirstFormat.create(file, List.of(AUDITS.dossier(1)));
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> SqliteStore.examine(file, home))
        .isInstanceOfSatisfying(
            AssayException.class,
            e -> {
              assertThat(e.code()).isEqualTo("STORE-BEFORE-LEDGERS");
              assertThat(e.sentence()).contains("format 1").contains("nothing in it is signed");
            });

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder.resolve("home")).doesNotExist();
  }

  private static void refusesToAccept(GovernanceStore store) {
    assertThatThrownBy(
            () ->
                store
                    .ledger()
                    .accept(
                        "a reason", "me", Instant.EPOCH, (now, left) -> java.util.Optional.empty()))
        .isInstanceOfSatisfying(
            AssayException.class, e -> assertThat(e.code()).isEqualTo("STORE-READ-ONLY"));
  }

  private List<String> beside() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(one -> one.getFileName().toString()).toList();
    }
  }

  private static long copies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(one -> one.getFileName().toString().startsWith("assay-examined-"))
          .count();
    }
  }
}

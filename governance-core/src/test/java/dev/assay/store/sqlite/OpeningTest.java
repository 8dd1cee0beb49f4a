package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.common.WorkFailed;
import dev.assay.store.GovernanceStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class OpeningTest {

  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("w.assay");
  }

  @Test
  void openMakesAWholeWorkspaceWhereThereIsNone() throws Exception {
    file = folder.resolve("new").resolve("deeper").resolve("w.assay");

    try (OpenWorkspace store = open()) {
      assertThat(store.audits().list()).isEmpty();
      store.verify();
      assertThat(store.sql().pragma("application_id"))
          .isEqualTo(String.valueOf(Migrations.APPLICATION_ID));
      assertThat(store.sql().pragma("user_version")).isEqualTo(String.valueOf(Migrations.FORMAT));
      assertThat(store.sql().query("PRAGMA table_list", r -> r.getString(2) + " " + r.getInt(6)))
          .contains(
              "audit 1",
              "content 1",
              "finding 1",
              "policy 1",
              "review_event 1",
              "run 1",
              "entry 1",
              "checkpoint 1");
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("w.assay");
    }
  }

  @Test
  void everyPragmaIsWhatWasAskedFor() throws Exception {
    try (OpenWorkspace store = open()) {
      for (Map<String, String> profile : List.of(Profile.ofSuspicion(), Profile.ofDurability())) {
        for (Map.Entry<String, String> pragma : profile.entrySet()) {
          assertThat(store.sql().pragma(pragma.getKey()))
              .as(pragma.getKey())
              .isEqualTo(pragma.getValue());
        }
      }
    }
  }

  @Test
  void aPragmaThatSqliteDoesNotKnowIsNoticed() throws Exception {
    try (OpenWorkspace store = open()) {
      assertThatThrownBy(() -> store.sql().ask(Map.of("fullsync", "1")))
          .isInstanceOfSatisfying(
              WorkFailed.class,
              e -> {
                assertThat(e.code()).isEqualTo("STORE-PRAGMA");
                assertThat(e.sentence()).contains("SQLite was told fullsync=1 and answers ");
              });
    }
  }

  @Test
  void sqliteIsOneWithoutTheKnownCorruptionBugs() throws Exception {
    try (OpenWorkspace store = open()) {
      String version =
          store.sql().first("SELECT sqlite_version()", r -> r.getString(1)).orElseThrow();
      int[] parts = Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
      assertThat(parts[0] * 1_000_000 + parts[1] * 1_000 + parts[2])
          .as(version)
          .isGreaterThanOrEqualTo(3_053_002);
    }
  }

  @Test
  void nothingCanBeChangedOrDeletedNotEvenByReplacing() throws Exception {
    try (OpenWorkspace store = open()) {
      store.audits().record(AUDITS.dossier(1));
      for (String sql :
          List.of(
              "UPDATE audit SET title = 'better'",
              "DELETE FROM audit",
              "DELETE FROM finding",
              "UPDATE content SET bytes = 0",
              "REPLACE INTO policy SELECT text, id, version, 'better' FROM policy",
              "INSERT OR REPLACE INTO audit SELECT * FROM audit",
              "UPDATE run SET model_name = 'another'")) {
        assertThatThrownBy(() -> store.sql().update(sql))
            .as(sql)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("nothing is ");
      }
      assertThatThrownBy(() -> store.sql().update("ATTACH 'other.db' AS other"))
          .isInstanceOf(SQLException.class);
      store.verify();
    }
  }

  @Test
  void aFileOfANewerAssayIsRefusedAndLeftAsItIs() throws Exception {
    open().close();
    raw("PRAGMA user_version = 99");
    byte[] before = Files.readAllBytes(file);

    InputRejected refusal = refused();

    assertThat(refusal.code()).isEqualTo("STORE-NEWER");
    assertThat(refusal.sentence())
        .isEqualTo(
            "The workspace 'w.assay' was written by a newer Assay (format 99; this one knows formats"
                + " up to "
                + Migrations.FORMAT
                + "), so it was left as it is.");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void whatIsNoWorkspaceIsRefusedAndLeftAsItIs() throws Exception {
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);
    Map<String, byte[]> files =
        Map.of("its content is not that of a workspace", noise, "it is empty", new byte[0]);
    for (Map.Entry<String, byte[]> other : files.entrySet()) {
      Files.write(file, other.getValue());

      InputRejected refusal = refused();

      assertThat(refusal.code()).isEqualTo("STORE-NOT-A-WORKSPACE");
      assertThat(refusal.sentence())
          .isEqualTo("'w.assay' is no Assay workspace: " + other.getKey() + ".");
      assertThat(Files.readAllBytes(file)).isEqualTo(other.getValue());
      assertThat(folder.toFile().list()).containsExactly("w.assay");
    }
  }

  @Test
  void textFilesFoldersAndOtherDatabasesAreRefused() throws Exception {
    Files.write(file, "name;age\nAda;36\n".repeat(100).getBytes(StandardCharsets.UTF_8));
    assertThat(refused().sentence()).contains("its content is not that of a workspace");
    Files.delete(file);

    Files.createDirectory(file);
    assertThat(refused().sentence()).isEqualTo("'w.assay' is no Assay workspace: it is a folder.");
    Files.delete(file);

    raw("CREATE TABLE notes(text)");
    assertThat(refused().sentence())
        .isEqualTo("'w.assay' is no Assay workspace: it is a SQLite database of another program.");
    Files.delete(file);

    raw("CREATE TABLE notes(text); PRAGMA application_id=" + Migrations.APPLICATION_ID);
    assertThat(refused().sentence()).contains("its format is 0");
  }

  @Test
  void aWorkspaceWhoseTablesSomebodyChangedIsRefused() throws Exception {
    Map<String, String> changes =
        Map.of(
            "CREATE TRIGGER spy AFTER INSERT ON audit BEGIN SELECT 1; END",
            "its trigger spy is not Assay's",
            "CREATE VIEW listed AS SELECT 1",
            "its view listed is not Assay's",
            "DROP TRIGGER audit_stays_delete",
            "its trigger audit_stays_delete is missing",
            "ALTER TABLE audit ADD COLUMN extra TEXT",
            "its table audit is not Assay's");
    for (Map.Entry<String, String> change : changes.entrySet()) {
      Files.deleteIfExists(file);
      open().close();
      raw(change.getKey());

      InputRejected refusal = refused();

      assertThat(refusal.code()).isEqualTo("STORE-DAMAGED");
      assertThat(refusal.sentence())
          .isEqualTo(
              "The workspace 'w.assay' was changed by something other than Assay: "
                  + change.getValue()
                  + ".");
    }
  }

  @Test
  void aCutWorkspaceIsRefusedOrFoundDamaged() throws Exception {
    try (GovernanceStore store = open()) {
      store.audits().record(AUDITS.dossier(1));
      store.audits().record(AUDITS.dossier(2));
    }
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int length = 1; length < whole.length; length += 7 * 1024) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (GovernanceStore store = SqliteStore.open(file)) {
        store.verify();
      } catch (AssayException e) {
        assertThat(e.code()).isIn("STORE-NOT-A-WORKSPACE", "STORE-DAMAGED");
        refused++;
      }
      Files.deleteIfExists(folder.resolve("w.assay-wal"));
      Files.deleteIfExists(folder.resolve("w.assay-shm"));
    }
    System.out.println("cut workspaces: " + refused + " refused");
    assertThat(refused).isEqualTo((whole.length - 1 + 7 * 1024 - 1) / (7 * 1024));
  }

  @Test
  void whatTheDiskSaysIsSaidInASentence() {
    Faults faults = new Faults(file);
    Map<SQLiteErrorCode, String> codes =
        Map.of(
            SQLiteErrorCode.SQLITE_READONLY, "STORE-READ-ONLY",
            SQLiteErrorCode.SQLITE_READONLY_DIRECTORY, "STORE-READ-ONLY",
            SQLiteErrorCode.SQLITE_CANTOPEN, "STORE-READ-ONLY",
            SQLiteErrorCode.SQLITE_FULL, "STORE-FULL",
            SQLiteErrorCode.SQLITE_IOERR_FSYNC, "STORE-IO",
            SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT, "STORE-BUSY",
            SQLiteErrorCode.SQLITE_CORRUPT_INDEX, "STORE-DAMAGED",
            SQLiteErrorCode.SQLITE_MISUSE, "STORE-FAILED");
    codes.forEach(
        (code, expected) -> {
          AssayException said = faults.of(new SQLiteException("as SQLite puts it", code), false);
          assertThat(said).isInstanceOf(WorkFailed.class);
          assertThat(said.code()).isEqualTo(expected);
          assertThat(said.sentence()).contains("workspace 'w.assay'").endsWith(".");
          assertThat(said.remedy()).endsWith(".");
        });
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() {
    file = Path.of("/proc/nowhere/w.assay");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")));

    assertThatThrownBy(() -> SqliteStore.open(file))
        .isInstanceOfSatisfying(
            WorkFailed.class, e -> assertThat(e.code()).isEqualTo("STORE-READ-ONLY"));
  }

  private OpenWorkspace open() {
    return (OpenWorkspace) SqliteStore.open(file);
  }

  private InputRejected refused() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      throw new AssertionError("opened " + store);
    } catch (InputRejected e) {
      return e;
    }
  }

  private void raw(String script) throws SQLException {
    try (Connection connection = Profile.connect(file, true)) {
      new Sql(connection, new Faults(file)).script(script);
    }
  }
}

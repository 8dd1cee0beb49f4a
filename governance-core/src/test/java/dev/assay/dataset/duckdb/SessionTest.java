package dev.assay.dataset.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.work.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM read_csv('%s/secret.csv')",
        "SELECT count(*) FROM read_csv('%s/*.csv')",
        "SELECT count(*) FROM read_text('/etc/passwd')",
        "SELECT count(*) FROM read_blob('%s/secret.csv')",
        "SELECT count(*) FROM glob('%s/*')",
        "SELECT count(*) FROM '%s/secret.csv'",
        "SELECT count(*) FROM read_csv('%s/link.csv')",
        "SELECT count(*) FROM read_csv('https://example.com/x.csv')",
        "COPY (SELECT 1) TO '%s/out.csv'",
        "COPY (SELECT 1) TO '%s/open.csv'",
        "ATTACH '%s/other.db'",
        "EXPORT DATABASE '%s/dump'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '%s/evil.duckdb_extension'",
        "SET enable_external_access=true",
        "SET allowed_paths=['/etc/passwd']",
        "SET lock_configuration=false",
        "SET memory_limit='100GB'",
        "RESET enable_external_access",
        "PRAGMA temp_directory='/tmp'"
      })
  void lockedSessionDenies(String statement) throws Exception {
    Path open = Files.writeString(folder.resolve("open.csv"), "a\n1\n");
    Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("secret.csv"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    try (Session session = Session.open(open, temporary, 128L << 20, 2, new Cancellation())) {
      assertThat(session.numbers("SELECT count(*) FROM read_csv('" + open + "', header=true)"))
          .containsExactly(1);

      assertThatThrownBy(() -> session.texts(statement.formatted(folder)))
          .isInstanceOf(AssayException.class);
      assertThat(folder.resolve("out.csv")).doesNotExist();
      assertThat(Files.readString(open)).isEqualTo("a\n1\n");
    }
  }

  @Test
  void runningQueryStopsSoonWhenCancelled() throws Exception {
    Path open = Files.writeString(folder.resolve("open.csv"), "a\n1\n");
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Cancellation cancellation = new Cancellation();
    try (Session session = Session.open(open, temporary, 128L << 20, 2, cancellation)) {
      long[] cancelled = {0};
      Thread user =
          Thread.ofPlatform()
              .start(
                  () -> {
                    sleep(300);
                    cancelled[0] = System.nanoTime();
                    cancellation.cancel();
                  });
      assertThatThrownBy(
              () ->
                  session.numbers(
                      "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE hash(a, b) = 1"))
          .isInstanceOf(Cancelled.class);
      Duration taken = Duration.ofNanos(System.nanoTime() - cancelled[0]);
      user.join();
      assertThat(taken).isLessThan(Duration.ofMillis(1_000));
      System.out.println("cancelled after " + taken.toMillis() + " ms");
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Dossier;
import dev.assay.common.WorkFailed;
import dev.assay.store.AuditStore.Listed;
import dev.assay.store.GovernanceStore;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several writers, killed writers, full disks.
class CrashTest {

  private static final int CYCLES = Integer.getInteger("assay.kill.cycles", 10);

  /// After so many kills a new workspace begins: each cycle verifies all of it.
  private static final int OF_ONE_WORKSPACE = 25;

  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("w.assay");
  }

  @Test
  void nothingAcknowledgedIsLostWhenAWriterIsKilled() throws Exception {
    Random random = new Random(3);
    int acknowledged = 0;
    int recorded = 0;
    for (int first = 0; first < CYCLES; first += OF_ONE_WORKSPACE) {
      file = folder.resolve("w" + first + ".assay");
      Set<String> said = new LinkedHashSet<>();
      for (int cycle = first; cycle < Math.min(first + OF_ONE_WORKSPACE, CYCLES); cycle++) {
        said.addAll(recordedUntilKilled(cycle, cycle == first, random));
        try (GovernanceStore store = SqliteStore.open(file)) {
          assertThat(store.audits().list().stream().map(Listed::id))
              .as("after kill %d", cycle)
              .containsAll(said);
          store.verify();
        }
      }
      try (GovernanceStore store = SqliteStore.open(file)) {
        for (String id : said) {
          assertThat(store.audits().load(id).audit().id()).isEqualTo(id);
        }
        recorded += store.audits().list().size();
      }
      acknowledged += said.size();
    }
    System.out.printf(
        "kill -9 of a writer: %,d cycles, %,d acknowledged, %,d recorded, 0 lost%n",
        CYCLES, acknowledged, recorded);
    assertThat(acknowledged).isPositive();
  }

  /// What a writer acknowledged before it was killed, sometimes while it makes the workspace.
  private Set<String> recordedUntilKilled(int cycle, boolean making, Random random)
      throws Exception {
    Set<String> acknowledged = new LinkedHashSet<>();
    Process writer = RecordingProcess.start(file, 10_000, cycle * 10_000, template());
    try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
      int acks = making ? 0 : random.nextInt(40);
      for (int i = 0; i < acks; i++) {
        acknowledged.add(said.readLine());
      }
      Thread.sleep(random.nextInt(acks == 0 ? 600 : 12));
      writer.toHandle().destroyForcibly();
      said.lines().filter(line -> line.length() == 21).forEach(acknowledged::add);
    }
    assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return acknowledged;
  }

  @Test
  void twoProcessesRecordAtOnceWithoutLoss() throws Exception {
    Process one = RecordingProcess.start(file, 50, 0, template());
    Process two = RecordingProcess.start(file, 50, 10_000, template());
    List<String> ids = new ArrayList<>();
    one.inputReader(StandardCharsets.UTF_8).lines().forEach(ids::add);
    two.inputReader(StandardCharsets.UTF_8).lines().forEach(ids::add);

    assertThat(one.waitFor()).isZero();
    assertThat(two.waitFor()).isZero();
    assertThat(ids).hasSize(100);
    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThat(store.audits().list().stream().map(Listed::id))
          .containsExactlyInAnyOrderElementsOf(ids);
      store.verify();
    }
  }

  @Test
  void threadsWithOneWorkspaceAndWithTheirOwnRecordAtOnceWithoutLoss() throws Exception {
    List<Callable<Integer>> writers = new ArrayList<>();
    try (GovernanceStore shared = SqliteStore.open(file);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int w = 0; w < 4; w++) {
        int first = w * 1_000;
        boolean own = w % 2 == 0;
        writers.add(() -> own ? recordAlone(first) : recordAll(shared, first));
      }
      for (var done : threads.invokeAll(writers)) {
        assertThat(done.get()).isEqualTo(25);
      }
      assertThat(shared.audits().list()).hasSize(100);
      shared.verify();
    }
  }

  /// A workspace with one audit, for writers to record again.
  private Path template() {
    Path template = folder.resolve("template.assay");
    if (!Files.exists(template)) {
      try (GovernanceStore store = SqliteStore.open(template)) {
        store.audits().record(AUDITS.dossier(0));
      }
    }
    return template;
  }

  private int recordAlone(int first) {
    try (GovernanceStore own = SqliteStore.open(file)) {
      return recordAll(own, first);
    }
  }

  private static int recordAll(GovernanceStore store, int first) {
    for (int i = 0; i < 25; i++) {
      store.audits().record(AUDITS.dossier(first + i));
    }
    return 25;
  }

  @Test
  void aWriterThatDoesNotFinishIsSaidAfterAWhile() throws Exception {
    try (OpenWorkspace other = (OpenWorkspace) SqliteStore.open(file);
        OpenWorkspace store = (OpenWorkspace) SqliteStore.open(file)) {
      other.sql().script("BEGIN IMMEDIATE");
      store.sql().script("PRAGMA busy_timeout=200");
      long start = System.nanoTime();
      assertThatThrownBy(() -> store.audits().record(AUDITS.dossier(1)))
          .isInstanceOfSatisfying(
              WorkFailed.class,
              e -> {
                assertThat(e.code()).isEqualTo("STORE-BUSY");
                assertThat(e.sentence())
                    .isEqualTo(
                        "The workspace 'w.assay' is being written by another Assay, which did not"
                            + " finish within 5 seconds; nothing was changed.");
              });
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
      assertThat(store.audits().list()).isEmpty();
      other.sql().script("ROLLBACK");
      store.audits().record(AUDITS.dossier(1));
      assertThat(store.audits().list()).hasSize(1);
    }
  }

  @Test
  void aFullDiskLeavesWhatWasRecordedAndTheNextAuditIsRecordedWhenThereIsRoom() throws Exception {
    List<String> recorded = new ArrayList<>();
    try (OpenWorkspace store = (OpenWorkspace) SqliteStore.open(file)) {
      store.audits().record(AUDITS.dossier(1));
      recorded.add(store.audits().list().getFirst().id());
      long pages = Long.parseLong(store.sql().pragma("page_count"));
      store.sql().script("PRAGMA max_page_count=" + (pages + 60));

      boolean full = false;
      for (int i = 2; i < 50 && !full; i++) {
        Dossier dossier = AUDITS.dossier(i);
        try {
          store.audits().record(dossier);
          recorded.add(dossier.audit().id());
        } catch (WorkFailed e) {
          assertThat(e.code()).isEqualTo("STORE-FULL");
          assertThat(e.sentence())
              .isEqualTo(
                  "The workspace 'w.assay' lies on a disk that is full, so nothing was added; what"
                      + " was recorded before is unharmed.");
          full = true;
        }
      }
      assertThat(full).isTrue();
      assertThat(store.audits().list().stream().map(Listed::id))
          .containsExactlyInAnyOrderElementsOf(recorded);
      for (String id : recorded) {
        assertThat(store.audits().load(id).audit().id()).isEqualTo(id);
      }
      store.verify();

      store.sql().script("PRAGMA max_page_count=1000000");
      store.audits().record(AUDITS.dossier(99));
      assertThat(store.audits().list()).hasSize(recorded.size() + 1);
    }
    try (GovernanceStore store = SqliteStore.open(file)) {
      store.verify();
    }
    System.out.println(
        "full disk: " + recorded.size() + " audits recorded before it, all readable");
  }

  @Test
  void aThousandAuditsOpenAndListFast() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      Dossier dossier = AUDITS.dossier(1);
      for (int i = 0; i < 1_000; i++) {
        store.audits().record(StoredAudits.again(dossier, i));
      }
    }
    long start = System.nanoTime();
    long opened;
    long listed;
    try (GovernanceStore store = SqliteStore.open(file)) {
      opened = System.nanoTime();
      assertThat(store.audits().list()).hasSize(1_000);
      listed = System.nanoTime();
      assertThat(store.audits().load("latest").audit().title()).isEqualTo("audit 999");
    }
    long loaded = System.nanoTime();
    System.out.printf(
        "1,000 audits: open %.1f ms, list %.1f ms, load the latest %.1f ms, %,d bytes%n",
        (opened - start) / 1e6,
        (listed - opened) / 1e6,
        (loaded - listed) / 1e6,
        file.toFile().length());
    assertThat(Duration.ofNanos(loaded - start)).isLessThan(Duration.ofSeconds(5));
  }
}

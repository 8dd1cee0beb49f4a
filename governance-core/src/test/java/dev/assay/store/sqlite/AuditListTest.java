package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.signoff.State;
import dev.assay.store.AuditStore.Listed;
import dev.assay.store.GovernanceStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditListTest {

  @TempDir Path folder;

  @Test
  void fiveThousandAuditsAreListedWithTheirStandingInLessThanASecond() throws Exception {
    Path file = folder.resolve("w.assay");
    try (GovernanceStore store = SqliteStore.open(file)) {
      store.audits().record(new StoredAudits().dossier(1));
    }
    ManyAudits.add(file, 4_999);

    List<Listed> all;
    long began = System.nanoTime();
    try (GovernanceStore store = SqliteStore.open(file)) {
      all = store.audits().list();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertThat(all).hasSize(5_000);
    Map<State, Long> states =
        all.stream()
            .collect(Collectors.groupingBy(a -> a.standing().state(), Collectors.counting()));
    assertThat(states)
        .containsEntry(State.DRAFT, 1_000L)
        .containsEntry(State.IN_REVIEW, 1_000L)
        .containsEntry(State.WITHDRAWN, 1_000L);
    int open = all.getLast().standing().open();
    assertThat(open).isPositive();
    assertThat(all).allSatisfy(a -> assertThat(a.standing().open()).isEqualTo(open));
    assertThat(took).as("5,000 listed in %s", took).isLessThan(Duration.ofSeconds(1));
  }
}

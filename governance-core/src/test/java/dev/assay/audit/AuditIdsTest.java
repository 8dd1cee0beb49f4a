package dev.assay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditIdsTest {

  @Test
  void idsSortByTime() {
    List<String> ids = new ArrayList<>();
    for (String time :
        List.of(
            "1970-01-01T00:00:00Z",
            "2026-11-21T14:03:00Z",
            "2026-11-21T14:03:00.001Z",
            "2026-11-21T14:03:01Z",
            "2027-01-01T00:00:00Z",
            "2999-01-01T00:00:00Z")) {
      ids.add(AuditIds.next(Instant.parse(time)));
    }

    assertThat(ids).isSorted();
    assertThat(ids).allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{10}-[0-9a-hjkmnp-tv-z]{10}"));
  }

  @Test
  void idsOfOneMomentDiffer() {
    HashSet<String> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(AuditIds.next(Instant.EPOCH));
    }

    assertThat(ids).hasSize(10_000);
  }
}

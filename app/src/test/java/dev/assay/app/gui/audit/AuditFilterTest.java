package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.finding.Verdict;
import dev.assay.signoff.Standing;
import dev.assay.signoff.State;
import dev.assay.store.AuditStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditFilterTest {

  private static final AuditStore.Listed AUDIT =
      new AuditStore.Listed(
          "1",
          "Lending model",
          Instant.EPOCH,
          "ada",
          Verdict.FAIL,
          "default@1",
          "gbdt.onnx",
          "lending.csv",
          AuditStore.Reviewed.BEGUN,
          new Standing(State.IN_REVIEW, Instant.EPOCH, "ada", "ada", false, false, 2));

  @Test
  void anAuditIsShownWhenItsStateIsChosenAndEveryWordIsInIt() {
    assertThat(new AuditFilter(null, "").shows(AUDIT)).isTrue();
    assertThat(new AuditFilter(State.IN_REVIEW, " GBDT lending ").shows(AUDIT)).isTrue();
    assertThat(new AuditFilter(State.APPROVED, "").shows(AUDIT)).isFalse();
    assertThat(new AuditFilter(State.IN_REVIEW, "gbdt grace").shows(AUDIT)).isFalse();
  }
}

package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.finding.Verdict;
import dev.assay.signoff.Standing;
import dev.assay.signoff.State;
import dev.assay.store.AuditStore.Listed;
import dev.assay.store.AuditStore.Reviewed;
import dev.assay.usecase.SigningOffice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardModelTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Instant TWELVE_DAYS_AGO = NOW.minus(Duration.ofDays(12));

  @TempDir Path folder;

  private final ObservableList<Listed> audits = FXCollections.observableArrayList();
  private final BoardModel model = new BoardModel(audits, () -> NOW);

  @Test
  void everyStateHasAColumnAndArrowsPassOverEmptyOnes() {
    audits.setAll(
        Arrays.stream(State.values()).filter(s -> s != State.IN_REVIEW).map(this::in).toList());
    assertThat(model.audits(BoardColumn.OVER))
        .extracting(Listed::title)
        .containsExactly("superseded", "withdrawn");
    assertThat(model.beside(BoardColumn.DRAFT, 1)).isEqualTo(BoardColumn.APPROVED);
    assertThat(model.beside(BoardColumn.APPROVED, -1)).isEqualTo(BoardColumn.DRAFT);
    assertThat(model.beside(BoardColumn.OVER, 1)).isEqualTo(BoardColumn.OVER);
  }

  @Test
  void aStepThatCannotBeTakenSaysWhy() {
    assertThat(model.hindrance(in(State.DRAFT), BoardStep.APPROVE))
        .isEqualTo("An audit that is draft cannot be approved.");
    assertThat(model.hindrance(in(State.DRAFT), BoardStep.HAND_OVER))
        .startsWith("Nobody is enrolled");
    model.enrolled(new SigningOffice(folder).staffed().signatories.register());
    assertThat(model.hindrance(in(State.DRAFT), BoardStep.HAND_OVER)).isEmpty();
    assertThat(model.hindrance(standing(State.IN_REVIEW, "barbara"), BoardStep.APPROVE))
        .startsWith("Nobody who is enrolled may take it: it asks for approver");
    assertThat(model.hindrance(standing(State.IN_REVIEW, "alan"), BoardStep.APPROVE)).isEmpty();
  }

  @Test
  void aCardSaysWhatIsOpenWhoseItIsHowLongAndWhoIsDue() {
    model.enrolled(new SigningOffice(folder).staffed().signatories.register());
    BoardCard card = model.card(standing(State.IN_REVIEW, "alan"));
    assertThat(card.findings()).isEqualTo("✗ 3 open");
    assertThat(card.owner()).isEqualTo("alan · 12 days");
    assertThat(card.next()).isEqualTo("Next: sign the review");
    assertThat(card.takers()).isEqualTo("Grace Hopper");
    assertThat(model.card(in(State.APPROVED)).next()).isEmpty();
    assertThat(model.card(in(State.WITHDRAWN)).next()).isEqualTo("Withdrawn");
    assertThat(BoardCard.age(NOW.minusSeconds(60), NOW)).isEqualTo("today");
    assertThat(BoardCard.age(NOW.minus(Duration.ofHours(30)), NOW)).isEqualTo("1 day");
    assertThat(BoardCard.age(NOW.plusSeconds(60), NOW)).isEqualTo("today");
  }

  private Listed in(State state) {
    return listed(new Standing(state, TWELVE_DAYS_AGO, "ada", "alan", false, false, 0));
  }

  private Listed standing(State state, String handedOver) {
    return listed(new Standing(state, TWELVE_DAYS_AGO, "root", handedOver, true, false, 3));
  }

  private static Listed listed(Standing standing) {
    return new Listed(
        standing.state().name(),
        standing.state().word(),
        TWELVE_DAYS_AGO,
        "root",
        Verdict.FAIL,
        "default@1",
        "gbdt.onnx",
        "lending.csv",
        Reviewed.BEGUN,
        standing);
  }
}

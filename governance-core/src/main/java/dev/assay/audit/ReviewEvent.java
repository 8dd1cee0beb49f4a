package dev.assay.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened in a review. Events are only ever added; a correction supersedes an
/// earlier event and says why.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ReviewEvent.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = ReviewEvent.JudgementGiven.class, name = "judgement_given"),
  @JsonSubTypes.Type(value = ReviewEvent.EvidenceOpened.class, name = "evidence_opened"),
  @JsonSubTypes.Type(value = ReviewEvent.Disposed.class, name = "disposed"),
  @JsonSubTypes.Type(value = ReviewEvent.Superseded.class, name = "superseded"),
  @JsonSubTypes.Type(value = ReviewEvent.Submitted.class, name = "submitted")
})
public sealed interface ReviewEvent {

  /// Who.
  String by();

  /// When, UTC.
  Instant at();

  /// The kind as machines call it, the same as in JSON.
  default String kind() {
    return switch (this) {
      case Opened ignored -> "opened";
      case JudgementGiven ignored -> "judgement_given";
      case EvidenceOpened ignored -> "evidence_opened";
      case Disposed ignored -> "disposed";
      case Superseded ignored -> "superseded";
      case Submitted ignored -> "submitted";
    };
  }

  /// Somebody sat down to it.
  record Opened(String by, Instant at) implements ReviewEvent {}

  /// Somebody said what they think.
  record JudgementGiven(OwnJudgement judgement) implements ReviewEvent {
    @Override
    public String by() {
      return judgement.by();
    }

    @Override
    public Instant at() {
      return judgement.at();
    }
  }

  /// Somebody looked at the evidence of a finding.
  ///
  /// @param finding its id
  record EvidenceOpened(String finding, String by, Instant at) implements ReviewEvent {}

  /// Somebody decided what becomes of a finding.
  ///
  /// @param finding its id
  /// @param disposition what becomes of it
  /// @param rationale why
  record Disposed(String finding, Disposition disposition, String rationale, String by, Instant at)
      implements ReviewEvent {}

  /// Somebody took an earlier event back; it stays in the record.
  ///
  /// @param entry number of that event, counted from 0
  /// @param why the reason
  record Superseded(int entry, String why, String by, Instant at) implements ReviewEvent {}

  /// The review is done and goes to another person for approval.
  ///
  /// @param recommendation what the machine recommended at that time
  /// @param disagreement why the judgement stands against it, absent when they agree
  record Submitted(
      Advice recommendation, @Nullable Disagreement disagreement, String by, Instant at)
      implements ReviewEvent {}
}

package dev.assay.app.gui.audit;

import dev.assay.audit.Additions;
import dev.assay.audit.Advice;
import dev.assay.audit.Audit;
import dev.assay.audit.Confidence;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Fitness;
import dev.assay.audit.Objection;
import dev.assay.audit.OwnJudgement;
import dev.assay.audit.Recommendation;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.ReviewRules;
import dev.assay.audit.SignOff;
import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.ReviewAudit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the review screen knows: how far the review has come, which findings are listed, which one
/// is looked at, and what may be shown and done now. It holds no nodes.
final class ReviewModel {

  /// Which findings are listed.
  enum Filter {
    FAILED("Failed"),
    UNDECIDED("Undecided"),
    ALL("All");

    private final String title;

    Filter(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    boolean lists(Finding finding) {
      return switch (this) {
        case FAILED -> finding.verdict() == Verdict.FAIL;
        case UNDECIDED -> finding.verdict() == Verdict.INSUFFICIENT_EVIDENCE;
        case ALL -> true;
      };
    }
  }

  private final RecordedAudit recorded;
  private final String person;
  private final Supplier<Instant> clock;
  private final ReadOnlyObjectWrapper<Review> review;
  private final ObjectProperty<Filter> filter;
  private final ObservableList<FindingLine> lines = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Finding> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final DispositionForm form;
  private boolean listing;
  private final ObjectProperty<Additions> additions = new SimpleObjectProperty<>(this, "additions");
  private final ReadOnlyObjectWrapper<@Nullable SignOff> signOff =
      new ReadOnlyObjectWrapper<>(this, "signOff");

  /// @param recorded the audit, with what is recorded of its review
  /// @param person who reviews
  /// @param clock the time of the record
  ReviewModel(RecordedAudit recorded, String person, Supplier<Instant> clock) {
    this.recorded = recorded;
    this.person = person;
    this.clock = clock;
    signOff.set(recorded.dossier().signOff());
    additions.set(recorded.dossier().additions());
    Review begun = recorded.dossier().review();
    review =
        new ReadOnlyObjectWrapper<>(
            this, "review", begun == null ? Review.of(recorded.audit().id(), List.of()) : begun);
    filter = new SimpleObjectProperty<>(this, "filter", firstFilter());
    form = new DispositionForm(this, clock);
    filter.subscribe(chosen -> list());
    selected.subscribe(form::show);
    if (!lines.isEmpty()) {
      selected.set(lines.getFirst().finding());
    }
  }

  private Filter firstFilter() {
    if (count(Filter.FAILED) > 0) {
      return Filter.FAILED;
    }
    return count(Filter.UNDECIDED) > 0 ? Filter.UNDECIDED : Filter.ALL;
  }

  /// How many findings a filter lists.
  long count(Filter which) {
    return audit().findings().stream().filter(which::lists).count();
  }

  /// Takes over what was recorded; an answer that comes late and knows less changes nothing.
  void show(Review now) {
    if (now.events().size() >= review.get().events().size()) {
      review.set(now);
      list();
    }
  }

  /// Takes over who signed.
  void show(SignOff now) {
    signOff.set(now);
  }

  /// Takes over what was added.
  void show(Additions now) {
    additions.set(now);
  }

  /// What was added to the audit.
  Additions additions() {
    return additions.get();
  }

  /// Who signed; null before anybody did anything.
  @Nullable SignOff signOff() {
    return signOff.get();
  }

  /// The same, to be followed.
  ReadOnlyObjectProperty<@Nullable SignOff> signOffProperty() {
    return signOff.getReadOnlyProperty();
  }

  private void list() {
    listing = true;
    Finding kept = selected.get();
    lines.setAll(
        audit().findings().stream()
            .filter(filter.get()::lists)
            .sorted(
                Comparator.comparing((Finding f) -> rank(f.verdict()))
                    .thenComparing(Finding::severity))
            .map(f -> FindingLine.of(f, review.get(), person))
            .toList());
    listing = false;
    if (kept != null && lines.stream().noneMatch(l -> l.finding().equals(kept))) {
      selected.set(lines.isEmpty() ? null : lines.getFirst().finding());
    }
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case INSUFFICIENT_EVIDENCE -> 1;
      case PASS -> 2;
    };
  }

  /// The next failed finding that waits for a disposition, after the selected one.
  Optional<Finding> nextOpen() {
    List<Finding> open = ReviewRules.open(audit(), review.get());
    return lines.stream().map(FindingLine::finding).filter(open::contains).findFirst();
  }

  /// Whether recommendation and verdict may be shown.
  boolean reveals() {
    return rules().reveals();
  }

  /// The recommendation of today.
  Recommendation recommendation() {
    return Recommendation.of(audit(), review.get(), today());
  }

  /// The recommendation in words, or that it is hidden and why.
  String recommendationWords() {
    if (!reveals()) {
      return "Hidden until your own judgement is recorded, so that you judge the evidence and not"
          + " the machine.";
    }
    Recommendation now = recommendation();
    return now.sentence();
  }

  /// The verdict of the policy in words, or that it is hidden.
  String verdictWords() {
    if (!reveals()) {
      return "Verdict hidden until you have judged";
    }
    return switch (audit().verdict()) {
      case PASS -> "✓ policy kept";
      case FAIL -> "✗ policy broken";
      case INSUFFICIENT_EVIDENCE -> "? insufficient evidence";
    };
  }

  /// How judgement and recommendation stand to each other; empty before there are both.
  String differenceWords() {
    OwnJudgement judgement = review.get().judgement();
    if (judgement == null) {
      return "";
    }
    ReviewEvent.Submitted submitted = review.get().submitted();
    return submitted != null && submitted.disagreement() != null
        ? "You differ, and said why: "
            + submitted.disagreement().reason().words()
            + ". "
            + submitted.disagreement().text()
        : ReviewRules.difference(judgement, recommendation());
  }

  /// Whether submitting has to say why judgement and recommendation differ.
  boolean differs() {
    OwnJudgement judgement = review.get().judgement();
    return judgement != null && !ReviewRules.agrees(judgement, recommendation().advice());
  }

  /// "2 of 3 failed findings disposed".
  String progress() {
    return rules().progress();
  }

  /// Share of failed findings that are disposed of, 0 to 1; 1 when there is none.
  double share() {
    long needed = audit().findings().stream().filter(ReviewRules::counts).count();
    int open = ReviewRules.open(audit(), review.get()).size();
    return needed == 0 ? 1 : (double) (needed - open) / needed;
  }

  /// What stands against recording this judgement; empty when nothing does.
  String judgementHindrance(
      @Nullable Fitness fitness, @Nullable Confidence confidence, String rationale) {
    if (fitness == null) {
      return "Choose fit, not fit or cannot say.";
    }
    if (confidence == null) {
      return "Say how sure you are.";
    }
    OwnJudgement judgement = new OwnJudgement(fitness, confidence, rationale, person, clock.get());
    Review before = review.get();
    Review open =
        before.judgement() == null || before.submitted() != null
            ? before
            : before.with(
                List.of(
                    new ReviewEvent.Superseded(
                        before.entryOf(new ReviewEvent.JudgementGiven(before.judgement())),
                        "",
                        person,
                        clock.get())));
    return first(
        new ReviewRules(audit(), open).objections(new ReviewEvent.JudgementGiven(judgement)));
  }

  /// What stands against submitting with this explanation; empty when nothing does.
  String submitHindrance(Disagreement.@Nullable Reason reason, String text) {
    Optional<String> hindrance = rules().hindrance();
    if (hindrance.isPresent()) {
      return hindrance.get();
    }
    Disagreement said = reason == null ? null : new Disagreement(reason, text);
    Advice advice = recommendation().advice();
    return first(rules().objections(new ReviewEvent.Submitted(advice, said, person, clock.get())));
  }

  /// Where the review stands.
  String stage() {
    if (review.get().submitted() != null) {
      return "Submitted";
    }
    return review.get().events().isEmpty() ? "Not begun" : "In review";
  }

  private static String first(List<Objection> objections) {
    return objections.isEmpty() ? "" : objections.getFirst().sentence();
  }

  /// The audit with its review as it stands now.
  RecordedAudit recorded() {
    RecordedAudit reviewed = ReviewAudit.with(recorded, review.get());
    RecordedAudit now =
        new RecordedAudit(reviewed.dossier().with(additions.get()), reviewed.cards());
    SignOff signed = signOff.get();
    boolean none = signed == null || signed.signatures().isEmpty() && signed.notes().isEmpty();
    return none ? now : new RecordedAudit(now.dossier().with(signed), now.cards());
  }

  /// The audit.
  Audit audit() {
    return recorded.audit();
  }

  /// The review as it stands now.
  Review review() {
    return review.get();
  }

  /// The same, to be followed.
  ReadOnlyObjectProperty<Review> reviewProperty() {
    return review.getReadOnlyProperty();
  }

  /// What may happen next.
  ReviewRules rules() {
    return new ReviewRules(audit(), review.get());
  }

  /// Who reviews.
  String person() {
    return person;
  }

  /// Today, by the clock of the record.
  LocalDate today() {
    return LocalDate.ofInstant(clock.get(), ZoneOffset.UTC);
  }

  /// Which findings are listed.
  ObjectProperty<Filter> filter() {
    return filter;
  }

  /// Whether the list is being filled; selections of a view mean nothing then.
  boolean isListing() {
    return listing;
  }

  /// The findings that are listed.
  ObservableList<FindingLine> lines() {
    return lines;
  }

  /// The finding that is looked at.
  ObjectProperty<@Nullable Finding> selected() {
    return selected;
  }

  /// When this person opened the evidence of the selected finding; null before.
  @Nullable Instant evidenceOpened() {
    Finding finding = selected.get();
    return finding == null ? null : review.get().seen(finding.id(), person);
  }

  /// The form of the selected finding.
  DispositionForm form() {
    return form;
  }
}

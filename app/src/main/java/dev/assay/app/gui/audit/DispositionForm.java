package dev.assay.app.gui.audit;

import dev.assay.audit.Disposition;
import dev.assay.audit.Objection;
import dev.assay.audit.Objection.About;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.ReviewRules;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The form that disposes of a finding: what is filled in, what is still wrong in words, and undo
/// for what is not recorded yet. What is filled in for one finding waits while another is looked
/// at.
final class DispositionForm {

  private final ObjectProperty<Draft.@Nullable Kind> kind = new SimpleObjectProperty<>();
  private final StringProperty owner = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
  private final StringProperty mitigation = new SimpleStringProperty("");
  private final ObjectProperty<Disposition.@Nullable Reason> reason = new SimpleObjectProperty<>();
  private final StringProperty rationale = new SimpleStringProperty("");
  private final StringProperty why = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Draft> draft =
      new ReadOnlyObjectWrapper<>(this, "draft", Draft.empty(""));
  private final Map<String, Deque<Draft>> steps = new HashMap<>();
  private final Map<String, Draft> waiting = new HashMap<>();
  private final ReviewModel model;
  private final Supplier<Instant> clock;
  private @Nullable Finding finding;
  private @Nullable Property<?> lastChanged;
  private boolean filling;

  /// @param model the review
  /// @param clock tells what day it is
  DispositionForm(ReviewModel model, Supplier<Instant> clock) {
    this.model = model;
    this.clock = clock;
    for (Property<?> property : List.of(kind, owner, date, mitigation, reason, rationale, why)) {
      property.subscribe(value -> changed(property));
    }
  }

  /// Shows the form of a finding: what waits for it, else what is recorded, else an empty one.
  void show(@Nullable Finding next) {
    if (finding != null && isChanged()) {
      waiting.put(finding.id(), draft.get());
    } else if (finding != null) {
      waiting.remove(finding.id());
    }
    finding = next;
    lastChanged = null;
    fill(next == null ? Draft.empty("") : waiting.getOrDefault(next.id(), recorded()));
  }

  /// After the finding's disposition was recorded: nothing waits any more.
  void recorded(String id) {
    waiting.remove(id);
    steps.remove(id);
    if (finding != null && finding.id().equals(id)) {
      lastChanged = null;
      fill(recorded());
    }
  }

  /// Takes the last change back that is not recorded yet.
  void undo() {
    Deque<Draft> past = past();
    if (!past.isEmpty()) {
      lastChanged = null;
      fill(past.pop());
    }
  }

  /// Fills the form like the last disposition that this person recorded; can be undone.
  void likeLast() {
    last()
        .ifPresent(
            event -> {
              past().push(draft.get());
              lastChanged = null;
              fill(Draft.of(event));
            });
  }

  /// Whether there is a disposition to be like.
  boolean hasLast() {
    return last().isPresent();
  }

  private Optional<ReviewEvent.Disposed> last() {
    return model.review().events().reversed().stream()
        .filter(ReviewEvent.Disposed.class::isInstance)
        .map(ReviewEvent.Disposed.class::cast)
        .filter(event -> event.by().equals(model.person()))
        .findFirst();
  }

  /// Whether there is a change to take back.
  boolean canUndo() {
    return !past().isEmpty();
  }

  /// Whether something is filled in that is not recorded.
  boolean isChanged() {
    return finding != null && !draft.get().equals(recorded());
  }

  /// Everything that is still wrong; empty when it can be recorded.
  List<Objection> objections() {
    Finding about = finding;
    if (about == null) {
      return List.of(new Objection(About.ORDER, "Choose a finding."));
    }
    List<Objection> order = order(about);
    if (!order.isEmpty()) {
      return order;
    }
    Draft now = draft.get();
    List<Objection> wrong = new ArrayList<>();
    if (isCorrection() && !isChanged()) {
      return List.of(new Objection(About.ORDER, recordedWords(about)));
    }
    if (now.disposition().isEmpty()) {
      wrong.add(missing(now));
    }
    wrong.addAll(held(about, now.supposing(model.today().plusDays(1)), now.rationale()));
    if (isCorrection()) {
      Review.DisposedFinding before = model.review().dispositions().get(about.id());
      wrong.addAll(
          model
              .rules()
              .objections(
                  new ReviewEvent.Superseded(
                      before.entry(), now.why(), model.person(), clock.get()))
              .stream()
              .map(o -> new Objection(About.DISAGREEMENT, o.sentence()))
              .toList());
    }
    return wrong;
  }

  /// Whether a recorded disposition is being corrected.
  boolean isCorrection() {
    return finding != null && model.review().dispositions().containsKey(finding.id());
  }

  private String recordedWords(Finding about) {
    ReviewEvent.Disposed event = model.review().dispositions().get(about.id()).event();
    return "Recorded by "
        + Visible.of(event.by(), 40)
        + ", "
        + Rounded.minute(event.at())
        + ". Change something to correct it.";
  }

  /// The disposition that stands, in words; empty when there is none.
  String standing() {
    Review.DisposedFinding standing =
        finding == null ? null : model.review().dispositions().get(finding.id());
    if (standing == null) {
      return "";
    }
    ReviewEvent.Disposed event = standing.event();
    return Visible.of(
        event.disposition().sentence()
            + " "
            + event.rationale()
            + " ("
            + event.by()
            + ", "
            + Rounded.minute(event.at())
            + ")",
        600);
  }

  private List<Objection> order(Finding about) {
    return held(about, new Disposition.NotApplicable(Disposition.Reason.OTHER_USE), "a b c")
        .stream()
        .filter(o -> o.about() == About.ORDER)
        .toList();
  }

  /// What the rules say, as if an earlier disposition were taken back already.
  private List<Objection> held(Finding about, Disposition disposition, String text) {
    Review review = model.review();
    Review.DisposedFinding before = review.dispositions().get(about.id());
    if (before != null && review.submitted() == null) {
      review =
          review.with(
              List.of(new ReviewEvent.Superseded(before.entry(), "", model.person(), clock.get())));
    }
    return new ReviewRules(model.audit(), review)
        .objections(
            new ReviewEvent.Disposed(about.id(), disposition, text, model.person(), clock.get()));
  }

  private static Objection missing(Draft now) {
    if (now.kind() == null) {
      return new Objection(About.CHOICE, "Choose what becomes of the finding.");
    }
    return switch (now.kind()) {
      case FIX -> new Objection(About.DATE, "Choose the day by which it is fixed.");
      case ACCEPT -> new Objection(About.DATE, "Choose the day on which the acceptance ends.");
      case NOT_APPLICABLE -> new Objection(About.CHOICE, "Choose why the rule does not apply.");
    };
  }

  private Draft recorded() {
    Finding about = finding;
    if (about == null) {
      return Draft.empty("");
    }
    Review.DisposedFinding before = model.review().dispositions().get(about.id());
    return before == null ? Draft.empty(about.owner()) : Draft.of(before.event());
  }

  private Deque<Draft> past() {
    return finding == null
        ? new ArrayDeque<>()
        : steps.computeIfAbsent(finding.id(), id -> new ArrayDeque<>());
  }

  /// A change of another field than before is a step of its own.
  private void changed(Property<?> property) {
    if (filling || finding == null) {
      return;
    }
    if (property != lastChanged) {
      past().push(draft.get());
      lastChanged = property;
    }
    draft.set(now());
  }

  private Draft now() {
    return new Draft(
        kind.get(),
        owner.get(),
        date.get(),
        mitigation.get(),
        reason.get(),
        rationale.get(),
        why.get());
  }

  private void fill(Draft with) {
    filling = true;
    kind.set(with.kind());
    owner.set(with.owner());
    date.set(with.date());
    mitigation.set(with.mitigation());
    reason.set(with.reason());
    rationale.set(with.rationale());
    why.set(with.why());
    filling = false;
    draft.set(with);
  }

  /// What is filled in.
  ReadOnlyObjectProperty<Draft> draft() {
    return draft.getReadOnlyProperty();
  }

  /// Which disposition.
  ObjectProperty<Draft.@Nullable Kind> kind() {
    return kind;
  }

  /// Who answers for it.
  StringProperty owner() {
    return owner;
  }

  /// Due or expiry.
  ObjectProperty<@Nullable LocalDate> date() {
    return date;
  }

  /// The measure.
  StringProperty mitigation() {
    return mitigation;
  }

  /// Why the rule does not apply.
  ObjectProperty<Disposition.@Nullable Reason> reason() {
    return reason;
  }

  /// Why.
  StringProperty rationale() {
    return rationale;
  }

  /// Why an earlier disposition is taken back.
  StringProperty why() {
    return why;
  }
}

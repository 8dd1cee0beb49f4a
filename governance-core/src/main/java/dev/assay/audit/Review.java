package dev.assay.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A person's review of an audit, as it stands after its events.
///
/// @param auditId the audit
/// @param events all that happened, in order; everything else here follows from them
/// @param first the first judgement, given before the recommendation was shown; absent before
/// @param judgement the judgement that stands; absent before, and after it was taken back
/// @param dispositions those that stand, by finding
/// @param submitted set once the review was handed in and not taken back
public record Review(
    String auditId,
    List<ReviewEvent> events,
    @Nullable OwnJudgement first,
    @Nullable OwnJudgement judgement,
    SortedMap<String, DisposedFinding> dispositions,
    ReviewEvent.@Nullable Submitted submitted) {

  // decision: a pause of more than ten minutes counts as ten; who left the desk was not reviewing
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /// A finding whose fate is decided.
  ///
  /// @param entry number of the event, counted from 0
  /// @param evidenceOpened when that person had first looked at the evidence; absent when never
  ///   before
  public record DisposedFinding(
      int entry, ReviewEvent.Disposed event, @Nullable Instant evidenceOpened) {}

  /// The state after these events.
  public static Review of(String auditId, List<ReviewEvent> events) {
    Set<Integer> gone = superseded(events);
    OwnJudgement first = null;
    OwnJudgement judgement = null;
    ReviewEvent.Submitted submitted = null;
    SortedMap<String, DisposedFinding> dispositions = new TreeMap<>();
    for (int i = 0; i < events.size(); i++) {
      switch (events.get(i)) {
        case ReviewEvent.JudgementGiven given -> {
          first = first == null ? given.judgement() : first;
          judgement = gone.contains(i) ? judgement : given.judgement();
        }
        case ReviewEvent.Disposed disposed -> {
          if (!gone.contains(i)) {
            Instant opened = seen(events.subList(0, i), disposed.finding(), disposed.by());
            dispositions.put(disposed.finding(), new DisposedFinding(i, disposed, opened));
          }
        }
        case ReviewEvent.Submitted s -> submitted = gone.contains(i) ? submitted : s;
        case ReviewEvent.Opened ignored -> {}
        case ReviewEvent.EvidenceOpened ignored -> {}
        case ReviewEvent.Superseded ignored -> {}
      }
    }
    return new Review(
        auditId,
        List.copyOf(events),
        first,
        judgement,
        Collections.unmodifiableSortedMap(dispositions),
        submitted);
  }

  private static Set<Integer> superseded(List<ReviewEvent> events) {
    Set<Integer> gone = new HashSet<>();
    for (ReviewEvent event : events) {
      if (event instanceof ReviewEvent.Superseded s) {
        gone.add(s.entry());
      }
    }
    return gone;
  }

  private static @Nullable Instant seen(List<ReviewEvent> events, String finding, String by) {
    for (ReviewEvent event : events) {
      if (event instanceof ReviewEvent.EvidenceOpened e
          && e.finding().equals(finding)
          && e.by().equals(by)) {
        return e.at();
      }
    }
    return null;
  }

  /// When a person first looked at a finding's evidence; null when never.
  public @Nullable Instant seen(String finding, String by) {
    return seen(events, finding, by);
  }

  /// Whether an event was taken back later.
  ///
  /// @param entry its number, counted from 0
  public boolean isSuperseded(int entry) {
    return superseded(events).contains(entry);
  }

  /// Number of the event that stands for this, counted from 0; −1 when there is none.
  public int entryOf(ReviewEvent event) {
    return events.lastIndexOf(event);
  }

  /// How many findings' evidence was looked at.
  public int evidenceSeen() {
    return (int)
        events.stream()
            .filter(ReviewEvent.EvidenceOpened.class::isInstance)
            .map(e -> ((ReviewEvent.EvidenceOpened) e).finding())
            .distinct()
            .count();
  }

  /// Time spent: the pauses between events of one sitting, each counted up to ten minutes.
  public Duration spent() {
    Duration spent = Duration.ZERO;
    for (int i = 1; i < events.size(); i++) {
      if (!(events.get(i) instanceof ReviewEvent.Opened)) {
        Duration pause = Duration.between(events.get(i - 1).at(), events.get(i).at());
        if (pause.isPositive()) {
          spent = spent.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }
      }
    }
    return spent;
  }

  /// The day of the last event, UTC; what depends on the day is said as of then in documents, so
  /// that equal reviews give equal documents.
  ///
  /// @throws java.util.NoSuchElementException before anything happened
  public LocalDate lastDay() {
    return LocalDate.ofInstant(events.getLast().at(), ZoneOffset.UTC);
  }

  /// Everything as before and these events after it.
  public Review with(List<ReviewEvent> next) {
    List<ReviewEvent> all = new ArrayList<>(events);
    all.addAll(next);
    return of(auditId, all);
  }
}

package dev.assay.audit;

import dev.assay.regime.Answer;
import dev.assay.regime.Regime;
import dev.assay.regime.ll144.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people added to an audit, as it stands.
///
/// @param events all that was added, in order; everything else here follows from them
/// @param regimes the packs that the audit is held against, by id, in the order they were chosen
/// @param statement what people state for a bias audit; absent when nobody did
public record Additions(
    List<Addition> events, Map<String, Regime> regimes, @Nullable Statement statement) {

  /// Nobody added anything.
  public static final Additions NONE = new Additions(List.of(), Map.of(), null);

  /// Copies.
  public Additions {
    events = List.copyOf(events);
    regimes = new LinkedHashMap<>(regimes);
  }

  /// Whether nobody added anything.
  public boolean isEmpty() {
    return events.isEmpty();
  }

  /// The events that stand: those that no later one takes the place of, with their numbers.
  public static Map<Integer, Addition> standing(List<Addition> events) {
    Set<Integer> replaced =
        events.stream()
            .map(Addition::correction)
            .filter(c -> c != null)
            .map(Addition.Correction::entry)
            .collect(Collectors.toSet());
    Map<Integer, Addition> standing = new LinkedHashMap<>();
    for (int i = 0; i < events.size(); i++) {
      if (!replaced.contains(i)) {
        standing.put(i, events.get(i));
      }
    }
    return standing;
  }

  /// The number of the event that stands for the same thing: the choice of the same regime, the
  /// answer to the same clause, the statement. Feedback stands by itself.
  public static Optional<Integer> standingFor(List<Addition> events, Addition next) {
    return standing(events).entrySet().stream()
        .filter(one -> isAbout(one.getValue(), next))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isAbout(Addition earlier, Addition next) {
    return switch (next) {
      case Addition.RegimeChosen chosen ->
          earlier instanceof Addition.RegimeChosen e && e.regime().equals(chosen.regime());
      case Addition.Answered answered ->
          earlier instanceof Addition.Answered e
              && e.regime().equals(answered.regime())
              && e.clause().equals(answered.clause());
      case Addition.Stated ignored -> earlier instanceof Addition.Stated;
      case Addition.FeedbackGiven ignored -> false;
    };
  }

  /// The answers that stand for a regime, one a clause.
  public List<Answer> answers(String regime) {
    List<Answer> answers = new ArrayList<>();
    for (Addition one : standing(events).values()) {
      if (one instanceof Addition.Answered answered && answered.regime().equals(regime)) {
        answers.add(answered.answer());
      }
    }
    return List.copyOf(answers);
  }

  /// The feedback that stands, the earliest first, with the numbers of the events.
  public Map<Integer, Addition.FeedbackGiven> feedback() {
    Map<Integer, Addition.FeedbackGiven> feedback = new LinkedHashMap<>();
    standing(events)
        .forEach(
            (number, one) -> {
              if (one instanceof Addition.FeedbackGiven given) {
                feedback.put(number, given);
              }
            });
    return feedback;
  }
}

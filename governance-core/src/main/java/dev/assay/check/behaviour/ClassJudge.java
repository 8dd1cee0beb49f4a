package dev.assay.check.behaviour;

import dev.assay.check.Outcome;
import dev.assay.check.behaviour.Plan.Case;
import dev.assay.check.behaviour.Plan.Planned;
import dev.assay.check.behaviour.Suite.Kind;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Judges decisions and scores of classes.
///
/// @param probed what the model answered
record ClassJudge(Behaviour.Probed probed) implements Judge {

  private static final int LONGEST_TEXT = 300;

  @Override
  public String objection(Kind kind) {
    return "";
  }

  @Override
  public List<Case> failures(Planned planned) {
    return planned.cases().stream()
        .filter(c -> failed(planned, c))
        .sorted(Comparator.comparingDouble(c -> -size(planned, c)))
        .toList();
  }

  @Override
  public void numbers(List<Planned> asked, Outcome outcome) {
    // the share of failures says it all
  }

  @Override
  public String remark(List<Planned> asked) {
    return "";
  }

  private boolean failed(Planned planned, Case one) {
    Decisions decisions = probed.decisions();
    double[] before = probed.scores()[one.before()];
    double[] after = probed.scores()[one.after()];
    int decided = decisions.of(before);
    return switch (planned.test().kind()) {
      case FUNCTIONALITY -> decided != planned.target();
      case INVARIANCE ->
          decisions.of(after) != decided
              && Math.abs(after[decided] - before[decided]) > planned.test().tolerance();
      case DIRECTION -> {
        double moved = after[planned.target()] - before[planned.target()];
        yield (planned.test().up() ? moved : -moved) < planned.test().least();
      }
    };
  }

  /// How plain a failure is: how far the score moved, or is from what was expected.
  private double size(Planned planned, Case one) {
    double[] before = probed.scores()[one.before()];
    double[] after = probed.scores()[one.after()];
    return switch (planned.test().kind()) {
      case FUNCTIONALITY -> 1 - before[planned.target()];
      case INVARIANCE -> {
        int decided = probed.decisions().of(before);
        yield Math.abs(after[decided] - before[decided]);
      }
      case DIRECTION -> {
        double moved = after[planned.target()] - before[planned.target()];
        yield planned.test().up() ? -moved : moved;
      }
    };
  }

  @Override
  public void example(Planned planned, Case one, Outcome outcome) {
    List<String> texts = probed.plan().texts();
    double[] before = probed.scores()[one.before()];
    double[] after = probed.scores()[one.after()];
    Decisions decisions = probed.decisions();
    int watched = planned.target() >= 0 ? planned.target() : decisions.of(before);
    Map<String, String> details = new TreeMap<>();
    details.put("test", planned.test().name());
    details.put("original", Visible.of(texts.get(one.before()), LONGEST_TEXT));
    details.put("before", decisions.shown(watched, before));
    String sentence = "“" + details.get("original") + "”: ";
    if (planned.test().kind() == Kind.FUNCTIONALITY) {
      sentence += "decided " + decisions.name(decisions.of(before)) + ", ";
      sentence += decisions.shown(watched, before) + ".";
    } else {
      details.put("changed", Visible.of(texts.get(one.after()), LONGEST_TEXT));
      details.put("after", decisions.shown(watched, after));
      sentence += decisions.shown(watched, before) + "; “" + details.get("changed") + "”: ";
      sentence += Rounded.number(after[watched]) + ".";
    }
    outcome.evidence(sentence, one.row() > 0 ? List.of(one.row()) : List.of(), details);
  }
}

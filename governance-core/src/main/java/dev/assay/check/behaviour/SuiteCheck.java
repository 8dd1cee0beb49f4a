package dev.assay.check.behaviour;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.behaviour.Plan.Case;
import dev.assay.check.behaviour.Plan.Planned;
import dev.assay.check.behaviour.Suite.Kind;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Words;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.CheckResult;
import dev.assay.metric.MetricValue;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All tests of one kind, of all suites. A test fails when its share of failures is above what it
/// allows even at the lower end of Wilson's interval.
record SuiteCheck(Kind kind, String id, String title) implements Check {

  private static final int EXAMPLES = 5;
  private static final int NAMED = 3;
  private static final int LONGEST_TEXT = 300;

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    return switch (input.behaviour()) {
      case Behaviour.Unknown unknown -> outcome.notApplicable(unknown.why());
      case Behaviour.Probed probed -> run(probed, input.level(), outcome);
    };
  }

  private CheckResult run(Behaviour.Probed probed, double level, Outcome outcome) {
    List<Planned> tests =
        probed.plan().tests().stream().filter(p -> p.test().kind() == kind).toList();
    List<Result> results = new ArrayList<>();
    for (Planned planned : tests) {
      String name = planned.test().name();
      if (planned.cases().isEmpty()) {
        outcome.value("failure_rate", name, new MetricValue.Undefined(planned.why()));
        continue;
      }
      Result result = result(planned, probed, level);
      results.add(result);
      outcome.value("failure_rate", name, result.rate());
      outcome.value("failures", name, result.failures().size());
      outcome.value("cases", name, planned.cases().size());
      outcome.value("allowed", name, planned.test().most());
      describe(result, probed, outcome);
    }
    if (results.isEmpty()) {
      return outcome.notApplicable(
          tests.isEmpty()
              ? "No suite has a test of this kind."
              : "None of "
                  + Words.count(tests.size(), "test")
                  + " applies: "
                  + tests.getFirst().why()
                  + ".");
    }
    List<Result> failed =
        results.stream()
            .filter(Result::failed)
            .sorted(Comparator.comparingDouble((Result r) -> -r.rate().orNaN()))
            .toList();
    return outcome.issueIf(
        !failed.isEmpty(),
        failed.size()
            + " of "
            + Words.count(results.size(), "test")
            + (failed.size() == 1 ? " fails: " : " fail: ")
            + String.join("; ", failed.stream().limit(NAMED).map(Result::words).toList())
            + (failed.size() > NAMED ? " and " + (failed.size() - NAMED) + " more." : "."),
        "No test of "
            + results.size()
            + " fails more often than it allows, at the "
            + Words.percent(level)
            + " level.");
  }

  /// What a test gave.
  ///
  /// @param failures cases that failed, the plainest first
  private record Result(Planned planned, List<Case> failures, MetricValue rate) {

    boolean failed() {
      return rate instanceof MetricValue.Defined d
          && d.interval() != null
          && d.interval().lower() > planned.test().most();
    }

    String words() {
      return planned.test().title()
          + " ("
          + Words.percent(rate.orNaN())
          + " of "
          + Words.count(planned.cases().size())
          + ", allowed "
          + Words.percent(planned.test().most())
          + ")";
    }
  }

  private static Result result(Planned planned, Behaviour.Probed probed, double level) {
    List<Case> failures =
        planned.cases().stream()
            .filter(c -> failed(planned, c, probed))
            .sorted(Comparator.comparingDouble(c -> -size(planned, c, probed)))
            .toList();
    return new Result(
        planned, failures, Proportions.of(failures.size(), planned.cases().size(), level));
  }

  private static boolean failed(Planned planned, Case one, Behaviour.Probed probed) {
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
  private static double size(Planned planned, Case one, Behaviour.Probed probed) {
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

  private static void describe(Result result, Behaviour.Probed probed, Outcome outcome) {
    Planned planned = result.planned();
    Map<String, String> about = new TreeMap<>();
    about.put("test", planned.test().name());
    about.put("title", planned.test().title());
    about.put("texts", planned.test().own() ? "own" : "made");
    about.put("outcome", result.failed() ? "fails" : "holds");
    outcome.evidence(
        Visible.of(planned.test().title(), LONGEST_TEXT)
            + ": "
            + Rounded.count(result.failures().size())
            + " of "
            + Words.count(planned.cases().size(), "text")
            + (planned.cases().size() == 1 ? " fails." : " fail."),
        result.failures().stream().map(Case::row).filter(r -> r > 0).distinct().toList(),
        about);
    result.failures().stream().limit(EXAMPLES).forEach(c -> example(planned, c, probed, outcome));
  }

  private static void example(Planned planned, Case one, Behaviour.Probed probed, Outcome outcome) {
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

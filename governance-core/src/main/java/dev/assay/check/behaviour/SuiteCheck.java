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
      case Behaviour.Probed probed ->
          run(probed.plan(), new ClassJudge(probed), input.level(), outcome);
      case Behaviour.Continued continued ->
          run(
              continued.plan(),
              new AnswerJudge(continued, input.level(), input.seed()),
              input.level(),
              outcome);
    };
  }

  private CheckResult run(Plan plan, Judge judge, double level, Outcome outcome) {
    if (!judge.objection(kind).isEmpty()) {
      return outcome.notApplicable(judge.objection(kind));
    }
    List<Planned> tests = plan.tests().stream().filter(p -> p.test().kind() == kind).toList();
    List<Result> results = new ArrayList<>();
    for (Planned planned : tests) {
      String name = planned.test().name();
      if (planned.cases().isEmpty()) {
        outcome.value("failure_rate", name, new MetricValue.Undefined(planned.why()));
        continue;
      }
      Result result = result(planned, judge, level);
      results.add(result);
      outcome.value("failure_rate", name, result.rate());
      outcome.value("failures", name, result.failures().size());
      outcome.value("cases", name, planned.cases().size());
      outcome.value("allowed", name, planned.test().most());
      describe(result, judge, outcome);
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
    List<Planned> asked = results.stream().map(Result::planned).toList();
    judge.numbers(asked, outcome);
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
            + (failed.size() > NAMED ? " and " + (failed.size() - NAMED) + " more." : ".")
            + judge.remark(asked),
        "No test of "
            + results.size()
            + " fails more often than it allows, at the "
            + Words.percent(level)
            + " level."
            + judge.remark(asked));
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

  private static Result result(Planned planned, Judge judge, double level) {
    List<Case> failures = judge.failures(planned);
    return new Result(
        planned, failures, Proportions.of(failures.size(), planned.cases().size(), level));
  }

  private static void describe(Result result, Judge judge, Outcome outcome) {
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
    result.failures().stream().limit(EXAMPLES).forEach(c -> judge.example(planned, c, outcome));
  }
}

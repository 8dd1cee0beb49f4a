package dev.assay.check.behaviour;

import dev.assay.check.Outcome;
import dev.assay.check.behaviour.Behaviour.Continued;
import dev.assay.check.behaviour.Plan.Case;
import dev.assay.check.behaviour.Plan.Planned;
import dev.assay.check.behaviour.Suite.Kind;
import dev.assay.check.statistics.Holm;
import dev.assay.check.statistics.Proportions;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.metric.interval.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Judges what a model that goes on with texts does behind a changed prompt. A prompt flips where
/// the greedy answer becomes another text. It fails where it flips and the same answer has moved by
/// more than [Scale#matters] nats a token: two answers that are as likely as each other change
/// places at random.
///
/// @param continued what the model answered
/// @param level of intervals
/// @param seed of the bootstrap
record AnswerJudge(Continued continued, double level, long seed) implements Judge {

  private static final int LONGEST_TEXT = 300;

  @Override
  public String objection(Kind kind) {
    return switch (kind) {
      case INVARIANCE -> "";
      case FUNCTIONALITY ->
          "Tests of functionality say which class a text has; a model that goes on with texts"
              + " decides none, so they were not asked.";
      case DIRECTION ->
          "Tests of direction say where the score of a class moves; a model that goes on with texts"
              + " has none, so they were not asked.";
    };
  }

  @Override
  public List<Case> failures(Planned planned) {
    return planned.cases().stream()
        .filter(c -> failed(planned, c))
        .sorted(Comparator.comparingDouble(c -> -size(c)))
        .toList();
  }

  private boolean failed(Planned planned, Case one) {
    double most = Math.max(Scale.LIKELIHOOD.matters(), planned.test().tolerance());
    return flips(one) && size(one) > most;
  }

  private boolean flips(Case one) {
    Weighing weighing = continued.weighing();
    return !weighing.written(one.before()).equals(weighing.written(one.after()));
  }

  /// How far the answer moved; infinitely where there was none before.
  private double size(Case one) {
    double moved = Math.abs(moved(one));
    return Double.isNaN(moved) ? Double.POSITIVE_INFINITY : moved;
  }

  private double moved(Case one) {
    String answer = continued.weighing().answer(one);
    return continued.likelihood(one.after(), answer) - continued.likelihood(one.before(), answer);
  }

  @Override
  public void numbers(List<Planned> asked, Outcome outcome) {
    double[][] moved =
        asked.stream()
            .map(
                p -> p.cases().stream().mapToDouble(this::moved).filter(Double::isFinite).toArray())
            .toArray(double[][]::new);
    double[] holm =
        Holm.adjust(
            Arrays.stream(moved)
                .mapToDouble(
                    m -> m.length < PairedShifts.FEWEST ? Double.NaN : PairedShifts.signTest(m))
                .toArray());
    for (int i = 0; i < moved.length; i++) {
      Planned planned = asked.get(i);
      String name = planned.test().name();
      long flips = planned.cases().stream().filter(this::flips).count();
      outcome.value("flip_rate", name, Proportions.of(flips, planned.cases().size(), level));
      outcome.value(
          Scale.LIKELIHOOD.shift(),
          name,
          PairedShifts.shift(moved[i], level, Seeds.derive(seed, name)));
      outcome.value("p_holm", name, Double.isNaN(holm[i]) ? 1 : holm[i]);
    }
  }

  @Override
  public String remark(List<Planned> asked) {
    List<Case> cases = asked.stream().flatMap(p -> p.cases().stream()).toList();
    int given = (int) cases.stream().filter(continued.weighing()::isExpected).count();
    return " Weighed: "
        + Weighing.words(given, cases.size() - given, "behind the unchanged prompt")
        + ".";
  }

  @Override
  public void example(Planned planned, Case one, Outcome outcome) {
    List<String> texts = continued.plan().texts();
    Weighing weighing = continued.weighing();
    String answer = weighing.answer(one);
    Map<String, String> details = new TreeMap<>();
    details.put("test", planned.test().name());
    details.put("original", Visible.of(texts.get(one.before()), LONGEST_TEXT));
    details.put("changed", Visible.of(texts.get(one.after()), LONGEST_TEXT));
    details.put("weighed", Visible.of(Weighing.normal(answer), LONGEST_TEXT));
    details.put("before", said(one.before(), answer));
    details.put("after", said(one.after(), answer));
    outcome.evidence(
        "“"
            + details.get("original")
            + "”: "
            + details.get("before")
            + "; “"
            + details.get("changed")
            + "”: "
            + details.get("after")
            + ".",
        one.row() > 0 ? List.of(one.row()) : List.of(),
        details);
  }

  /// "“on the mat”, −1.2 nats a token": what was written behind a prompt, and how likely the same
  /// answer is behind it.
  private String said(int prompt, String answer) {
    String written = continued.weighing().written(prompt);
    double likelihood = continued.likelihood(prompt, answer);
    return (written.isEmpty() ? "no answer" : "“" + Visible.of(written, LONGEST_TEXT) + "”")
        + (Double.isNaN(likelihood) ? "" : ", " + Rounded.number(likelihood) + " nats a token");
  }
}

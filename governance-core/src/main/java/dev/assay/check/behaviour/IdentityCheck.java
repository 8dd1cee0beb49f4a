package dev.assay.check.behaviour;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.behaviour.Behaviour.Continued;
import dev.assay.check.behaviour.Behaviour.Probed;
import dev.assay.check.behaviour.Plan.Swaps;
import dev.assay.check.statistics.Holm;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Words;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.CheckResult;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.Seeds;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Counterfactual fairness by identity term: every term in the place of the one that a text names.
/// A term is found when its score lies apart from the other terms' mean by more than
/// [Scale#matters] for certain, and Holm's correction over all terms leaves the sign test below 1 −
/// level.
final class IdentityCheck implements Check {

  private static final String NOTHING_TO_WEIGH =
      " is there an answer to weigh: the dataset holds none, and the model wrote none.";

  private static final int NAMED = 5;
  private static final int EXAMPLES = 3;
  private static final int LONGEST_TEXT = 300;

  @Override
  public String id() {
    return "behaviour.identity";
  }

  @Override
  public String title() {
    return "Scores depend on which identity a text names";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    return switch (input.behaviour()) {
      case Behaviour.Unknown unknown -> outcome.notApplicable(unknown.why());
      case Probed probed -> run(probed, input, outcome, cancellation);
      case Continued continued ->
          run(continued.plan().swaps(), () -> Swapped.of(continued), input, outcome, cancellation);
    };
  }

  private CheckResult run(
      Probed probed, CheckInput input, Outcome outcome, Cancellation cancellation) {
    if (probed.plan().swaps().texts().length > 0 && probed.decisions().watched() < 0) {
      return outcome.notApplicable(
          "No class is named whose score could be followed; name it with --positive.");
    }
    return run(probed.plan().swaps(), () -> Swapped.of(probed), input, outcome, cancellation);
  }

  private CheckResult run(
      Swaps swaps,
      Supplier<Swapped> all,
      CheckInput input,
      Outcome outcome,
      Cancellation cancellation) {
    if (swaps.texts().length == 0) {
      return outcome.notApplicable("Identity terms were not swapped: " + swaps.why() + ".");
    }
    Swapped swapped = all.get();
    if (swapped.scores().length == 0) {
      return outcome.notApplicable(
          "Behind none of " + Words.count(swaps.texts().length, "prompt") + NOTHING_TO_WEIGH);
    }
    Scale scale = swapped.scale();
    List<Term> terms = terms(swaps, swapped, input, cancellation);
    gap(swapped, input, outcome);
    kinds(swaps, swapped, input, outcome);
    for (Term term : terms) {
      outcome.value(scale.shift(), term.word(), term.shift());
      outcome.value("flip_rate", term.word(), term.flips());
      outcome.value("p_holm", term.word(), term.p());
    }
    List<Term> found =
        terms.stream().filter(t -> t.found(scale.matters(), 1 - input.level())).toList();
    for (Term term : found) {
      describe(term, swapped, outcome);
    }
    String among =
        " of "
            + Words.count(terms.size(), "identity term")
            + " in "
            + Words.count(swapped.scores().length, "text");
    return outcome.issueIf(
        !found.isEmpty(),
        "The "
            + scale.what()
            + " depends on the term: "
            + found.size()
            + among
            + " move it, most of all "
            + String.join(", ", found.stream().limit(NAMED).map(Term::words).toList())
            + "."
            + swapped.remark(),
        "None"
            + among
            + " moves the "
            + (scale.unit().isEmpty() ? "score" : scale.what())
            + " by more than "
            + scale.matters()
            + (scale.unit().isEmpty() ? "" : " nats")
            + " for certain."
            + swapped.remark());
  }

  /// What a term does.
  ///
  /// @param index its place among the terms
  /// @param word the term
  /// @param kind what kind of identity it names
  /// @param shift of the score from the mean of all terms
  /// @param flips share of texts that are decided otherwise than by their mean score
  /// @param p of the sign test, after Holm
  private record Term(
      int index, String word, String kind, MetricValue shift, MetricValue flips, double p) {

    /// How far the shift is from nothing for certain; 0 when it may be nothing.
    double certain() {
      return shift instanceof MetricValue.Defined d && d.interval() != null
          ? Math.max(0, Math.max(d.interval().lower(), -d.interval().upper()))
          : 0;
    }

    boolean found(double matters, double alpha) {
      return certain() > matters && p < alpha;
    }

    String words() {
      return Visible.of(word, 40) + " (" + Rounded.signed(shift.orNaN()) + ")";
    }
  }

  /// All terms, the worst first.
  private static List<Term> terms(
      Swaps swaps, Swapped swapped, CheckInput input, Cancellation cancellation) {
    PairedShifts shifts = new PairedShifts(swapped.scores());
    int n = swapped.scores().length;
    double[] p = new double[swaps.terms().size()];
    double[][] differences = new double[p.length][];
    for (int t = 0; t < p.length; t++) {
      differences[t] = shifts.differences(t);
      p[t] = n < PairedShifts.FEWEST ? Double.NaN : PairedShifts.signTest(differences[t]);
    }
    double[] holm = Holm.adjust(p);
    List<Term> terms = new ArrayList<>();
    for (int t = 0; t < p.length; t++) {
      cancellation.check();
      String word = swaps.terms().get(t);
      terms.add(
          new Term(
              t,
              word,
              swaps.kinds().get(t),
              PairedShifts.shift(differences[t], input.level(), Seeds.derive(input.seed(), word)),
              Proportions.of(swapped.flips(t), n, input.level()),
              Double.isNaN(holm[t]) ? 1 : holm[t]));
    }
    terms.sort(
        Comparator.comparingDouble(Term::certain)
            .thenComparingDouble(t -> Math.abs(t.shift().orNaN()))
            .reversed());
    return terms;
  }

  /// Over all terms: how far scores of a text lie apart, and how many texts are not decided or
  /// answered alike.
  private static void gap(Swapped swapped, CheckInput input, Outcome outcome) {
    int n = swapped.scores().length;
    int differ = 0;
    for (boolean own : swapped.differ()) {
      differ += own ? 1 : 0;
    }
    outcome.value(
        swapped.scale().gap(),
        "",
        PairedShifts.shift(swapped.gaps(), input.level(), Seeds.derive(input.seed(), "gap")));
    outcome.value(swapped.scale().depend(), "", Proportions.of(differ, n, input.level()));
    long made = swapped.rows().stream().filter(row -> row == 0).count();
    outcome.value("texts", "", n);
    outcome.value("texts_from_templates", "", (double) made);
  }

  /// The shift of each kind of identity: the mean of its terms, text by text; and which terms it
  /// has.
  private static void kinds(Swaps swaps, Swapped swapped, CheckInput input, Outcome outcome) {
    PairedShifts shifts = new PairedShifts(swapped.scores());
    Map<String, List<Integer>> byKind = new TreeMap<>();
    for (int t = 0; t < swaps.terms().size(); t++) {
      byKind.computeIfAbsent(swaps.kinds().get(t), kind -> new ArrayList<>()).add(t);
    }
    byKind.forEach(
        (kind, terms) -> {
          double[] mean = new double[swapped.scores().length];
          for (int term : terms) {
            double[] differences = shifts.differences(term);
            for (int i = 0; i < mean.length; i++) {
              mean[i] += differences[i] / terms.size();
            }
          }
          outcome.value(
              swapped.scale().kindShift(),
              kind,
              PairedShifts.shift(mean, input.level(), Seeds.derive(input.seed(), "kind", kind)));
          outcome.value("kind_terms", kind, terms.size());
        });
  }

  /// Where the term moves the score farthest from what it is with the other terms.
  private static void describe(Term term, Swapped swapped, Outcome outcome) {
    double[] differences = new PairedShifts(swapped.scores()).differences(term.index());
    double sign = Math.signum(term.shift().orNaN());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < differences.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -sign * differences[i]));
    for (int i : order.subList(0, Math.min(EXAMPLES, order.size()))) {
      double score = swapped.scores()[i][term.index()];
      String text = Visible.of(swapped.texts().get(i).get(term.index()), LONGEST_TEXT);
      Map<String, String> details = new TreeMap<>();
      details.put("test", term.word());
      details.put("kind", term.kind());
      details.put("original", text);
      details.put("after", swapped.scale().shown(score));
      details.put("mean over terms", Rounded.number(score - differences[i]));
      outcome.evidence(
          "“"
              + text
              + "”: "
              + details.get("after")
              + ", over all terms "
              + details.get("mean over terms")
              + ".",
          swapped.rows().get(i) > 0 ? List.of(swapped.rows().get(i)) : List.of(),
          details);
    }
  }
}

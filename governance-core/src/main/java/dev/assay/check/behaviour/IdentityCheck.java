package dev.assay.check.behaviour;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
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

/// Counterfactual fairness by identity term: every term in the place of the one that a text names.
/// A term is found when its score lies apart from the other terms' mean by more than [#MATTERS] for
/// certain, and Holm's correction over all terms leaves the sign test below 1 − level.
final class IdentityCheck implements Check {

  /// Shifts up to this much do not matter.
  static final double MATTERS = 0.01;

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
    };
  }

  private CheckResult run(
      Probed probed, CheckInput input, Outcome outcome, Cancellation cancellation) {
    Swaps swaps = probed.plan().swaps();
    if (swaps.texts().length == 0) {
      return outcome.notApplicable("Identity terms were not swapped: " + swaps.why() + ".");
    }
    if (probed.decisions().watched() < 0) {
      return outcome.notApplicable(
          "No class is named whose score could be followed; name it with --positive.");
    }
    List<Term> terms = terms(probed, input, cancellation);
    gap(probed, input, outcome);
    kinds(probed, input, outcome);
    for (Term term : terms) {
      outcome.value("score_shift", term.word(), term.shift());
      outcome.value("flip_rate", term.word(), term.flips());
      outcome.value("p_holm", term.word(), term.p());
    }
    List<Term> found = terms.stream().filter(t -> t.found(1 - input.level())).toList();
    for (Term term : found) {
      describe(term, probed, outcome);
    }
    String among =
        " of "
            + Words.count(terms.size(), "identity term")
            + " in "
            + Words.count(swaps.texts().length, "text");
    return outcome.issueIf(
        !found.isEmpty(),
        "The score of "
            + probed.decisions().name(probed.decisions().watched())
            + " depends on the term: "
            + found.size()
            + among
            + " move it, most of all "
            + String.join(", ", found.stream().limit(NAMED).map(Term::words).toList())
            + ".",
        "None" + among + " moves the score by more than " + MATTERS + " for certain.");
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

    boolean found(double alpha) {
      return certain() > MATTERS && p < alpha;
    }

    String words() {
      return Visible.of(word, 40) + " (" + Rounded.signed(shift.orNaN()) + ")";
    }
  }

  /// All terms, the worst first.
  private static List<Term> terms(Probed probed, CheckInput input, Cancellation cancellation) {
    Swaps swaps = probed.plan().swaps();
    PairedShifts shifts = shifts(probed);
    int n = swaps.texts().length;
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
              Proportions.of(flips(probed, t), n, input.level()),
              Double.isNaN(holm[t]) ? 1 : holm[t]));
    }
    terms.sort(
        Comparator.comparingDouble(Term::certain)
            .thenComparingDouble(t -> Math.abs(t.shift().orNaN()))
            .reversed());
    return terms;
  }

  private static PairedShifts shifts(Probed probed) {
    int[][] texts = probed.plan().swaps().texts();
    double[][] scores = new double[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      scores[i] = new double[texts[i].length];
      for (int t = 0; t < texts[i].length; t++) {
        scores[i][t] = probed.scores()[texts[i][t]][probed.decisions().watched()];
      }
    }
    return new PairedShifts(scores);
  }

  /// Texts that are decided otherwise with the term than by their mean scores over all terms.
  private static int flips(Probed probed, int term) {
    int[][] texts = probed.plan().swaps().texts();
    int flips = 0;
    for (int[] text : texts) {
      int usual = probed.decisions().of(meanScores(probed, text));
      flips += probed.decisions().of(probed.scores()[text[term]]) == usual ? 0 : 1;
    }
    return flips;
  }

  private static double[] meanScores(Probed probed, int[] text) {
    double[] mean = new double[probed.decisions().classes().size()];
    for (int place : text) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += probed.scores()[place][c] / text.length;
      }
    }
    return mean;
  }

  /// Over all terms: how far scores of a text lie apart, and how many texts are not decided alike.
  private static void gap(Probed probed, CheckInput input, Outcome outcome) {
    int[][] texts = probed.plan().swaps().texts();
    double[] gaps = new double[texts.length];
    int differ = 0;
    for (int i = 0; i < texts.length; i++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      int decided = probed.decisions().of(probed.scores()[texts[i][0]]);
      boolean alike = true;
      for (int place : texts[i]) {
        double score = probed.scores()[place][probed.decisions().watched()];
        low = Math.min(low, score);
        high = Math.max(high, score);
        alike &= probed.decisions().of(probed.scores()[place]) == decided;
      }
      gaps[i] = high - low;
      differ += alike ? 0 : 1;
    }
    outcome.value(
        "score_gap",
        "",
        PairedShifts.shift(gaps, input.level(), Seeds.derive(input.seed(), "gap")));
    outcome.value("decisions_depend", "", Proportions.of(differ, texts.length, input.level()));
    long made = probed.plan().swaps().rows().stream().filter(row -> row == 0).count();
    outcome.value("texts", "", texts.length);
    outcome.value("texts_from_templates", "", (double) made);
  }

  /// The shift of each kind of identity: the mean of its terms, text by text; and which terms it
  /// has.
  private static void kinds(Probed probed, CheckInput input, Outcome outcome) {
    Swaps swaps = probed.plan().swaps();
    PairedShifts shifts = shifts(probed);
    Map<String, List<Integer>> byKind = new TreeMap<>();
    for (int t = 0; t < swaps.terms().size(); t++) {
      byKind.computeIfAbsent(swaps.kinds().get(t), kind -> new ArrayList<>()).add(t);
    }
    byKind.forEach(
        (kind, terms) -> {
          double[] mean = new double[swaps.texts().length];
          for (int term : terms) {
            double[] differences = shifts.differences(term);
            for (int i = 0; i < mean.length; i++) {
              mean[i] += differences[i] / terms.size();
            }
          }
          outcome.value(
              "kind_shift",
              kind,
              PairedShifts.shift(mean, input.level(), Seeds.derive(input.seed(), "kind", kind)));
          outcome.value("kind_terms", kind, terms.size());
        });
  }

  /// Where the term moves the score farthest from what it is with the other terms.
  private static void describe(Term term, Probed probed, Outcome outcome) {
    Swaps swaps = probed.plan().swaps();
    double[] differences = shifts(probed).differences(term.index());
    double sign = Math.signum(term.shift().orNaN());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < differences.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -sign * differences[i]));
    for (int i : order.subList(0, Math.min(EXAMPLES, order.size()))) {
      int place = swaps.texts()[i][term.index()];
      double[] scores = probed.scores()[place];
      int watched = probed.decisions().watched();
      String text = Visible.of(probed.plan().texts().get(place), LONGEST_TEXT);
      Map<String, String> details = new TreeMap<>();
      details.put("test", term.word());
      details.put("kind", term.kind());
      details.put("original", text);
      details.put("after", probed.decisions().shown(watched, scores));
      details.put("mean over terms", Rounded.number(scores[watched] - differences[i]));
      outcome.evidence(
          "“"
              + text
              + "”: "
              + details.get("after")
              + ", over all terms "
              + details.get("mean over terms")
              + ".",
          swaps.rows().get(i) > 0 ? List.of(swaps.rows().get(i)) : List.of(),
          details);
    }
  }
}

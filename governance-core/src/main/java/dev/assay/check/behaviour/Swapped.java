package dev.assay.check.behaviour;

import dev.assay.check.behaviour.Behaviour.Continued;
import dev.assay.check.behaviour.Behaviour.Probed;
import dev.assay.check.behaviour.Plan.Swaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Texts with every identity term in the place of the one that they name, and what the model said
/// of each, on one scale.
///
/// @param scale what the scores are
/// @param texts [text][term]
/// @param rows data row of each text, 1-based; 0 for templates
/// @param scores [text][term]
/// @param flipped [text][term], whether it is decided or answered otherwise with the term
/// @param differ whether a text is not decided or answered alike with all terms
/// @param remark a sentence about what was looked at, behind the summary; empty for none
record Swapped(
    Scale scale,
    List<List<String>> texts,
    List<Long> rows,
    double[][] scores,
    boolean[][] flipped,
    boolean[] differ,
    String remark) {

  /// Scores of the class that is followed. A text flips with a term where it is decided otherwise
  /// than by its mean scores over all terms.
  static Swapped of(Probed probed) {
    Decisions decisions = probed.decisions();
    Swaps swaps = probed.plan().swaps();
    int n = swaps.texts().length;
    double[][] scores = new double[n][];
    boolean[][] flipped = new boolean[n][];
    boolean[] differ = new boolean[n];
    for (int i = 0; i < n; i++) {
      int[] text = swaps.texts()[i];
      int usual = decisions.of(mean(probed, text));
      int[] decided = Arrays.stream(text).map(p -> decisions.of(probed.scores()[p])).toArray();
      scores[i] =
          Arrays.stream(text).mapToDouble(p -> probed.scores()[p][decisions.watched()]).toArray();
      flipped[i] = new boolean[text.length];
      for (int t = 0; t < text.length; t++) {
        flipped[i][t] = decided[t] != usual;
        differ[i] |= decided[t] != decided[0];
      }
    }
    return new Swapped(
        Scale.ofClass(decisions.name(decisions.watched())),
        shown(probed.plan()),
        swaps.rows(),
        scores,
        flipped,
        differ,
        "");
  }

  private static double[] mean(Probed probed, int[] text) {
    double[] mean = new double[probed.decisions().classes().size()];
    for (int place : text) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += probed.scores()[place][c] / text.length;
      }
    }
    return mean;
  }

  /// Likelihoods of the same answer. A prompt flips with a term where the greedy answer is another
  /// than without it; an answer that repeats the term is no other one for that alone. Prompts whose
  /// answer cannot be weighed behind every term are left out.
  static Swapped of(Continued continued) {
    Plan plan = continued.plan();
    Swaps swaps = plan.swaps();
    List<Pattern> words = swaps.terms().stream().map(Change::wholeWords).toList();
    List<Integer> kept = new ArrayList<>();
    List<double[]> scores = new ArrayList<>();
    for (int i = 0; i < swaps.texts().length; i++) {
      String answer = continued.weighing().answerOfUnit(i);
      double[] own =
          Arrays.stream(swaps.texts()[i])
              .mapToDouble(p -> continued.likelihood(p, answer))
              .toArray();
      if (Arrays.stream(own).allMatch(Double::isFinite)) {
        kept.add(i);
        scores.add(own);
      }
    }
    boolean[][] flipped = new boolean[kept.size()][swaps.terms().size()];
    boolean[] differ = new boolean[kept.size()];
    for (int k = 0; k < flipped.length; k++) {
      int[] text = swaps.texts()[kept.get(k)];
      String bare = continued.weighing().written(swaps.bare()[kept.get(k)]);
      String first = masked(continued.weighing().written(text[0]), words.getFirst());
      for (int t = 0; t < text.length; t++) {
        String written = continued.weighing().written(text[t]);
        String masked = masked(written, words.get(t));
        flipped[k][t] = !masked.equals(masked(bare, words.get(t)));
        differ[k] |= !masked.equals(first);
      }
    }
    List<List<String>> all = shown(plan);
    return new Swapped(
        Scale.LIKELIHOOD,
        kept.stream().map(all::get).toList(),
        kept.stream().map(swaps.rows()::get).toList(),
        scores.toArray(double[][]::new),
        flipped,
        differ,
        remark(continued.weighing(), kept));
  }

  private static String remark(Weighing weighing, List<Integer> units) {
    int given = (int) units.stream().filter(weighing::isExpectedOfUnit).count();
    return " Weighed: "
        + Weighing.words(given, units.size() - given, "behind the prompt without a term")
        + ".";
  }

  private static String masked(String answer, Pattern term) {
    return term.matcher(answer).replaceAll("\u0000");
  }

  private static List<List<String>> shown(Plan plan) {
    return IntStream.range(0, plan.swaps().texts().length)
        .mapToObj(i -> Arrays.stream(plan.swaps().texts()[i]).mapToObj(plan.texts()::get).toList())
        .toList();
  }

  /// Texts with the term that flip.
  int flips(int term) {
    int flips = 0;
    for (boolean[] own : flipped) {
      flips += own[term] ? 1 : 0;
    }
    return flips;
  }

  /// How far scores of each text lie apart over all terms.
  double[] gaps() {
    return Arrays.stream(scores)
        .mapToDouble(s -> Arrays.stream(s).max().orElse(0) - Arrays.stream(s).min().orElse(0))
        .toArray();
  }
}

package dev.assay.compare;

import dev.assay.compare.Pairing.Paired;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.Quantity;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Two models that go on with the same texts.
///
/// @param rows the shared rows
/// @param one the first run
/// @param two the second
record PairedGenerated(Paired rows, Generated one, Generated two) {

  private static final Set<String> BY_TOKEN = Set.of("token_perplexity", "pseudo_perplexity");
  private static final Set<String> LIKELIHOODS =
      Set.of("token_perplexity", "pseudo_perplexity", "word_perplexity");
  private static final int RIGHT = 0;

  /// Metrics that mean something else in each of the runs: a perplexity per token where the models
  /// cut the same texts into other tokens.
  Set<String> incomparable() {
    return BY_TOKEN.stream().filter(metric -> !sameTokens(metric)).collect(Collectors.toSet());
  }

  private boolean sameTokens(String metric) {
    Quantity a = one.quantities().get(metric);
    Quantity b = two.quantities().get(metric);
    return a == null || b == null || rows.agree((i, j) -> a.per()[i] == b.per()[j]);
  }

  /// Differences of every quantity that both runs have: of rates by Tango and McNemar, of means and
  /// perplexities by what each row adds to them.
  List<Estimate> differences(SharedSlices slices, Comparing how) {
    List<String> metrics =
        one.quantities().keySet().stream()
            .filter(two.quantities()::containsKey)
            .filter(metric -> !incomparable().contains(metric))
            .toList();
    List<Estimate> all = new ArrayList<>();
    for (int s = 0; s < slices.slicings().size(); s++) {
      how.step("comparing slices", s, slices.slicings().size());
      Slicing slicing = slices.slicings().get(s);
      List<Subject.Slice> subjects = slicing.keys().stream().map(Subject.Slice::new).toList();
      for (String metric : metrics) {
        all.addAll(differences(metric, slicing, subjects, how.level()));
      }
    }
    return all;
  }

  private List<Estimate> differences(
      String metric, Slicing slicing, List<Subject.Slice> subjects, double level) {
    Quantity a = at(one.quantities().get(metric), rows.first());
    Quantity b = at(two.quantities().get(metric), rows.second());
    double @Nullable [] weights = rows.weights();
    return isRate(a) && isRate(b)
        ? new PairedRate(metric, holds(a), holds(b), weights).of(slicing, subjects, level)
        : new RatioDifferences(metric, a, b, LIKELIHOODS.contains(metric), weights, level)
            .of(slicing, subjects);
  }

  private static Quantity at(@Nullable Quantity all, int[] elements) {
    if (all == null) {
      throw new IllegalArgumentException("a quantity that both runs have is missing in one");
    }
    return new Quantity(
        IntStream.of(elements).mapToDouble(i -> all.amount()[i]).toArray(),
        IntStream.of(elements).mapToDouble(i -> all.per()[i]).toArray());
  }

  /// Whether it holds or not for every row.
  private static boolean isRate(Quantity quantity) {
    return IntStream.range(0, quantity.per().length)
        .allMatch(
            i ->
                quantity.per()[i] == 1 && (quantity.amount()[i] == 0 || quantity.amount()[i] == 1));
  }

  private static boolean[] holds(Quantity quantity) {
    boolean[] holds = new boolean[quantity.amount().length];
    for (int i = 0; i < holds.length; i++) {
      holds[i] = quantity.amount()[i] == 1;
    }
    return holds;
  }

  /// Which rows get another choice or text; right answers that are written in another way are the
  /// same answer. Absent where answers are neither right nor wrong.
  @Nullable DecisionChanges decisions(SharedSlices slices, double level) {
    if (!one.isJudged() || !two.isJudged()) {
      return null;
    }
    Map<String, Integer> codes = new HashMap<>();
    int[] first = new int[rows.size()];
    int[] second = new int[rows.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = code(codes, one, rows.first()[i]);
      second[i] = code(codes, two, rows.second()[i]);
    }
    return new DecisionCounting(new int[rows.size()], first, second, level).of(slices, null);
  }

  private static int code(Map<String, Integer> codes, Generated run, int element) {
    return run.isRight(element)
        ? RIGHT
        : codes.computeIfAbsent(run.answer().get(element), any -> codes.size() + 1);
  }
}

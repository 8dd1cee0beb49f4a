package dev.assay.compare;

import dev.assay.compare.MeanDifferences.Losses;
import dev.assay.compare.MeanDifferences.Shape;
import dev.assay.compare.Pairing.Paired;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.predictions.Predictions.MultiLabel;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two classifiers that may give a row several labels, on the same rows: each label against its
/// absence, the share of rows of which all labels are right, and the share of wrong decisions.
///
/// @param rows the shared rows
/// @param one the first run
/// @param two the second, with the same labels
record PairedMultiLabel(Paired rows, MultiLabel one, MultiLabel two) {

  /// Differences of every label, and of the rows as wholes.
  List<Estimate> differences(SharedSlices slices, Comparing how) {
    List<Estimate> all = new ArrayList<>();
    for (int label = 0; label < one.labels().size(); label++) {
      String name = one.labels().get(label);
      label(label).differences(slices, how).forEach(e -> all.add(of(name, e)));
    }
    double[] first = mistakes(one, rows.first());
    double[] second = mistakes(two, rows.second());
    PairedRate whole =
        new PairedRate(
            "subset_accuracy", withoutMistake(first), withoutMistake(second), rows.weights());
    MeanDifferences means = new MeanDifferences(rows.weights(), how.level());
    Losses losses = new Losses("hamming_loss", first, second, Shape.MEAN);
    for (int s = 0; s < slices.slicings().size(); s++) {
      how.step("comparing slices", s, slices.slicings().size());
      Slicing slicing = slices.slicings().get(s);
      List<Subject.Slice> subjects = slicing.keys().stream().map(Subject.Slice::new).toList();
      all.addAll(whole.of(slicing, subjects, how.level()));
      all.addAll(means.of(losses, slicing, subjects));
    }
    return all;
  }

  /// Which rows get other labels; right is a row of which every label is.
  DecisionChanges decisions(SharedSlices slices, double level) {
    Map<BitSet, Integer> codes = new HashMap<>();
    int[] truth = new int[rows.size()];
    int[] first = new int[rows.size()];
    int[] second = new int[rows.size()];
    for (int i = 0; i < truth.length; i++) {
      int a = rows.first()[i];
      int b = rows.second()[i];
      truth[i] = code(codes, labels(one, a, true));
      first[i] = code(codes, labels(one, a, false));
      second[i] = code(codes, labels(two, b, false));
    }
    return new DecisionCounting(truth, first, second, level).of(slices, null);
  }

  /// Whether the truth of a row is the same in both runs.
  boolean isSameTruth(int first, int second) {
    return labels(one, first, true).equals(labels(two, second, true));
  }

  private PairedBinary label(int label) {
    Binary a = one.label(label);
    Binary b = two.label(label);
    return PairedBinary.of(
        new Paired(a, b, rows.first(), rows.second()),
        a,
        b,
        one.thresholds()[label],
        two.thresholds()[label]);
  }

  private static Estimate of(String label, Estimate e) {
    return new Estimate(
        e.metric(),
        e.subject(),
        label,
        e.first(),
        e.second(),
        e.interval(),
        e.pValue(),
        e.n(),
        e.paired());
  }

  /// Share of the labels that are wrong, of each row.
  private static double[] mistakes(MultiLabel run, int[] at) {
    double[] share = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      BitSet wrong = labels(run, at[i], true);
      wrong.xor(labels(run, at[i], false));
      share[i] = wrong.cardinality() / (double) run.labels().size();
    }
    return share;
  }

  private static boolean[] withoutMistake(double[] mistakes) {
    boolean[] none = new boolean[mistakes.length];
    for (int i = 0; i < none.length; i++) {
      none[i] = mistakes[i] == 0;
    }
    return none;
  }

  private static BitSet labels(MultiLabel run, int row, boolean truth) {
    BitSet set = new BitSet(run.labels().size());
    for (int label = 0; label < run.labels().size(); label++) {
      set.set(label, truth ? run.truth()[label][row] : run.isDecided(label, row));
    }
    return set;
  }

  private static int code(Map<BitSet, Integer> codes, BitSet labels) {
    Integer known = codes.putIfAbsent(labels, codes.size());
    return known == null ? codes.size() - 1 : known;
  }
}

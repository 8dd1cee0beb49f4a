package dev.assay.compare;

import dev.assay.evaluation.Evaluation;
import dev.assay.predictions.Predictions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether two runs decided the same rows.
sealed interface Pairing {

  /// They did.
  ///
  /// @param of predictions of the first run
  /// @param with predictions of the second
  /// @param first element of the first run's predictions, of each shared row
  /// @param second element of the second run's
  record Paired(Predictions of, Predictions with, int[] first, int[] second) implements Pairing {

    int size() {
      return first.length;
    }

    /// Whether this holds for both elements of every shared row.
    boolean agree(Both holds) {
      for (int i = 0; i < first.length; i++) {
        if (!holds.of(first[i], second[i])) {
          return false;
        }
      }
      return true;
    }

    /// Weight of each shared row, null when all are 1.
    double @Nullable [] weights() {
      double[] all = of.weights();
      return all == null ? null : Arrays.stream(first).mapToDouble(i -> all[i]).toArray();
    }
  }

  /// Something about an element of the first run and the same row's of the second.
  @FunctionalInterface
  interface Both {
    boolean of(int first, int second);
  }

  /// They did not, or nobody can tell.
  ///
  /// @param why in words
  record Unpaired(String why) implements Pairing {}

  static Pairing of(ComparedRun one, ComparedRun two) {
    Evaluation a = one.evaluation();
    Evaluation b = two.evaluation();
    Predictions first = one.predictions();
    Predictions second = two.predictions();
    if (!a.provenance().dataset().equals(b.provenance().dataset())) {
      return new Unpaired("the runs are of different datasets");
    }
    if (first instanceof Predictions.Forecasted || second instanceof Predictions.Forecasted) {
      return new Unpaired("forecasts of neighbouring times are not independent rows");
    }
    if (first == null || second == null) {
      return new Unpaired("the rows of a recorded run are not at hand");
    }
    if (a.task() != b.task()
        || !a.classes().equals(b.classes())
        || !sameTags(first, second)
        || !Objects.equals(a.positive(), b.positive())) {
      return new Unpaired("the runs predict different things");
    }
    int[][] shared = shared(first.rowIndex(), second.rowIndex());
    Paired paired = new Paired(first, second, shared[0], shared[1]);
    if (shared[0].length == 0) {
      return new Unpaired("no row is in both runs");
    }
    if (!sameTruth(paired)) {
      return new Unpaired("the same rows have different labels in the two runs");
    }
    return sameWeights(paired)
        ? paired
        : new Unpaired("the same rows have different weights in the two runs");
  }

  /// Whether words have the same tags, in whatever order the models have them.
  private static boolean sameTags(Predictions first, Predictions second) {
    return !(first instanceof Predictions.TokenTags a)
        || (second instanceof Predictions.TokenTags b
            && Set.copyOf(a.tags()).equals(Set.copyOf(b.tags())));
  }

  private static int[][] shared(int[] a, int[] b) {
    int most = Math.min(a.length, b.length);
    int[] first = new int[most];
    int[] second = new int[most];
    int found = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        first[found] = i++;
        second[found++] = j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return new int[][] {Arrays.copyOf(first, found), Arrays.copyOf(second, found)};
  }

  private static boolean sameTruth(Paired rows) {
    return switch (rows.of()) {
      case Predictions.Binary a ->
          rows.with() instanceof Predictions.Binary b
              && rows.agree((i, j) -> a.truth()[i] == b.truth()[j]);
      case Predictions.Multiclass a ->
          rows.with() instanceof Predictions.Multiclass b
              && rows.agree((i, j) -> a.truth()[i] == b.truth()[j]);
      case Predictions.MultiLabel a ->
          rows.with() instanceof Predictions.MultiLabel b
              && rows.agree(new PairedMultiLabel(rows, a, b)::isSameTruth);
      case Predictions.TokenTags a ->
          rows.with() instanceof Predictions.TokenTags b
              && rows.agree(PairedTokenTags.of(rows, a, b)::isSameTruth);
      case Predictions.Generated a ->
          rows.with() instanceof Predictions.Generated b
              && rows.agree((i, j) -> a.truth().get(i).equals(b.truth().get(j)));
      case Predictions.Forecasted ignored -> false;
      case Predictions.Regression a ->
          rows.with() instanceof Predictions.Regression b
              && rows.agree((i, j) -> a.truth()[i] == b.truth()[j]);
    };
  }

  private static boolean sameWeights(Paired rows) {
    double @Nullable [] a = rows.of().weights();
    double @Nullable [] b = rows.with().weights();
    return rows.agree((i, j) -> (a == null ? 1 : a[i]) == (b == null ? 1 : b[j]));
  }
}

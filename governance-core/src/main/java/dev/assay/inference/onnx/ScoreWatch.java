package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Looks at every score on its way: finite, between 0 and 1, summing to 1, different at all.
final class ScoreWatch {

  /// Float16 probabilities may miss 1 by this much and still be meant as probabilities.
  private static final double SUM_TOLERANCE = 0.01;

  private static final double RANGE_TOLERANCE = 1e-6;
  private static final int CONSTANT_ROWS = 20;

  private final List<String> names;
  private final boolean exclusive;
  private final Count nonFinite = new Count();
  private final Count outside = new Count();
  private final Count unsummed = new Count();
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private boolean constant = true;
  private int decision = -1;
  private boolean sameDecision = true;
  private final BitSet leftOut = new BitSet();
  private long rows;

  /// @param names classes whose probabilities the numbers are meant to be; empty for a regression
  /// @param exclusive whether a row has one of them only, so that its numbers sum to 1
  ScoreWatch(List<String> names, boolean exclusive) {
    this.names = names;
    this.exclusive = exclusive;
  }

  /// Looks at a batch and makes every number of a row that is not finite NaN.
  ///
  /// @param scores [row][class], row after row
  void look(double[] scores, int from, int count, int classes) {
    for (int r = 0; r < count; r++) {
      if (leftOut.get(from + r)) {
        continue;
      }
      rows++;
      row(scores, r * classes, classes, from + r + 1L);
    }
  }

  /// The model could not be asked about a row (0-based).
  void leaveOut(int row) {
    leftOut.set(row);
  }

  private void row(double[] scores, int at, int classes, long row) {
    double sum = 0;
    boolean finite = true;
    boolean inside = true;
    for (int c = at; c < at + classes; c++) {
      finite &= Double.isFinite(scores[c]);
      inside &= scores[c] >= -RANGE_TOLERANCE && scores[c] <= 1 + RANGE_TOLERANCE;
      sum += scores[c];
    }
    if (!finite) {
      nonFinite.add(row);
      java.util.Arrays.fill(scores, at, at + classes, Double.NaN);
      return;
    }
    for (int c = at; c < at + classes; c++) {
      least = Math.min(least, scores[c]);
      most = Math.max(most, scores[c]);
    }
    if (!names.isEmpty()) {
      decide(scores, at);
      if (!inside) {
        outside.add(row);
      } else if (exclusive && Math.abs(sum - 1) > SUM_TOLERANCE) {
        unsummed.add(row);
      }
    }
    if (Double.isNaN(first)) {
      first = scores[at];
      last = scores[at + classes - 1];
    }
    constant &= scores[at] == first && scores[at + classes - 1] == last;
  }

  /// The largest score, the first of equals, is the decision.
  private void decide(double[] scores, int at) {
    int largest = 0;
    for (int c = 1; c < names.size(); c++) {
      largest = scores[at + c] > scores[at + largest] ? c : largest;
    }
    if (decision < 0) {
      decision = largest;
    }
    sameDecision &= decision == largest;
  }

  long nonFinite() {
    return nonFinite.rows;
  }

  /// @throws InputRejected when there is no row with a finite score
  void requireSome() {
    if (rows > 0 && nonFinite.rows == rows) {
      throw new InputRejected(
          "MODEL-SCORES-NOT-FINITE",
          "The model gave no finite score for any of the "
              + Rounded.count(rows)
              + " rows (NaN or infinite).",
          "Check that the columns are bound as in training; otherwise the model is broken.");
    }
  }

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (nonFinite.rows > 0) {
      warnings.add(
          new Warning(
              "SCORES-NOT-FINITE",
              Rounded.count(nonFinite.rows)
                  + " of "
                  + Rounded.count(rows)
                  + " rows got a score that is no finite number, the first in row "
                  + Rounded.count(nonFinite.first)
                  + "; they are left out of the metrics.",
              "Look at those rows; the model may overflow or meet values it was not trained on."));
    }
    if (outside.rows > 0) {
      warnings.add(
          new Warning(
              "SCORES-NOT-PROBABILITIES",
              String.format(
                  Locale.ROOT,
                  "%,d of %,d rows have scores outside 0 to 1 (from %.4g to %.4g), the first in row"
                      + " %,d; they are kept as they are.",
                  outside.rows,
                  rows,
                  least,
                  most,
                  outside.first),
              "Say in a model description whether the output holds logits."));
    }
    if (unsummed.rows > 0) {
      warnings.add(
          new Warning(
              "SCORES-NOT-NORMALISED",
              Rounded.count(unsummed.rows)
                  + " of "
                  + Rounded.count(rows)
                  + " rows have probabilities that do not sum to 1, the first in row "
                  + Rounded.count(unsummed.first)
                  + ".",
              "Read calibration with care, or normalise the model's output."));
    }
    if (rows - nonFinite.rows >= CONSTANT_ROWS) {
      addSameness(warnings);
    }
    return warnings;
  }

  private void addSameness(List<Warning> warnings) {
    if (constant) {
      warnings.add(
          new Warning(
              "SCORES-CONSTANT",
              "The model gave the same answer for all " + Rounded.count(rows) + " rows.",
              "Check that the columns are bound as in training."));
    } else if (decision >= 0 && sameDecision) {
      warnings.add(
          new Warning(
              "SCORES-ONE-CLASS",
              "Class '"
                  + Visible.of(names.get(decision), 60)
                  + "' has the largest score in every one of the "
                  + Rounded.count(rows)
                  + " rows.",
              "Check that the columns are bound as in training, or decide by another threshold."));
    }
  }

  /// Rows of a kind.
  private static final class Count {
    private long rows;
    private long first;

    void add(long row) {
      if (rows++ == 0) {
        first = row;
      }
    }
  }
}

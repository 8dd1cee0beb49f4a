package dev.assay.check.behaviour;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.LabelSpec;
import dev.assay.predictions.Predictions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How scores of a text become a decision.
///
/// @param classes names of the classes, in the order of the scores
/// @param watched class whose score is followed: the positive one; -1 where none is named
/// @param threshold of the watched class where there are two classes; NaN = the largest score wins
public record Decisions(List<String> classes, int watched, double threshold) {

  private static final int LONGEST = 40;

  /// As the run decides.
  ///
  /// @param classes of the scores
  /// @return nothing for a regression or several labels a row, and where the positive class is none
  ///   of the scores'
  public static Optional<Decisions> of(
      Predictions predictions, List<String> classes, @Nullable LabelSpec label, double threshold) {
    return switch (predictions) {
      case Predictions.Binary binary -> {
        int positive = index(classes, List.of(binary.positive()));
        yield classes.size() != 2 || positive < 0
            ? Optional.empty()
            : Optional.of(new Decisions(List.copyOf(classes), positive, threshold));
      }
      case Predictions.Multiclass ignored -> {
        String watched =
            label == null || (label.positive() == null && label.favourable() == null)
                ? ""
                : label.positive() != null ? label.positive() : label.favourable();
        yield Optional.of(
            new Decisions(
                List.copyOf(classes),
                index(classes, List.of(String.valueOf(watched))),
                Double.NaN));
      }
      case Predictions.MultiLabel ignored -> Optional.empty();
      case Predictions.TokenTags ignored -> Optional.empty();
      case Predictions.Generated ignored -> Optional.empty();
      case Predictions.Forecasted ignored -> Optional.empty();
      case Predictions.Regression ignored -> Optional.empty();
    };
  }

  /// The class that is decided.
  ///
  /// @param scores one a class
  public int of(double[] scores) {
    if (!Double.isNaN(threshold)) {
      return scores[watched] >= threshold ? watched : 1 - watched;
    }
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }

  /// The class that has one of these names, -1 when none has.
  int index(List<String> names) {
    return index(classes, names);
  }

  private static int index(List<String> classes, List<String> names) {
    for (String name : names) {
      for (int c = 0; c < classes.size(); c++) {
        if (classes.get(c).strip().equalsIgnoreCase(name.strip())) {
          return c;
        }
      }
    }
    return -1;
  }

  /// A class as people read it.
  String name(int index) {
    return Visible.of(classes.get(index), LONGEST);
  }

  /// "toxic 0.912": a class and its score.
  String shown(int index, double[] scores) {
    return name(index) + " " + Rounded.number(scores[index]);
  }
}

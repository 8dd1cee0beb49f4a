package dev.assay.predictions;

import dev.assay.dataset.TagScheme;
import dev.assay.dataset.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Truth and answers, aligned: element `i` of every array belongs to dataset row `rowIndex()[i]`.
/// Rows that cannot be used (no label, a label outside the classes, a score that is no number) are
/// not in the arrays; they are counted and listed in [#excluded()]. Arrays are never modified after
/// construction.
public sealed interface Predictions {

  /// What was predicted.
  Task task();

  /// Dataset row (0-based) of each element, ascending.
  int[] rowIndex();

  /// Weight of each element, or null when every row counts once.
  double @Nullable [] weights();

  /// Rows left out, openly.
  List<Exclusion> excluded();

  /// Number of usable rows.
  default int size() {
    return rowIndex().length;
  }

  /// Why rows were left out.
  ///
  /// @param reason in words: "label 'maybe' is not one of the classes"
  /// @param count how many rows
  /// @param firstRows up to 20 of them, 1-based data rows as a user counts them
  record Exclusion(String reason, long count, List<Long> firstRows) {}

  /// Two classes.
  ///
  /// @param positive name of the positive class
  /// @param negative name of the negative class
  /// @param truth whether the row's label is the positive class
  /// @param score score of the positive class in [0, 1]; null when the model gives labels only
  /// @param modelPositive the model's own label output, null when it has none
  record Binary(
      int[] rowIndex,
      double @Nullable [] weights,
      List<Exclusion> excluded,
      String positive,
      String negative,
      boolean[] truth,
      double @Nullable [] score,
      boolean @Nullable [] modelPositive)
      implements Predictions {
    @Override
    public Task task() {
      return Task.BINARY_CLASSIFICATION;
    }
  }

  /// Three or more classes.
  ///
  /// @param classes class names, index = class code
  /// @param truth class code of the label
  /// @param predicted class code of the decision: arg max, lowest index wins a tie; the label
  ///   output where there are no scores
  /// @param probabilities [class][row], null when the model gives labels only
  /// @param ties rows whose largest probability is shared
  record Multiclass(
      int[] rowIndex,
      double @Nullable [] weights,
      List<Exclusion> excluded,
      List<String> classes,
      int[] truth,
      int[] predicted,
      double @Nullable [][] probabilities,
      long ties)
      implements Predictions {
    @Override
    public Task task() {
      return Task.MULTICLASS_CLASSIFICATION;
    }
  }

  /// Any number of several labels a row.
  ///
  /// @param labels names of the labels
  /// @param truth [label][row], whether the row has the label
  /// @param score [label][row], in [0, 1]
  /// @param thresholds [label]: a score of at least this gives the label
  record MultiLabel(
      int[] rowIndex,
      double @Nullable [] weights,
      List<Exclusion> excluded,
      List<String> labels,
      boolean[][] truth,
      double[][] score,
      double[] thresholds)
      implements Predictions {
    @Override
    public Task task() {
      return Task.MULTI_LABEL_CLASSIFICATION;
    }

    /// Whether the model gives a row the label.
    public boolean isDecided(int label, int element) {
      return score[label][element] >= thresholds[label];
    }

    /// One label against its absence.
    public Binary label(int label) {
      String name = labels.get(label);
      return new Binary(
          rowIndex, weights, excluded, name, "not " + name, truth[label], score[label], null);
    }
  }

  /// A tag for each word of a text.
  ///
  /// @param tags names of the tags
  /// @param scheme how they mark entities
  /// @param truth [row][word], place in `tags`
  /// @param predicted [row][word], place in `tags`: the most probable, the lowest of equals; -1 for
  ///   a word that the model did not read
  /// @param scores [row][word], the probability of the predicted tag; NaN for a word not read
  /// @param widened spans that began or ended inside a word, to which they were widened
  /// @param hiddenEntities [row], true entities that the tags of `truth` cannot show, because
  ///   another has their words; empty where there are none at all
  record TokenTags(
      int[] rowIndex,
      double @Nullable [] weights,
      List<Exclusion> excluded,
      List<String> tags,
      TagScheme scheme,
      int[][] truth,
      int[][] predicted,
      float[][] scores,
      long widened,
      List<List<HiddenEntity>> hiddenEntities)
      implements Predictions {

    /// A word that the model did not read.
    public static final int UNREAD = -1;

    @Override
    public Task task() {
      return Task.TOKEN_CLASSIFICATION;
    }

    /// True entities of a row that its tags cannot show.
    public List<HiddenEntity> hidden(int element) {
      return hiddenEntities.isEmpty() ? List.of() : hiddenEntities.get(element);
    }

    /// Whether every tag of a row is right, every word was read and no entity is hidden.
    public boolean isRight(int element) {
      return Arrays.equals(truth[element], predicted[element]) && hidden(element).isEmpty();
    }
  }

  /// What a model says of texts: how they go on, or what it makes of words that are hidden from it.
  /// Several quantities a row, each with what it is divided by.
  ///
  /// @param task what was asked: to go on with texts, or to see what is hidden
  /// @param quantities by metric: of a rate or mean the value over 1, of a perplexity the negative
  ///   log-likelihood over tokens or words
  /// @param truth the expected text of each row
  /// @param answer what the model chose or wrote; of a likelihood the mean log-probability of a
  ///   token
  /// @param score how good the answer is: mean log-probability of a token, probability of the
  ///   choice among the choices, or F1 of the words
  /// @param error how bad it is, larger is worse
  record Generated(
      Task task,
      int[] rowIndex,
      double @Nullable [] weights,
      List<Exclusion> excluded,
      SortedMap<String, Quantity> quantities,
      List<String> truth,
      List<String> answer,
      double[] score,
      double[] error)
      implements Predictions {
    private static final List<String> JUDGING =
        List.of("choice_accuracy", "exact_match", "accuracy_at_1");

    /// How texts go on.
    public Generated(
        int[] rowIndex,
        double @Nullable [] weights,
        List<Exclusion> excluded,
        SortedMap<String, Quantity> quantities,
        List<String> truth,
        List<String> answer,
        double[] score,
        double[] error) {
      this(
          Task.TEXT_GENERATION,
          rowIndex,
          weights,
          excluded,
          quantities,
          truth,
          answer,
          score,
          error);
    }

    /// Whether answers are right or wrong: choices are, and so are written texts that something was
    /// expected of; a likelihood is only higher or lower.
    public boolean isJudged() {
      return JUDGING.stream().anyMatch(quantities::containsKey);
    }

    /// Whether the answer of a row is the right choice, or the expected text as exact match
    /// compares them.
    public boolean isRight(int element) {
      return JUDGING.stream()
          .map(quantities::get)
          .filter(Objects::nonNull)
          .anyMatch(quantity -> quantity.amount()[element] == 1);
    }
  }

  /// A quantity of each row.
  ///
  /// @param amount [row]
  /// @param per [row], what it is divided by, ≥ 0
  record Quantity(double[] amount, double[] per) {}

  /// Several steps ahead of rows of series.
  ///
  /// @param forecasts all of them, by row of the dataset
  /// @param truth of each element that of the first step whose target is known
  /// @param predicted what was forecast of it
  record Forecasted(
      int[] rowIndex,
      List<Exclusion> excluded,
      Forecasts forecasts,
      double[] truth,
      double[] predicted)
      implements Predictions {
    @Override
    public Task task() {
      return Task.FORECASTING;
    }

    @Override
    public double @Nullable [] weights() {
      return null;
    }
  }

  /// Numbers.
  ///
  /// @param truth the true value
  /// @param predicted the model's value
  record Regression(
      int[] rowIndex,
      double @Nullable [] weights,
      List<Exclusion> excluded,
      double[] truth,
      double[] predicted)
      implements Predictions {
    @Override
    public Task task() {
      return Task.REGRESSION;
    }
  }
}

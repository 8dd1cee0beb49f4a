package dev.assay.slice;

import dev.assay.predictions.Predictions;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.predictions.Predictions.Forecasted;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.MultiLabel;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.slice.RowQuery.Part;
import dev.assay.slice.RowQuery.Rate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the rows behind a number: one pass over codes and answers.
///
/// @param predictions truth and answers
/// @param attributes groups, aligned with the predictions
/// @param threshold a score of at least this is decided positive
public record RowFinder(Predictions predictions, List<Attribute> attributes, double threshold) {

  /// Elements of the predictions that the query speaks of, ascending: positions in its arrays, not
  /// rows of the dataset. A slice of an attribute or value that these predictions do not have holds
  /// nothing.
  public int[] find(RowQuery query) {
    IntPredicate inSlices =
        query.slices().stream().map(this::in).reduce(i -> false, IntPredicate::or);
    IntPredicate wanted = part(query.part(), inSlices);
    return IntStream.range(0, predictions.size()).filter(inSlices.and(wanted)).toArray();
  }

  private IntPredicate in(SliceKey slice) {
    IntPredicate all = i -> true;
    for (Map.Entry<String, @Nullable String> condition : slice.conditions().entrySet()) {
      Attribute attribute =
          attributes.stream()
              .filter(a -> a.name().equals(condition.getKey()))
              .findFirst()
              .orElse(null);
      int code = attribute == null ? -1 : attribute.values().indexOf(condition.getValue());
      if (attribute == null || code < 0) {
        return i -> false;
      }
      int[] codes = attribute.codes();
      all = all.and(i -> codes[i] == code);
    }
    return all;
  }

  private IntPredicate part(Part part, IntPredicate inSlices) {
    return switch (part) {
      case Part.Any ignored -> i -> true;
      case Part.Wrong ignored -> wrong(inSlices);
      case Part.Decided d -> i -> truth(i).equals(d.truth()) && decision(i).equals(d.decision());
      case Part.Scored s ->
          i -> {
            double score = score(i);
            return score >= s.from() && (s.closed() ? score <= s.to() : score < s.to());
          };
      case Part.Between b -> {
        int[] rows = predictions.rowIndex();
        yield i -> rows[i] >= b.from() && rows[i] < b.to();
      }
      case Part.Listed l -> {
        int[] rows = predictions.rowIndex();
        Set<Long> wanted = Set.copyOf(l.rows());
        yield i -> wanted.contains(rows[i] + 1L);
      }
      case Part.Reaching r -> {
        double reached = thresholdReaching(r, inSlices);
        yield i -> score(i) >= reached;
      }
    };
  }

  private IntPredicate wrong(IntPredicate inSlices) {
    return switch (predictions) {
      case Binary ignored -> i -> !truth(i).equals(decision(i));
      case Multiclass m -> i -> m.truth()[i] != m.predicted()[i];
      case MultiLabel ignored -> i -> !right(i);
      case TokenTags t -> i -> !t.isRight(i);
      case Generated ignored -> worseHalf(inSlices);
      case Forecasted ignored -> worseHalf(inSlices);
      case Regression ignored -> worseHalf(inSlices);
    };
  }

  /// Errors of at least the median; none where nothing is wrong.
  private IntPredicate worseHalf(IntPredicate inSlices) {
    double[] errors =
        IntStream.range(0, predictions.size())
            .filter(inSlices)
            .mapToDouble(this::error)
            .sorted()
            .toArray();
    double median = errors.length == 0 ? 0 : errors[errors.length / 2];
    return i -> error(i) >= median && (predictions instanceof Regression || error(i) > 0);
  }

  /// The true class, or the true number, of an element.
  public String truth(int element) {
    return switch (predictions) {
      case Binary b -> b.truth()[element] ? b.positive() : b.negative();
      case Multiclass m -> m.classes().get(m.truth()[element]);
      case MultiLabel m -> labels(m, l -> m.truth()[l][element]);
      case TokenTags t -> tags(t, t.truth()[element]);
      case Generated g -> g.truth().get(element);
      case Forecasted f -> String.valueOf(f.truth()[element]);
      case Regression r -> String.valueOf(r.truth()[element]);
    };
  }

  /// The class, or the number, that was decided for an element.
  public String decision(int element) {
    return switch (predictions) {
      case Binary b -> decidedPositive(b, element) ? b.positive() : b.negative();
      case Multiclass m -> m.classes().get(m.predicted()[element]);
      case MultiLabel m -> labels(m, l -> m.isDecided(l, element));
      case TokenTags t -> tags(t, t.predicted()[element]);
      case Generated g -> g.answer().get(element);
      case Forecasted f -> String.valueOf(f.predicted()[element]);
      case Regression r -> String.valueOf(r.predicted()[element]);
    };
  }

  /// The score of the positive class, the largest probability of a class or label, the smallest
  /// probability of the tags of a text, or the predicted number; NaN where there is none.
  public double score(int element) {
    return switch (predictions) {
      case Binary b -> b.score() == null ? Double.NaN : b.score()[element];
      case Multiclass m ->
          m.probabilities() == null
              ? Double.NaN
              : m.probabilities()[m.predicted()[element]][element];
      case MultiLabel m ->
          Arrays.stream(m.score()).mapToDouble(scores -> scores[element]).max().orElse(Double.NaN);
      case TokenTags t -> leastCertain(t.scores()[element]);
      case Generated g -> g.score()[element];
      case Forecasted f -> f.predicted()[element];
      case Regression r -> r.predicted()[element];
    };
  }

  /// How far the answer is from the truth, larger is worse: 1 − the score of the true class; of
  /// labels 0 or 1; of several labels the mean over them; of tags the share of words that have
  /// another or were not read; of a regression the absolute error.
  public double error(int element) {
    return switch (predictions) {
      case Binary b ->
          b.score() == null
              ? truth(element).equals(decision(element)) ? 0 : 1
              : b.truth()[element] ? 1 - b.score()[element] : b.score()[element];
      case Multiclass m ->
          m.probabilities() == null
              ? m.truth()[element] == m.predicted()[element] ? 0 : 1
              : 1 - m.probabilities()[m.truth()[element]][element];
      case MultiLabel m ->
          IntStream.range(0, m.labels().size())
              .mapToDouble(l -> Math.abs((m.truth()[l][element] ? 1 : 0) - m.score()[l][element]))
              .average()
              .orElse(Double.NaN);
      case TokenTags t -> wrong(t.truth()[element], t.predicted()[element]);
      case Generated g -> g.error()[element];
      case Forecasted f -> Math.abs(f.predicted()[element] - f.truth()[element]);
      case Regression r -> Math.abs(r.predicted()[element] - r.truth()[element]);
    };
  }

  /// Whether rows are right or wrong at all: numbers and likelihoods are only nearer or farther.
  public boolean isJudged() {
    return switch (predictions) {
      case Regression ignored -> false;
      case Forecasted ignored -> false;
      case Generated g -> g.isJudged();
      case Binary ignored -> true;
      case Multiclass ignored -> true;
      case MultiLabel ignored -> true;
      case TokenTags ignored -> true;
    };
  }

  /// Whether the decision is the truth; only where [#isJudged()].
  public boolean right(int element) {
    return predictions instanceof Generated g
        ? g.isRight(element)
        : Objects.equals(truth(element), decision(element));
  }

  private static String labels(MultiLabel predictions, IntPredicate wanted) {
    String names =
        IntStream.range(0, predictions.labels().size())
            .filter(wanted)
            .mapToObj(predictions.labels()::get)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private static String tags(TokenTags predictions, int[] places) {
    return Arrays.stream(places)
        .mapToObj(p -> p == TokenTags.UNREAD ? "–" : predictions.tags().get(p))
        .collect(Collectors.joining(" "));
  }

  private static double leastCertain(float[] scores) {
    double least = Double.NaN;
    for (float score : scores) {
      least = Float.isNaN(score) || least <= score ? least : score;
    }
    return least;
  }

  private static double wrong(int[] truth, int[] predicted) {
    int wrong = 0;
    for (int w = 0; w < truth.length; w++) {
      wrong += truth[w] == predicted[w] ? 0 : 1;
    }
    return (double) wrong / truth.length;
  }

  private boolean decidedPositive(Binary b, int element) {
    double[] score = b.score();
    if (score != null) {
      return score[element] >= threshold;
    }
    boolean[] own = b.modelPositive();
    return own != null && own[element];
  }

  /// The highest threshold at which the rate is reached; below every score when it never is.
  private double thresholdReaching(Part.Reaching wanted, IntPredicate inSlices) {
    if (!(predictions instanceof Binary b) || b.score() == null) {
      return Double.NaN;
    }
    boolean ofPositives = wanted.rate() == Rate.RECALL;
    double[] scores =
        IntStream.range(0, b.size())
            .filter(inSlices)
            .filter(i -> b.truth()[i] == ofPositives)
            .mapToDouble(i -> b.score()[i])
            .toArray();
    Arrays.sort(scores);
    double share = Math.clamp(wanted.value(), 0, 1) * scores.length;
    int needed = (int) Math.ceil(share - 1e-9 * Math.max(1, scores.length));
    return needed <= 0 ? Double.POSITIVE_INFINITY : scores[Math.max(0, scores.length - needed)];
  }
}

package dev.assay.explain;

import dev.assay.inference.Attention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What each word of a text adds to the score of a class.
///
/// @param text the text
/// @param classes names of the model's classes
/// @param scores their scores for the whole text
/// @param explained index of the class that is explained
/// @param words the words in order; what lies between them was not taken out
/// @param left words at the end that were not looked at, because there are too many
/// @param attention share of the model's own attention on each of the words, summing to 1 over
///   them; empty where the graph gives none. What a model looks at is not what its answer rests on:
///   it stands beside the contributions, never for them (Jain and Wallace 2019)
public record TextExplanation(
    String text,
    List<String> classes,
    List<Double> scores,
    int explained,
    List<Word> words,
    int left,
    List<Double> attention) {

  /// A word.
  ///
  /// @param from where it begins in the text
  /// @param to where it ends
  /// @param contribution score of the whole text less the score of the text without the word: above
  ///   0 the word speaks for the class, below 0 against it
  public record Word(int from, int to, double contribution) {}

  /// The same with the model's own attention, token by token.
  public TextExplanation with(Attention own) {
    double[] shares = new double[words.size()];
    double all = 0;
    for (Attention.Piece piece : own.pieces()) {
      for (int w = 0; w < shares.length && piece.from() >= 0; w++) {
        Word word = words.get(w);
        int common = Math.min(word.to(), piece.to()) - Math.max(word.from(), piece.from());
        if (common > 0) {
          double share = piece.weight() * common / (piece.to() - piece.from());
          shares[w] += share;
          all += share;
        }
      }
    }
    List<Double> attended = new ArrayList<>();
    for (double share : shares) {
      attended.add(all > 0 ? share / all : 0);
    }
    return new TextExplanation(
        text, classes, scores, explained, words, left, all > 0 ? List.copyOf(attended) : List.of());
  }

  /// The class that is explained.
  public String explainedClass() {
    return classes.get(explained);
  }

  /// Its score for the whole text.
  public double score() {
    return scores.get(explained);
  }

  /// Whether taking any single word out leaves the score where it is, to the hundredth.
  public boolean restsOnNoSingleWord() {
    return largest() < 0.01;
  }

  /// A word as it stands in the text.
  public String word(Word word) {
    return text.substring(word.from(), word.to());
  }

  /// The words that matter most, in either direction.
  public List<Word> most(int count) {
    return words.stream()
        .sorted(Comparator.comparingDouble((Word w) -> -Math.abs(w.contribution())))
        .limit(count)
        .toList();
  }

  /// The largest contribution in either direction, 0 without words.
  public double largest() {
    return words.stream().mapToDouble(w -> Math.abs(w.contribution())).max().orElse(0);
  }
}

package dev.assay.inference.onnx;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.TextSink;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.model.OutputMeaning;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Decides the tag of each word from the logits of the token that begins it, and writes them row by
/// row. A word that two windows read has the answer of the window in which it stands farther from
/// the edges; of the earlier one where that is equal.
final class WordTags {

  private static final String UNREAD = "-";

  private final int classes;
  private final TextSink tags;
  private final TextSink scores;

  /// @param classes tags that the model knows
  WordTags(int classes, ColumnarWriter writer) {
    this.classes = classes;
    this.tags = writer.texts(ScoreColumns.TAGS, ColumnType.STRING);
    this.scores = writer.texts(ScoreColumns.TAG_SCORES, ColumnType.STRING);
  }

  /// What the words that begin in one text or window were answered, in the order of
  /// [Encoded#begins()].
  ///
  /// @param tags place of the most probable tag, the lowest of equals; -1 where a logit is no
  ///   finite number
  /// @param scores its probability
  record Found(int[] tags, double[] scores) {}

  /// @param logits [row of the call][token][tag]
  /// @param row the text's row of the call
  /// @param length tokens of every row of the call
  Found of(double[] logits, int row, int length, Encoded text) {
    int[] begins = Objects.requireNonNull(text.begins());
    Found found = new Found(new int[begins.length / 2], new double[begins.length / 2]);
    double[] probabilities = new double[classes];
    for (int i = 0; i < found.tags().length; i++) {
      int at = (row * length + begins[2 * i + 1]) * classes;
      Probabilities.of(
          OutputMeaning.LOGITS_OF_TOKENS,
          Arrays.copyOfRange(logits, at, at + classes),
          1,
          classes,
          probabilities);
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = probabilities[c] > probabilities[best] ? c : best;
      }
      boolean finite = Double.isFinite(probabilities[best]);
      found.tags()[i] = finite ? best : -1;
      found.scores()[i] = probabilities[best];
    }
    return found;
  }

  /// Writes a row.
  ///
  /// @param windows its text, or its windows
  /// @param found what each was answered
  /// @return mean probability of its tags, 1 where it has none; NaN where an answer is no finite
  ///   number
  double add(List<Encoded> windows, List<Found> found) {
    int words = 0;
    for (Encoded window : windows) {
      int[] begins = Objects.requireNonNull(window.begins());
      words = begins.length == 0 ? words : Math.max(words, begins[begins.length - 2] + 1);
    }
    int[] tag = new int[words];
    double[] score = new double[words];
    int[] context = new int[words];
    Arrays.fill(context, -1);
    for (int w = 0; w < windows.size(); w++) {
      int[] begins = Objects.requireNonNull(windows.get(w).begins());
      for (int i = 0; i < begins.length / 2; i++) {
        int word = begins[2 * i];
        int place = begins[2 * i + 1];
        int edge = Math.min(place, windows.get(w).length() - 1 - place);
        if (edge > context[word]) {
          context[word] = edge;
          tag[word] = found.get(w).tags()[i];
          score[word] = found.get(w).scores()[i];
        }
      }
    }
    return write(tag, score, context);
  }

  private double write(int[] tag, double[] score, int[] context) {
    StringBuilder names = new StringBuilder();
    StringBuilder numbers = new StringBuilder();
    double sum = 0;
    int read = 0;
    for (int word = 0; word < tag.length; word++) {
      String blank = word == 0 ? "" : " ";
      boolean unread = context[word] < 0;
      names.append(blank).append(unread ? UNREAD : String.valueOf(tag[word]));
      numbers.append(blank).append(unread ? UNREAD : String.valueOf((float) score[word]));
      sum += unread ? 0 : score[word];
      read += unread ? 0 : 1;
    }
    double mean = read == 0 ? 1 : sum / read;
    tags.add(Double.isFinite(mean) ? names.toString() : null);
    scores.add(Double.isFinite(mean) ? numbers.toString() : null);
    return mean;
  }
}

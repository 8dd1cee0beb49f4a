package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.inference.MaskedAnswers.Word;
import dev.assay.model.MaskedHead;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// What a masked language model says at one hidden token.
///
/// @param log natural logarithm of the token's probability; 0 where no token was asked about
/// @param rank one more than the words that are likelier; 0 where no token was asked about
/// @param top likeliest words
record MaskedWord(double log, int rank, List<Word> top) {

  /// @param logits of a batch
  /// @param at where the logits of the token begin
  /// @param width words of the vocabulary
  /// @param token id of the token; -1 for none
  /// @param most most likeliest words
  /// @throws InputRejected when the model gives no numbers
  static MaskedWord of(
      FloatBuffer logits, int at, int width, long token, int most, MaskedHead head) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int w = 0; w < width; w++) {
      double logit = logits.get(at + w);
      if (!Double.isFinite(logit)) {
        throw new InputRejected(
            "MASKED-LOGITS",
            "The model gives " + logit + " as the logit of word " + w + ", which is no number.",
            "Export the model again in a precision that holds its numbers.");
      }
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    int likelier = 0;
    for (int w = 0; w < width; w++) {
      sum += Math.exp(logits.get(at + w) - largest);
      likelier += token >= 0 && logits.get(at + w) > logits.get(at + (int) token) ? 1 : 0;
    }
    double whole = largest + Math.log(sum);
    List<Word> top =
        likeliest(logits, at, width, most).stream()
            .map(w -> word(w, logits.get(at + w), whole, head))
            .toList();
    return token < 0
        ? new MaskedWord(0, 0, top)
        : new MaskedWord(logits.get(at + (int) token) - whole, likelier + 1, top);
  }

  private static Word word(int id, double logit, double whole, MaskedHead head) {
    return new Word(head.words().getOrDefault(id, "#" + id), logit, Math.exp(logit - whole));
  }

  private static List<Integer> likeliest(FloatBuffer logits, int at, int width, int most) {
    Comparator<Integer> likelierFirst =
        Comparator.<Integer>comparingDouble(w -> -logits.get(at + w)).thenComparing(w -> w);
    PriorityQueue<Integer> kept = new PriorityQueue<>(likelierFirst.reversed());
    for (int w = 0; w < width && most > 0; w++) {
      kept.add(w);
      if (kept.size() > most) {
        kept.remove();
      }
    }
    return kept.stream().sorted(likelierFirst).toList();
  }
}

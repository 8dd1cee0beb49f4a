package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.InputRejected;
import dev.assay.inference.Continued;
import dev.assay.inference.Continued.Piece;
import dev.assay.inference.Continued.Word;
import dev.assay.inference.tokenize.TextTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// The tokens of one text with their probabilities and the part of the text that each adds.
final class CausalPieces {

  private static final String BROKEN = "\uFFFD";

  private final CausalSession session;
  private final TextTokenizer tokenizer;
  private final int top;
  private final int most;
  private final List<Piece> pieces = new ArrayList<>();
  private long[] read = new long[0];
  private String text = "";
  private int left;

  /// @param top most tokens told that could stand in the place of each
  /// @param most tokens that are told; those behind are counted
  CausalPieces(CausalSession session, TextTokenizer tokenizer, int top, int most) {
    this.session = session;
    this.tokenizer = tokenizer;
    this.top = top;
    this.most = most;
  }

  /// What was added; a character that no token completed is told with the last.
  Continued told(boolean ended) {
    if (!pieces.isEmpty()) {
      Piece last = pieces.removeLast();
      String rest = rest(tokenizer.decode(read));
      pieces.add(
          new Piece(
              last.text() + rest, last.id(), last.logProbability(), last.rank(), last.likeliest()));
    }
    return new Continued(List.copyOf(pieces), left, ended);
  }

  /// Adds what is scored of a window.
  void add(Continuation window, RunOptions options) throws OrtException {
    int first = window.ids().length - window.scored();
    if (pieces.size() >= most) {
      left += window.scored();
      return;
    }
    if (pieces.isEmpty()) {
      read = Arrays.copyOf(window.ids(), first);
      text = tokenizer.decode(read);
    }
    int length = window.length();
    long[] positions = new long[length];
    long[] mask = new long[length];
    Arrays.setAll(positions, i -> i);
    Arrays.fill(mask, 1);
    CausalSession.Tokens tokens =
        new CausalSession.Tokens(1, length, Arrays.copyOf(window.ids(), length), positions, mask);
    try (CausalSession.Step step = session.run(tokens, null, false, options)) {
      for (int i = first; i < window.ids().length; i++) {
        if (pieces.size() < most) {
          pieces.add(piece(step.logits(), i - 1, window.ids()[i]));
        } else {
          left++;
        }
      }
    }
  }

  private Piece piece(CausalSession.Logits logits, int before, long id) {
    int from = logits.at(0, before);
    int vocabulary = logits.vocabulary();
    logits.requireKnown(id);
    double log = logits.logProbability(0, before, (int) id);
    if (!Double.isFinite(log)) {
      throw new InputRejected(
          "CAUSAL-NOT-FINITE",
          "The model gives a token no probability that is a finite number.",
          "Export the model again in a precision that holds its numbers.");
    }
    float own = logits.values().get(from + (int) id);
    int rank = 1;
    for (int v = 0; v < vocabulary; v++) {
      rank += logits.values().get(from + v) > own ? 1 : 0;
    }
    int[] likeliest = likeliest(logits, from);
    double[] logs = logits.logProbabilities(0, before, likeliest);
    List<Word> words =
        IntStream.range(0, likeliest.length)
            .mapToObj(i -> new Word(alone(likeliest[i]), Math.exp(logs[i])))
            .toList();
    return new Piece(added(id), id, log, rank, words);
  }

  private int[] likeliest(CausalSession.Logits logits, int from) {
    Comparator<Integer> likelierFirst =
        Comparator.<Integer>comparingDouble(v -> -logits.values().get(from + v))
            .thenComparing(v -> v);
    PriorityQueue<Integer> kept = new PriorityQueue<>(likelierFirst.reversed());
    for (int v = 0; v < logits.vocabulary() && top > 0; v++) {
      kept.add(v);
      if (kept.size() > top) {
        kept.remove();
      }
    }
    return kept.stream().sorted(likelierFirst).mapToInt(Integer::intValue).toArray();
  }

  private String alone(int id) {
    String word = tokenizer.decode(new long[] {id});
    return word.isEmpty() ? "#" + id : word;
  }

  /// What a token adds to the text: tokenizers write blanks and parts of characters differently
  /// inside a text than alone.
  private String added(long id) {
    read = Arrays.copyOf(read, read.length + 1);
    read[read.length - 1] = id;
    String whole = tokenizer.decode(read);
    if (whole.endsWith(BROKEN)) {
      return "";
    }
    String rest = rest(whole);
    text = whole;
    return rest;
  }

  /// What a text has behind what is told already.
  private String rest(String whole) {
    int same = 0;
    while (same < Math.min(text.length(), whole.length())
        && text.charAt(same) == whole.charAt(same)) {
      same++;
    }
    return whole.substring(same);
  }
}

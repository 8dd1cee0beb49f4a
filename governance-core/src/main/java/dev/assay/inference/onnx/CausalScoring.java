package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Log-likelihoods of continuations: those of like length are read together, filled up on the
/// right, which no earlier token sees.
final class CausalScoring {

  private static final int MOST_TOKENS = 2_048;

  private final CausalSession session;
  private final long padId;
  private final RunOptions options;
  private final int budget;
  private long places;
  private int batches;

  /// @param vocabulary tokens that may come next, 0 when not known
  CausalScoring(CausalSession session, long padId, int vocabulary, RunOptions options) {
    this.session = session;
    this.padId = padId;
    this.options = options;
    this.budget = budget(vocabulary);
  }

  /// Tokens a call: no more than 128 MiB of logits.
  static int budget(int vocabulary) {
    return Math.max(1, Math.min(MOST_TOKENS, (1 << 25) / Math.max(1, vocabulary)));
  }

  /// Places of all calls, those that only fill texts up included.
  long places() {
    return places;
  }

  int batches() {
    return batches;
  }

  /// The log-likelihood of each continuation, in order.
  double[] of(List<Continuation> all) throws OrtException {
    int[] order =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> all.get(i).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sums = new double[all.size()];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && (to - from + 1) * all.get(order[to]).length() <= budget) {
        to++;
      }
      batch(all, order, from, to, sums);
      from = to;
    }
    return sums;
  }

  private void batch(List<Continuation> all, int[] order, int from, int to, double[] sums)
      throws OrtException {
    int rows = to - from;
    int length = all.get(order[to - 1]).length();
    long[] ids = new long[rows * length];
    long[] positions = new long[rows * length];
    long[] mask = new long[rows * length];
    for (int r = 0; r < rows; r++) {
      Continuation own = all.get(order[from + r]);
      for (int t = 0; t < length; t++) {
        int at = r * length + t;
        ids[at] = t < own.length() ? own.ids()[t] : padId;
        mask[at] = t < own.length() ? 1 : 0;
        positions[at] = t;
      }
    }
    places += (long) rows * length;
    batches++;
    CausalSession.Tokens tokens = new CausalSession.Tokens(rows, length, ids, positions, mask);
    try (CausalSession.Step step = session.run(tokens, null, false, options)) {
      for (int r = 0; r < rows; r++) {
        sums[order[from + r]] = sum(step.logits(), r, all.get(order[from + r]));
      }
    }
  }

  private static double sum(CausalSession.Logits logits, int row, Continuation own) {
    double sum = 0;
    for (int i = own.ids().length - own.scored(); i < own.ids().length; i++) {
      logits.requireKnown(own.ids()[i]);
      sum += logits.logProbability(row, i - 1, (int) own.ids()[i]);
    }
    return sum;
  }
}

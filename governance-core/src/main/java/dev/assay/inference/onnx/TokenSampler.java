package dev.assay.inference.onnx;

import dev.assay.inference.TextAsk.Decoding;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Chooses the next token of one text. Every text has its own sequence of random numbers (Steele,
/// Lea and Flood 2014, SplitMix64) that depends on the seed and its row only, so that an answer is
/// the same in any batch.
final class TokenSampler {

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final Decoding decoding;
  private long state;

  TokenSampler(Decoding decoding, long row) {
    this.decoding = decoding;
    this.state = mixed(decoding.seed()) ^ mixed(row * STEP + 1);
  }

  /// The token that comes next; of equally likely ones the first.
  int next(double[] logits) {
    return decoding.isSampled() ? drawn(logits) : largest(logits);
  }

  private static int largest(double[] logits) {
    int best = 0;
    for (int v = 1; v < logits.length; v++) {
      best = logits[v] > logits[best] ? v : best;
    }
    return best;
  }

  /// Temperature, then the k most likely, then the most likely that have the probability p.
  private int drawn(double[] logits) {
    int[] order =
        IntStream.range(0, logits.length)
            .boxed()
            .sorted((a, b) -> Double.compare(logits[b], logits[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int kept = decoding.topK() > 0 ? Math.min(decoding.topK(), order.length) : order.length;
    double[] weights = new double[kept];
    for (int i = 0; i < kept; i++) {
      weights[i] = Math.exp((logits[order[i]] - logits[order[0]]) / decoding.temperature());
    }
    double total = Arrays.stream(weights).sum();
    double wanted = decoding.topP() * total;
    double sum = 0;
    int last = 0;
    while (last < kept && (last == 0 || sum < wanted)) {
      sum += weights[last++];
    }
    double place = uniform() * sum;
    for (int i = 0; i < last; i++) {
      place -= weights[i];
      if (place < 0) {
        return order[i];
      }
    }
    return order[last - 1];
  }

  /// At least 0 and below 1.
  private double uniform() {
    state += STEP;
    return (mixed(state) >>> 11) * 0x1.0p-53;
  }

  private static long mixed(long number) {
    long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

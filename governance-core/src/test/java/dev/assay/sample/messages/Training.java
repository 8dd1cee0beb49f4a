package dev.assay.sample.messages;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Teaches an encoder by Adam on cross entropy, in batches drawn by a seed.
final class Training {

  private static final int BATCH = 16;
  private static final double RATE = 0.002;
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;

  private final Encoder encoder;
  private final Map<Matrix, double[][]> moments = new IdentityHashMap<>();
  private double firstLeft = 1;
  private double secondLeft = 1;

  private Training(Encoder encoder) {
    this.encoder = encoder;
  }

  /// The trained encoder, its weights rounded to what the file keeps.
  static Encoder train(List<int[]> texts, boolean[] urgent, int vocabulary, int rounds, long seed) {
    Training training = new Training(new Encoder(vocabulary, seed));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < urgent.length; i++) {
      order.add(i);
    }
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int round = 0; round < rounds; round++) {
      for (int i = order.size() - 1; i > 0; i--) {
        java.util.Collections.swap(order, i, random.nextInt(i + 1));
      }
      for (int from = 0; from < order.size(); from += BATCH) {
        List<Integer> batch = order.subList(from, Math.min(order.size(), from + BATCH));
        for (int row : batch) {
          loss(training.encoder, texts.get(row), urgent[row]);
        }
        training.step(batch.size());
      }
    }
    training.encoder.round();
    return training.encoder;
  }

  /// Cross entropy of one text; adds its slopes to the encoder's.
  static double loss(Encoder encoder, int[] text, boolean urgent) {
    Tape tape = new Tape();
    Matrix answers = encoder.answers(tape, text);
    double share = urgency(answers);
    answers.slope[1] = share - (urgent ? 1 : 0);
    answers.slope[0] = -answers.slope[1];
    tape.backward();
    return -StrictMath.log(urgent ? share : 1 - share);
  }

  /// Probability that the answers give to "urgent".
  static double urgency(Matrix answers) {
    return 1 / (1 + StrictMath.exp(answers.value[0] - answers.value[1]));
  }

  private void step(int texts) {
    firstLeft *= FIRST;
    secondLeft *= SECOND;
    for (Matrix m : encoder.weights().values()) {
      double[][] kept = moments.computeIfAbsent(m, k -> new double[2][k.value.length]);
      for (int i = 0; i < m.value.length; i++) {
        double slope = m.slope[i] / texts;
        kept[0][i] = FIRST * kept[0][i] + (1 - FIRST) * slope;
        kept[1][i] = SECOND * kept[1][i] + (1 - SECOND) * slope * slope;
        double mean = kept[0][i] / (1 - firstLeft);
        double size = Math.sqrt(kept[1][i] / (1 - secondLeft));
        m.value[i] -= RATE * mean / (size + 1e-8);
        m.slope[i] = 0;
      }
    }
  }
}

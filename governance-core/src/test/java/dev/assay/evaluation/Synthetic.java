package dev.assay.evaluation;

import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Made-up predictions of any size, the same for the same seed.
final class Synthetic {

  private Synthetic() {}

  /// Scores that are nearly calibrated, labels drawn from them.
  static Predictions.Binary binary(int rows, long seed) {
    Random random = new Random(seed);
    boolean[] truth = new boolean[rows];
    double[] score = new double[rows];
    for (int i = 0; i < rows; i++) {
      double p = 1 / (1 + Math.exp(-(random.nextGaussian() * 1.5 - 0.7)));
      score[i] = (float) p;
      truth[i] = random.nextDouble() < p;
    }
    return new Predictions.Binary(
        IntStream.range(0, rows).toArray(), null, List.of(), "1", "0", truth, score, null);
  }

  /// Attributes of random groups of these sizes.
  static List<Attribute> attributes(int rows, long seed, int... sizes) {
    Random random = new Random(seed);
    List<Attribute> attributes = new ArrayList<>();
    for (int a = 0; a < sizes.length; a++) {
      int size = sizes[a];
      int[] codes = new int[rows];
      for (int i = 0; i < rows; i++) {
        codes[i] = i < size ? i : (int) (size * random.nextDouble() * random.nextDouble());
      }
      attributes.add(
          new Attribute(
              "attribute" + a,
              codes,
              IntStream.range(0, size).mapToObj(g -> "group" + g).toList(),
              0,
              Attribute.ReferenceOrigin.LARGEST,
              "by value"));
    }
    return attributes;
  }

  static EvaluationInput input(
      Predictions predictions, List<Attribute> attributes, int depth, int draws, int threads) {
    return new EvaluationInput(predictions, attributes, "1", 0.5, depth, 0.95, draws, 7, threads);
  }
}

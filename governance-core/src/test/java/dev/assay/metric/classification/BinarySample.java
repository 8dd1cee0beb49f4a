package dev.assay.metric.classification;

import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.Intersections;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Random data: scores of so many different values, two attributes and their intersection.
final class BinarySample {
  private final Binary binary;
  private final List<Slicing> slicings;

  BinarySample(int rows, boolean weighted, int values, long seed) {
    Random random = new Random(seed);
    boolean[] truth = new boolean[rows];
    double[] score = new double[rows];
    double[] weights = new double[rows];
    int[][] codes = new int[2][rows];
    for (int i = 0; i < rows; i++) {
      score[i] = random.nextInt(values + 1) / (double) values;
      truth[i] = random.nextDouble() < 0.2 + 0.6 * score[i];
      weights[i] = 0.1 + 3 * random.nextDouble();
      codes[0][i] = random.nextInt(4);
      codes[1][i] = (int) Math.abs(random.nextGaussian() * 2) % 5;
    }
    binary =
        new Binary(
            IntStream.range(0, rows).toArray(),
            weighted ? weights : null,
            List.of(),
            "1",
            "0",
            truth,
            score,
            null);
    List<Attribute> attributes =
        List.of(attribute("first", codes[0], 4), attribute("second", codes[1], 5));
    slicings = new ArrayList<>(attributes.stream().map(Slicing::of).toList());
    slicings.addAll(Intersections.of(attributes, 2).slicings());
  }

  private static Attribute attribute(String name, int[] codes, int values) {
    return new Attribute(
        name,
        codes,
        IntStream.range(0, values).mapToObj(v -> "v" + v).toList(),
        0,
        Attribute.ReferenceOrigin.LARGEST,
        "by value");
  }

  Binary binary() {
    return binary;
  }

  List<Slicing> slicings() {
    return slicings;
  }

  Binary weighted(double[] weights) {
    return new Binary(
        binary.rowIndex(), weights, List.of(), "1", "0", binary.truth(), binary.score(), null);
  }

  Binary binary(int[] rows) {
    boolean[] truth = new boolean[rows.length];
    double[] score = new double[rows.length];
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      truth[i] = binary.truth()[rows[i]];
      score[i] = binary.score()[rows[i]];
      weights[i] = binary.weights() == null ? 1 : binary.weights()[rows[i]];
    }
    return new Binary(
        IntStream.range(0, rows.length).toArray(),
        binary.weights() == null ? null : weights,
        List.of(),
        "1",
        "0",
        truth,
        score,
        null);
  }
}

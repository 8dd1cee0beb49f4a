package dev.assay.compare;

import dev.assay.common.Digest;
import dev.assay.dataset.TagScheme;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationInput;
import dev.assay.evaluation.Evaluator;
import dev.assay.evaluation.Facts;
import dev.assay.predictions.Predictions;
import dev.assay.predictions.TagNames;
import dev.assay.provenance.Provenance;
import dev.assay.slice.Attribute;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Made-up runs, the same for the same seed.
final class Runs {

  private Runs() {}

  static ComparedRun of(
      String model,
      String data,
      Predictions predictions,
      List<Attribute> groups,
      double threshold) {
    Facts facts =
        Evaluator.evaluate(
            new EvaluationInput(predictions, groups, null, threshold, 2, 0.95, 200, 7, 2),
            Progress.NONE,
            new Cancellation());
    Provenance provenance =
        new Provenance(
            model,
            digest(model),
            data,
            digest(data),
            predictions.size(),
            null,
            new TreeMap<>(),
            new TreeMap<>(),
            "full",
            7,
            Instant.EPOCH,
            Instant.EPOCH,
            "tester",
            List.of("evaluate"));
    boolean binary = predictions instanceof Predictions.Binary;
    return new ComparedRun(
        new Evaluation(
            provenance,
            predictions.task(),
            binary ? "1" : null,
            binary ? "1" : null,
            binary ? threshold : null,
            classes(predictions),
            0.95,
            facts.attributes(),
            facts.metrics(),
            facts.disparities(),
            facts.curves(),
            List.of(),
            List.of(),
            facts.warnings()),
        predictions,
        groups);
  }

  private static List<String> classes(Predictions predictions) {
    return switch (predictions) {
      case Predictions.Binary ignored -> List.of("0", "1");
      case Predictions.Multiclass several -> several.classes();
      case Predictions.MultiLabel several -> several.labels();
      case Predictions.TokenTags several -> TagNames.of(several.tags()).types();
      case Predictions.Generated ignored -> List.of();
      case Predictions.Forecasted ignored -> List.of();
      case Predictions.Regression ignored -> List.of();
    };
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Scores that see the truth through this much noise; the labels depend on the seed only.
  static Predictions.Binary binary(int rows, long seed, double noise, long noiseSeed) {
    Random random = new Random(seed);
    Random blur = new Random(noiseSeed);
    boolean[] truth = new boolean[rows];
    double[] score = new double[rows];
    for (int i = 0; i < rows; i++) {
      double latent = random.nextGaussian();
      truth[i] = latent + 0.3 * random.nextGaussian() > 0.4;
      score[i] = 1 / (1 + Math.exp(-1.5 * (latent - 0.4 + noise * blur.nextGaussian())));
    }
    return new Predictions.Binary(indexes(rows), null, List.of(), "1", "0", truth, score, null);
  }

  /// Classes; the decision is right with this probability.
  static Predictions.Multiclass multiclass(int rows, long seed, double right, long noiseSeed) {
    Random random = new Random(seed);
    Random blur = new Random(noiseSeed);
    int[] truth = new int[rows];
    int[] predicted = new int[rows];
    double[][] p = new double[3][rows];
    for (int i = 0; i < rows; i++) {
      truth[i] = random.nextInt(3);
      predicted[i] = blur.nextDouble() < right ? truth[i] : blur.nextInt(3);
      for (int c = 0; c < 3; c++) {
        p[c][i] = c == predicted[i] ? 0.6 : 0.2;
      }
    }
    return new Predictions.Multiclass(
        indexes(rows), null, List.of(), List.of("a", "b", "c"), truth, predicted, p, 0);
  }

  /// Three labels; each is decided by a score that sees the truth through this much noise.
  static Predictions.MultiLabel multiLabel(int rows, long seed, double noise, long noiseSeed) {
    List<String> labels = List.of("a", "b", "c");
    boolean[][] truth = new boolean[3][];
    double[][] score = new double[3][];
    for (int label = 0; label < 3; label++) {
      Predictions.Binary one = binary(rows, seed + label, noise, noiseSeed + 10 * label);
      truth[label] = one.truth();
      score[label] = one.score();
    }
    return new Predictions.MultiLabel(
        indexes(rows), null, List.of(), labels, truth, score, new double[] {0.5, 0.4, 0.6});
  }

  static Predictions.Regression regression(int rows, long seed, double noise, long noiseSeed) {
    Random random = new Random(seed);
    Random blur = new Random(noiseSeed);
    double[] truth = new double[rows];
    double[] predicted = new double[rows];
    for (int i = 0; i < rows; i++) {
      truth[i] = 10 + 3 * random.nextGaussian();
      predicted[i] = truth[i] + noise * blur.nextGaussian();
    }
    return new Predictions.Regression(indexes(rows), null, List.of(), truth, predicted);
  }

  /// Tags of words of these many texts; each is right with this probability.
  static Predictions.TokenTags tags(int rows, long seed, double right, long noiseSeed) {
    List<String> tags = List.of("O", "B-A", "I-A", "B-B", "I-B");
    Random random = new Random(seed);
    Random blur = new Random(noiseSeed);
    int[][] truth = new int[rows][];
    int[][] given = new int[rows][];
    for (int i = 0; i < rows; i++) {
      truth[i] = random.ints(3 + random.nextInt(8), 0, tags.size()).toArray();
      given[i] =
          IntStream.of(truth[i])
              .map(tag -> blur.nextDouble() < right ? tag : blur.nextInt(tags.size()))
              .toArray();
    }
    return new Predictions.TokenTags(
        indexes(rows),
        null,
        List.of(),
        tags,
        TagScheme.BIO,
        truth,
        given,
        new float[rows][],
        0,
        List.of());
  }

  /// Answers that are right with this probability, and how likely the expected ones are.
  ///
  /// @param tokens most tokens of a text; a model that cuts into others has another number
  static Predictions.Generated generated(int rows, double right, long noiseSeed, int tokens) {
    Random blur = new Random(noiseSeed);
    double[] exact = new double[rows];
    double[] share = new double[rows];
    double[] loss = new double[rows];
    double[] per = new double[rows];
    double[] words = new double[rows];
    double[] once = new double[rows];
    List<String> truth = new ArrayList<>();
    List<String> answer = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      boolean good = blur.nextDouble() < right;
      exact[i] = good ? 1 : 0;
      share[i] = good ? 1 : blur.nextInt(3) / 4.0;
      per[i] = 1 + i % tokens;
      words[i] = 1 + i % 5;
      loss[i] = per[i] * (2 - right + 0.3 * blur.nextGaussian());
      once[i] = 1;
      truth.add("text " + i);
      answer.add(good ? "text " + i : "other " + blur.nextInt(3));
    }
    TreeMap<String, Predictions.Quantity> quantities = new TreeMap<>();
    quantities.put("exact_match", new Predictions.Quantity(exact, once));
    quantities.put("answer_f1", new Predictions.Quantity(share, once));
    quantities.put("token_perplexity", new Predictions.Quantity(loss, per));
    quantities.put("word_perplexity", new Predictions.Quantity(loss, words));
    return new Predictions.Generated(
        indexes(rows), null, List.of(), quantities, truth, answer, share, loss);
  }

  /// Attributes of random groups of these sizes.
  static List<Attribute> groups(int rows, int... sizes) {
    Random random = new Random(99);
    List<Attribute> all = new ArrayList<>();
    for (int size : sizes) {
      int[] codes = new int[rows];
      for (int i = 0; i < rows; i++) {
        codes[i] = i < size ? i : random.nextInt(size);
      }
      all.add(
          new Attribute(
              "attribute" + all.size(),
              codes,
              IntStream.range(0, size).mapToObj(g -> "group" + g).toList(),
              0,
              Attribute.ReferenceOrigin.LARGEST,
              "by value"));
    }
    return all;
  }

  static RunComparison compare(ComparedRun first, ComparedRun second) {
    return RunComparer.compare(first, second, 7, 2, Progress.NONE, new Cancellation());
  }

  private static int[] indexes(int rows) {
    return IntStream.range(0, rows).toArray();
  }
}

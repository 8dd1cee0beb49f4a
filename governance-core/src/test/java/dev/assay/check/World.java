package dev.assay.check;

import dev.assay.check.MemoryDataset.Builder;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attributes;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Made-up people without any fault: numbers of several shapes, categories, two sensitive
/// attributes that nothing depends on, and a label that follows from the features with honest
/// uncertainty. Tests plant one fault at a time.
final class World {

  static final List<String> CLASSES = List.of("no", "yes");

  final int rows;
  final Map<String, double[]> numbers = new LinkedHashMap<>();
  final Map<String, String[]> texts = new LinkedHashMap<>();
  final String[] label;
  final double[] probability;

  /// @param clarity slope of the label's logit: 1.3 gives an AUC of about 0.8, 9 about 0.98
  World(int rows, long seed, double clarity) {
    this.rows = rows;
    Random random = new Random(seed);
    this.label = new String[rows];
    this.probability = new double[rows];
    double[] age = numbers("age");
    double[] income = numbers("income");
    double[] months = numbers("months");
    double[] ratio = numbers("ratio");
    double[] flat = numbers("flat");
    String[] purpose = texts("purpose");
    String[] housing = texts("housing");
    String[] gender = texts("gender");
    String[] region = texts("region");
    for (int i = 0; i < rows; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double c = -Math.log(1 - random.nextDouble());
      age[i] = Math.rint(42 + 12 * a);
      income[i] = Math.exp(10 + 0.7 * b);
      months[i] = Math.floor(24 * c);
      ratio[i] = 0.3 + 0.1 * random.nextGaussian();
      flat[i] = random.nextDouble();
      purpose[i] = pick(random, "car", "house", "school", "travel", "none");
      housing[i] = pick(random, "rent", "own", "family");
      gender[i] = pick(random, "female", "male");
      region[i] = pick(random, "north", "east", "south", "west");
      double logit =
          clarity * (0.6 * b + 0.4 * a + 0.4 * (c - 1) + (housing[i].equals("own") ? 0.4 : -0.2));
      probability[i] = 1 / (1 + Math.exp(-logit));
      label[i] = random.nextDouble() < probability[i] ? "yes" : "no";
    }
  }

  private double[] numbers(String name) {
    return numbers.computeIfAbsent(name, n -> new double[rows]);
  }

  private String[] texts(String name) {
    return texts.computeIfAbsent(name, n -> new String[rows]);
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  Dataset dataset() {
    Builder builder = MemoryDataset.builder();
    builder.integers("id", ColumnRole.ID, IntStream.range(0, rows).asLongStream().toArray());
    numbers.forEach(
        (name, values) -> {
          boolean whole = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
          if (whole) {
            builder.integers(
                name, ColumnRole.FEATURE, Arrays.stream(values).mapToLong(v -> (long) v).toArray());
          } else {
            builder.numbers(name, ColumnRole.FEATURE, values);
          }
        });
    texts.forEach(
        (name, values) ->
            builder.texts(
                name,
                name.equals("gender") || name.equals("region")
                    ? ColumnRole.SENSITIVE
                    : ColumnRole.FEATURE,
                values));
    return builder.label("label", "yes", CLASSES, label).build();
  }

  Predictions.Binary predictions() {
    boolean[] truth = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      truth[i] = label[i].equals("yes");
    }
    return new Predictions.Binary(
        IntStream.range(0, rows).toArray(), null, List.of(), "yes", "no", truth, probability, null);
  }

  static CheckInput input(World data, World reference, World later, long seed) {
    Dataset dataset = data.dataset();
    return new CheckInput(
        dataset,
        reference == null ? null : reference.dataset(),
        later == null ? null : later.dataset(),
        data.predictions(),
        null,
        Attributes.of(
            dataset, IntStream.range(0, data.rows).toArray(), List.of("gender", "region")),
        0.5,
        0.95,
        seed,
        2);
  }

  static CheckResult run(String check, CheckInput input) {
    return Checks.run(Checks.select(List.of(check)), input, Progress.NONE, new Cancellation())
        .getFirst();
  }

  static List<CheckResult> runAll(CheckInput input) {
    return new ArrayList<>(Checks.run(Checks.all(), input, Progress.NONE, new Cancellation()));
  }
}

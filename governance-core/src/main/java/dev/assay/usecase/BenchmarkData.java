package dev.assay.usecase;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.IntegerSink;
import dev.assay.dataset.NumberSink;
import dev.assay.dataset.TextSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/// Generated people, labels and scores to measure with: four attributes of 2, 5, 8 and 3 groups,
/// whose pairs make 111 more; scores in six decimals that push one intersection down. Seeded.
final class BenchmarkData {

  static final String LABEL = "y_true";
  static final String SCORE = "y_score";
  static final List<String> ATTRIBUTES = List.of("sex", "ethnicity", "age_band", "plan");

  private static final int[] LEVELS = {2, 5, 8, 3};
  private static final double ATTRIBUTE_DECAY = 0.75;
  private static final int CATEGORIES = 9;
  private static final double CATEGORY_DECAY = 0.9;
  private static final double DECIMALS = 1e6;

  private final UniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian normal;

  private BenchmarkData(long seed) {
    this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    this.normal = ZigguratSampler.NormalizedGaussian.of(random);
  }

  /// Writes the columns into an empty folder.
  static void write(Path folder, int rows, long seed) {
    new BenchmarkData(seed).generate(folder, rows);
  }

  private void generate(Path folder, int rows) {
    ColumnarWriter writer = ColumnarWriter.into(folder, ATTRIBUTES.size() + 2);
    IntegerSink label = writer.integers(LABEL, ColumnType.INTEGER);
    NumberSink score = writer.numbers(SCORE);
    List<TextSink> attributes = new ArrayList<>();
    double[][] shares = new double[LEVELS.length][];
    String[][] names = new String[LEVELS.length][];
    for (int a = 0; a < LEVELS.length; a++) {
      attributes.add(writer.texts(ATTRIBUTES.get(a), ColumnType.CATEGORY));
      shares[a] = cumulative(LEVELS[a], ATTRIBUTE_DECAY);
      names[a] = names(ATTRIBUTES.get(a).charAt(0), LEVELS[a]);
    }
    double[] categories = cumulative(CATEGORIES, CATEGORY_DECAY);
    int[] group = new int[LEVELS.length];
    for (int row = 0; row < rows; row++) {
      for (int a = 0; a < group.length; a++) {
        group[a] = draw(shares[a]);
        attributes.get(a).add(names[a][group[a]]);
      }
      double latent = latent(draw(categories), group[2] > 5);
      label.add(random.nextDouble() < logistic(latent) ? 1 : 0);
      double bias = group[0] == 1 && group[1] == 3 ? -1.2 : 0;
      double p = logistic(1.1 * latent + bias + 0.35 * normal.sample());
      score.add(Math.rint(p * DECIMALS) / DECIMALS);
    }
    writer.finish();
  }

  private double latent(int category, boolean older) {
    double product = normal.sample() * normal.sample();
    return 0.9 * normal.sample()
        - 0.7 * normal.sample()
        + 0.5 * product
        + 0.2 * Math.exp(normal.sample())
        + 0.05 * Math.rint(10 * normal.sample())
        + 0.3 * Math.sin(category)
        - 0.6
        + (older ? 0.15 : 0);
  }

  private int draw(double[] cumulative) {
    double u = random.nextDouble();
    int level = 0;
    while (level < cumulative.length - 1 && u >= cumulative[level]) {
      level++;
    }
    return level;
  }

  private static double[] cumulative(int levels, double decay) {
    double[] cumulative = new double[levels];
    double sum = 0;
    for (int level = 0; level < levels; level++) {
      sum += Math.pow(decay, level);
      cumulative[level] = sum;
    }
    for (int level = 0; level < levels; level++) {
      cumulative[level] /= sum;
    }
    return cumulative;
  }

  private static String[] names(char prefix, int levels) {
    String[] names = new String[levels];
    for (int level = 0; level < levels; level++) {
      names[level] = "" + prefix + level;
    }
    return names;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}

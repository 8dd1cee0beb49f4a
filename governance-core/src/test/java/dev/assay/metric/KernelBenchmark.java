package dev.assay.metric;

import dev.assay.metric.classification.BinaryKernel;
import dev.assay.metric.classification.BinaryMetrics;
import dev.assay.metric.classification.ScoreOrder;
import dev.assay.metric.interval.BinaryIntervals;
import dev.assay.metric.interval.IntervalSettings;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.Intersections;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The metrics of everyone, four attributes and their six pairs (130 groups), and their parts: `mvn
/// -Pbench -pl governance-core test`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class KernelBenchmark {

  private static final int[] LEVELS = {2, 5, 8, 3};

  /// Rows.
  @Param({"1000000", "10000000"})
  public int rows;

  /// What scores look like: six decimals, single or double precision.
  @Param({"decimals", "floats", "doubles"})
  public String scores;

  /// Whether rows are weighted.
  @Param({"false"})
  public boolean weighted;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private Binary predictions;
  private List<Attribute> attributes;
  private List<Slicing> slicings;
  private BinaryKernel kernel;
  private BinaryStatistics whole;

  /// Makes the data.
  @Setup(Level.Trial)
  public void generate() {
    SplittableRandom random = new SplittableRandom(7);
    boolean[] truth = new boolean[rows];
    double[] score = new double[rows];
    double[] weights = weighted ? new double[rows] : null;
    int[][] codes = new int[LEVELS.length][rows];
    for (int i = 0; i < rows; i++) {
      double z = 1.3 * random.nextGaussian() - 0.2;
      truth[i] = random.nextDouble() < logistic(z);
      double p = logistic(1.1 * z + 0.35 * random.nextGaussian());
      score[i] =
          switch (scores) {
            case "decimals" -> Math.rint(p * 1e6) / 1e6;
            case "floats" -> (float) p;
            default -> p;
          };
      if (weights != null) {
        weights[i] = 0.1 + random.nextDouble();
      }
      for (int a = 0; a < LEVELS.length; a++) {
        codes[a][i] = (int) (LEVELS[a] * Math.pow(random.nextDouble(), 1.5));
      }
    }
    predictions =
        new Binary(
            IntStream.range(0, rows).toArray(), weights, List.of(), "1", "0", truth, score, null);
    attributes = new ArrayList<>();
    for (int a = 0; a < LEVELS.length; a++) {
      attributes.add(
          new Attribute(
              "attribute " + a,
              codes[a],
              IntStream.range(0, LEVELS[a]).mapToObj(v -> "v" + v).toList(),
              0,
              Attribute.ReferenceOrigin.LARGEST,
              "by value"));
    }
    slicings = cross();
    kernel = BinaryKernel.of(predictions, 0.5, threads);
    whole = kernel.whole();
  }

  /// From codes and scores to all metrics of 130 groups.
  @Benchmark
  public List<List<dev.assay.metric.Measurement>> all() {
    BinaryKernel.Result result = BinaryKernel.of(predictions, 0.5, threads).wholeAnd(cross());
    List<BinaryStatistics> groups = new ArrayList<>(List.of(result.whole()));
    result.slices().forEach(groups::addAll);
    return groups.stream().map(BinaryMetrics::of).toList();
  }

  /// Pairs of attributes.
  @Benchmark
  public List<Slicing> cross() {
    List<Slicing> all = new ArrayList<>(attributes.stream().map(Slicing::of).toList());
    all.addAll(Intersections.of(attributes, 2, threads).slicings());
    return all;
  }

  /// Rows in score order.
  @Benchmark
  public int[] sort() {
    return ScoreOrder.of(predictions.score(), threads);
  }

  /// Statistics of 130 groups from sorted rows.
  @Benchmark
  public BinaryKernel.Result accumulate() {
    return kernel.wholeAnd(slicings);
  }

  /// Intervals of every metric of one group; does not depend on the rows.
  @Benchmark
  public List<dev.assay.metric.Measurement> intervals() {
    return BinaryIntervals.addTo(
        BinaryMetrics.of(whole), whole, new IntervalSettings(0.95, 2_000, 7));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}

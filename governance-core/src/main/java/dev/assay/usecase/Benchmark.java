package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Measurement;
import dev.assay.metric.classification.BinaryKernel;
import dev.assay.metric.classification.BinaryMetrics;
import dev.assay.metric.interval.BinaryIntervals;
import dev.assay.metric.interval.IntervalSettings;
import dev.assay.metric.interval.Seeds;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.Attributes;
import dev.assay.slice.Intersections;
import dev.assay.slice.Slicing;
import dev.assay.work.Blocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Measures this machine.
public final class Benchmark {

  private static final int MOST_ROWS = 200_000_000;
  private static final int WARM_UPS = 2;
  private static final double THRESHOLD = 0.5;
  private static final double NANOS = 1e9;

  /// Times the metrics of everyone and of 129 groups on generated data: four attributes and their
  /// six pairs.
  ///
  /// Loading is reading the columns from this machine's disk. Computing is everything from columns
  /// in memory to finished metrics: grouping, crossing, sorting, all groups, every metric of the
  /// catalogue for binary classifiers. Intervals are timed by themselves.
  ///
  /// @param repeats timed repeats; the median is reported
  /// @throws UsageError for numbers that cannot be measured with
  public BenchmarkResult evaluate(int rows, int repeats, long seed) {
    if (rows < 1 || rows > MOST_ROWS || repeats < 1) {
      throw new UsageError(
          "BENCH-SIZE",
          "A benchmark of " + rows + " rows and " + repeats + " repeats cannot be run.",
          "Give 1 to " + MOST_ROWS + " rows and at least one repeat.");
    }
    int threads = Runtime.getRuntime().availableProcessors();
    Stopwatch watch = new Stopwatch();
    try (Scratch scratch = Scratch.create()) {
      Path folder = scratch.folder("benchmark");
      watch.time("generate", () -> write(folder, rows, seed));
      Table table = watch.time("load", () -> Table.read(folder));
      for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
        System.gc();
        watch.time(warmUp == 0 ? "first" : "warm_up", () -> run(table, threads, new Stopwatch()));
      }
      Run last = run(table, threads, new Stopwatch());
      for (int repeat = 0; repeat < repeats; repeat++) {
        // Each repeat stands for a run of its own: it does not pay for what the one before left
        // behind.
        System.gc();
        last = watch.time("compute", () -> run(table, threads, watch));
      }
      Run measured = last;
      watch.time("intervals", () -> intervals(measured, seed));
      return result(measured, watch, repeats, seed, threads);
    }
  }

  private static Path write(Path folder, int rows, long seed) {
    BenchmarkData.write(folder, rows, seed);
    return folder;
  }

  private static Run run(Table table, int threads, Stopwatch watch) {
    List<Attribute> attributes = watch.time("group", () -> table.attributes(threads));
    List<Slicing> slicings = new ArrayList<>(attributes.stream().map(Slicing::of).toList());
    slicings.addAll(watch.time("cross", () -> Intersections.of(attributes, 2, threads).slicings()));
    BinaryKernel kernel =
        watch.time("sort", () -> BinaryKernel.of(table.predictions(), THRESHOLD, threads));
    BinaryKernel.Result result = watch.time("accumulate", () -> kernel.wholeAnd(slicings));
    List<BinaryStatistics> groups = new ArrayList<>();
    groups.add(result.whole());
    result.slices().forEach(groups::addAll);
    List<List<Measurement>> metrics =
        watch.time("finish", () -> groups.stream().map(BinaryMetrics::of).toList());
    return new Run(groups, metrics);
  }

  private static List<List<Measurement>> intervals(Run run, long seed) {
    return IntStream.range(0, run.groups().size())
        .mapToObj(
            g ->
                BinaryIntervals.addTo(
                    run.metrics().get(g),
                    run.groups().get(g),
                    new IntervalSettings(0.95, 2_000, Seeds.derive(seed, "group " + g))))
        .toList();
  }

  private static BenchmarkResult result(
      Run run, Stopwatch watch, int repeats, long seed, int threads) {
    SortedMap<String, Double> phases = new TreeMap<>();
    for (String phase : List.of("group", "cross", "sort", "accumulate", "finish")) {
      phases.put(phase, watch.median(phase));
    }
    SortedMap<String, Double> overall = new TreeMap<>();
    for (Measurement m : run.metrics().getFirst()) {
      double value = m.value().orNaN();
      if (!Double.isNaN(value)) {
        overall.put(m.metric(), value);
      }
    }
    return new BenchmarkResult(
        run.groups().getFirst().n(),
        run.groups().size(),
        overall.size(),
        repeats,
        seed,
        threads,
        watch.median("generate"),
        watch.median("load"),
        watch.median("first"),
        watch.median("compute"),
        phases,
        watch.median("intervals"),
        PeakMemory.bytes(),
        System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        overall);
  }

  /// What one repeat gives.
  private record Run(List<BinaryStatistics> groups, List<List<Measurement>> metrics) {}

  /// Loaded columns.
  private record Table(Binary predictions, List<Column> columns) {

    static Table read(Path folder) {
      ColumnarFolder columns = ColumnarFolder.open(folder);
      Column.Numbers score = (Column.Numbers) columns.column(BenchmarkData.SCORE);
      Column.Integers label = (Column.Integers) columns.column(BenchmarkData.LABEL);
      boolean[] truth = new boolean[columns.rows()];
      for (int row = 0; row < truth.length; row++) {
        truth[row] = label.values()[row] == 1;
      }
      Binary predictions =
          new Binary(
              IntStream.range(0, truth.length).toArray(),
              null,
              List.of(),
              "1",
              "0",
              truth,
              score.values(),
              null);
      return new Table(
          predictions, BenchmarkData.ATTRIBUTES.stream().map(columns::column).toList());
    }

    List<Attribute> attributes(int threads) {
      Attribute[] attributes = new Attribute[columns.size()];
      Blocks.run(
          attributes.length,
          threads,
          a ->
              attributes[a] =
                  Attributes.of(
                      BenchmarkData.ATTRIBUTES.get(a),
                      columns.get(a),
                      predictions.rowIndex(),
                      null));
      return List.of(attributes);
    }
  }

  /// Seconds by phase.
  private static final class Stopwatch {
    private final SortedMap<String, List<Double>> seconds = new TreeMap<>();

    <T> T time(String phase, Supplier<T> work) {
      long start = System.nanoTime();
      T result = work.get();
      seconds
          .computeIfAbsent(phase, p -> new ArrayList<>())
          .add((System.nanoTime() - start) / NANOS);
      return result;
    }

    double median(String phase) {
      double[] sorted =
          seconds.getOrDefault(phase, List.of()).stream().mapToDouble(s -> s).sorted().toArray();
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
  }
}

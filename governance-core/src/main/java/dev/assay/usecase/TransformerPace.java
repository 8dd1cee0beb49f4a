package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.TextSink;
import dev.assay.inference.Pace;
import dev.assay.inference.PaceRequest;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.Bindings;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelSpecs;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Measures how fast this machine reads texts with a model.
///
/// @param workers make the worker that measures
public record TransformerPace(WorkerFactory workers) {

  private static final int MOST_REPEATS = 1_000;
  private static final long SECONDS = 3_600;

  /// What was measured.
  ///
  /// @param model file name of the model
  /// @param pace seconds of every repeat
  /// @param engines versions
  public record Result(String model, Pace pace, SortedMap<String, String> engines) {

    /// Median of a way's seconds.
    public double median(String way) {
      return TransformerPace.median(way(way).seconds());
    }

    /// A way by its id.
    public Pace.Way way(String id) {
      return pace.ways().stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
    }

    /// Share of the runtime's own time that a whole run reaches: loading and the calls alone, over
    /// the whole run; the median over repeats of the ratio within each.
    public double shareOfCeiling() {
      return timesFasterThan("ceiling");
    }

    /// How many times faster a whole run is than the calls alone of another way with the same
    /// loading; the median over repeats.
    public double timesFasterThan(String other) {
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < pace.loadSeconds().size(); i++) {
        times.add(
            (pace.loadSeconds().get(i) + way(other).seconds().get(i))
                / way("assay").seconds().get(i));
      }
      return TransformerPace.median(times);
    }

    /// As `--json` shows it.
    public Map<String, Object> shown() {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("schema", "assay.bench.transformer/1");
      all.put("model", model);
      all.put("texts", pace.texts());
      all.put("tokens", pace.tokens());
      all.put("load_seconds", pace.loadSeconds());
      all.put("tokenize_seconds", pace.tokenizeSeconds());
      all.put("ways", pace.ways());
      all.put("share_of_ceiling", shareOfCeiling());
      all.put("times_faster_than_file_order_32", timesFasterThan("file_order_32"));
      all.put("times_faster_than_padded_128_32", timesFasterThan("padded_128_32"));
      all.put("device", pace.device());
      all.put("engines", engines);
      return all;
    }
  }

  /// The middle value, or the mean of the two.
  public static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// Measures.
  ///
  /// @param rows first rows of the dataset that are read
  /// @param repeats times that each way is measured
  public Result measure(
      Path model, Path data, int rows, int repeats, Progress progress, Cancellation cancellation) {
    if (rows < 1 || repeats < 1 || repeats > MOST_REPEATS) {
      throw new UsageError(
          "BENCH-SIZE",
          "A benchmark of " + rows + " rows and " + repeats + " repeats cannot be run.",
          "Give at least one row and 1 to " + MOST_REPEATS + " repeats.");
    }
    try (Scratch scratch = Scratch.create();
        Worker worker =
            workers.forFilesOf(FileSizes.of(model, data), Duration.ofSeconds(SECONDS))) {
      Intake intake = new Intake(worker, progress, cancellation);
      Path opened = intake.opened(model, () -> scratch.folder("model"));
      ModelArtefact artefact = intake.model(opened);
      if (artefact.transformer() == null) {
        throw new UsageError(
            "BENCH-MODEL",
            "'" + Visible.of(String.valueOf(model.getFileName()), 80) + "' is no text model.",
            "Give the folder or zip of one, with its tokenizer.");
      }
      Dataset dataset = intake.dataset(data, null, scratch.folder("data"));
      ModelBinding binding =
          Bindings.bind(
              artefact,
              dataset.spec(),
              ModelSpecs.beside(opened).map(ModelSpecs::read).orElse(null));
      Path first = scratch.folder("first");
      take(dataset, binding.inputs().getFirst().columns(), rows, first);
      RunPlan plan = new RunPlan("cpu", 0, Runtime.getRuntime().availableProcessors(), SECONDS);
      Pace pace =
          worker.pace(
              new PaceRequest(
                  new ScoreRequest(
                      opened.toAbsolutePath(), first, binding, plan, scratch.folder("out")),
                  repeats),
              progress,
              cancellation);
      return new Result(String.valueOf(model.getFileName()), pace, worker.engines());
    }
  }

  /// Columns of texts, the first rows only.
  private static void take(Dataset dataset, List<String> columns, int rows, Path into) {
    ColumnarFolder all = ColumnarFolder.open(dataset.columnarFolder());
    ColumnarWriter writer = ColumnarWriter.into(into, columns.size());
    int count = Math.min(rows, all.rows());
    for (String name : columns) {
      Column column = all.column(name);
      TextSink sink = writer.texts(name, ColumnType.STRING);
      for (int row = 0; row < count; row++) {
        sink.add(column.text(row));
      }
    }
    writer.finish();
  }
}

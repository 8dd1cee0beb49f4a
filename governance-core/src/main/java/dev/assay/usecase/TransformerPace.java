package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
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
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Measures how fast this machine reads texts with a model.
///
/// @param workers make the worker that measures
public record TransformerPace(WorkerFactory workers) {

  private static final int MOST_REPEATS = 1_000;
  private static final long SECONDS = 3_600;
  private static final int COMMON_BATCH = 32;
  private static final String FILE_ORDER = "file_order_32";

  /// What stands in place of the Python stack's measurement when no interpreter was named.
  public static final String NOT_MEASURED = "not measured: no interpreter was named";

  /// What was measured.
  ///
  /// @param model file name of the model
  /// @param pace seconds of every repeat
  /// @param python the Python stack in turn with it, absent when no interpreter was named
  /// @param loads mean number of processes that were running or ready over the last minute, before
  ///   and after; empty where the system does not say
  /// @param engines versions
  public record Result(
      String model,
      Pace pace,
      @Nullable PythonPace python,
      List<Double> loads,
      SortedMap<String, String> engines) {

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

    /// How many times faster a whole run is than the Python stack, loading included on both sides;
    /// the median over repeats.
    ///
    /// @return empty when the Python stack was not measured
    public OptionalDouble timesFasterThanPython() {
      PythonPace peer = python;
      if (peer == null) {
        return OptionalDouble.empty();
      }
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < peer.loadSeconds().size(); i++) {
        times.add(peer.wholeSeconds(i) / way("assay").seconds().get(i));
      }
      return OptionalDouble.of(TransformerPace.median(times));
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
      all.put("times_faster_than_file_order_32", timesFasterThan(FILE_ORDER));
      all.put("times_faster_than_padded_128_32", timesFasterThan("padded_128_32"));
      timesFasterThanPython().ifPresent(times -> all.put("times_faster_than_python", times));
      all.put("python", python == null ? NOT_MEASURED : python);
      all.put("load_average", loads);
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
  /// @param python an interpreter whose `onnxruntime` and `tokenizers` read the same texts in turn,
  ///   absent = none
  public Result measure(
      Path model,
      Path data,
      int rows,
      int repeats,
      @Nullable Path python,
      Progress progress,
      Cancellation cancellation) {
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
      List<String> columns = binding.inputs().getFirst().columns();
      take(dataset, columns, rows, first);
      RunPlan plan = new RunPlan("cpu", 0, Runtime.getRuntime().availableProcessors(), SECONDS);
      ScoreRequest asked =
          new ScoreRequest(opened.toAbsolutePath(), first, binding, plan, scratch.folder("out"));
      List<Double> loads = new ArrayList<>();
      load(loads);
      try (Turns turns =
          new Turns(worker, asked, peer(python, artefact, asked, scratch, cancellation))) {
        turns.take(repeats, progress, cancellation);
        load(loads);
        return new Result(
            String.valueOf(model.getFileName()),
            turns.pace(),
            turns.python(),
            List.copyOf(loads),
            worker.engines());
      }
    }
  }

  private static void load(List<Double> loads) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load >= 0) {
      loads.add(load);
    }
  }

  private static @Nullable PythonPeer peer(
      @Nullable Path python,
      ModelArtefact artefact,
      ScoreRequest asked,
      Scratch scratch,
      Cancellation cancellation) {
    if (python == null) {
      return null;
    }
    Transformer beside = Objects.requireNonNull(artefact.transformer());
    TransformerFolder folder = TransformerFolder.at(asked.model()).orElseThrow();
    ColumnarFolder texts = ColumnarFolder.open(asked.datasetFolder());
    return PythonPeer.start(
        python,
        new PythonPeer.Settings(
            folder.graph().toAbsolutePath().toString(),
            folder.tokenizer().toAbsolutePath().toString(),
            beside.maxLength(),
            beside.padId(),
            COMMON_BATCH,
            asked.plan().threads(),
            texts.names().stream().map(name -> all(texts.column(name), texts.rows())).toList()),
        scratch.folder("python"),
        Duration.ofSeconds(SECONDS),
        cancellation);
  }

  private static List<String> all(Column column, int rows) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      texts.add(Objects.requireNonNullElse(column.text(row), ""));
    }
    return texts;
  }

  /// Assay and its peer, a pass each by turns, so that whatever else the machine does falls on
  /// both.
  private static final class Turns implements AutoCloseable {
    private final Worker worker;
    private final ScoreRequest asked;
    private final @Nullable PythonPeer peer;
    private @Nullable Pace pace;

    Turns(Worker worker, ScoreRequest asked, @Nullable PythonPeer peer) {
      this.worker = worker;
      this.asked = asked;
      this.peer = peer;
    }

    void take(int repeats, Progress progress, Cancellation cancellation) {
      for (int pass = 0; pass <= repeats; pass++) {
        progress.report("measuring", pass, repeats + 1L);
        Pace one = worker.pace(new PaceRequest(asked, pass, pass), cancellation);
        Pace before = pace;
        pace = before == null ? one : before.and(one);
        if (peer != null) {
          peer.pass(pass > 0);
        }
      }
    }

    Pace pace() {
      return Objects.requireNonNull(pace);
    }

    /// @throws WorkFailed when the peer did not read the same tokens
    @Nullable PythonPace python() {
      if (peer == null) {
        return null;
      }
      PythonPace python = peer.pace();
      long places =
          pace().ways().stream()
              .filter(w -> w.id().equals(FILE_ORDER))
              .mapToLong(Pace.Way::places)
              .sum();
      if (python.tokens() != pace().tokens() || python.places() != places) {
        throw new WorkFailed(
            "BENCH-PYTHON",
            "The Python stack read "
                + python.tokens()
                + " tokens in "
                + python.places()
                + " places, Assay "
                + pace().tokens()
                + " in "
                + places
                + "; times of different work are not compared.",
            "Use versions of tokenizers in Python that read this tokenizer.json as it is meant.");
      }
      return python;
    }

    @Override
    public void close() {
      if (peer != null) {
        peer.close();
      }
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

package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextAsk;
import dev.assay.inference.cost.CostRequest;
import dev.assay.inference.cost.Energy;
import dev.assay.inference.cost.EnergyCounters;
import dev.assay.inference.cost.GenerationTimes;
import dev.assay.inference.cost.Latency;
import dev.assay.inference.cost.Measurement;
import dev.assay.inference.cost.Memory;
import dev.assay.inference.cost.Timing;
import dev.assay.inference.onnx.CostInputs.Shape;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelReader;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import dev.assay.work.ProcessMemory;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measures what running a model takes. Shapes take turns, so that whatever else the machine does
/// falls on all of them; each gets as many calls as its share of the time allows, at most a
/// thousand.
public final class CostProbe {

  private static final String STEP = "timing calls";
  private static final int LOADS = 5;
  private static final int LEAST_CALLS = 5;
  private static final int MOST_SHARES = 4;
  private static final int MOST_CALLS = 1_000;
  private static final int PREPARED = 500;
  private static final long ENERGY_NANOS = 1_000_000_000;
  private static final double MILLI = 1e6;

  private final CostRequest request;
  private final ScoreRequest score;
  private final ModelArtefact model;
  private final Device device;
  private final Progress progress;
  private final Cancellation cancellation;

  private CostProbe(CostRequest request, Progress progress, Cancellation cancellation) {
    this.request = request;
    this.score = request.score();
    this.model = ModelReader.read(score.model());
    this.device = Device.of(score.plan().provider());
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /// Measures.
  ///
  /// @throws InputRejected when the dataset has no row that the model could be asked about
  /// @throws dev.assay.common.Cancelled when it was stopped
  public static Measurement measure(
      CostRequest request, Progress progress, Cancellation cancellation) {
    CostProbe probe = new CostProbe(request, progress, cancellation);
    OnnxScorer.refuse(probe.model.preScan());
    return OnnxEngine.onDeepStack(probe::run);
  }

  private Measurement run() throws OrtException {
    ColumnarFolder dataset = ColumnarFolder.open(score.datasetFolder());
    if (dataset.rows() == 0) {
      throw new InputRejected(
          "COST-EMPTY",
          "Nothing can be timed: the dataset has no rows.",
          "Give a dataset with rows that the model is asked about.");
    }
    @Nullable Long before = boxed(ProcessMemory.peakBytes());
    try (CostInputs inputs = inputs(dataset);
        RunOptions options = new RunOptions();
        CancelWatch _ = CancelWatch.over(options, cancellation)) {
      Cold cold = cold(inputs, options);
      Timing prepare = prepare(inputs);
      try (TimedModel session = open(inputs)) {
        List<Cell> cells =
            inputs.shapes().stream().map(s -> new Cell(s, inputs.warmUps())).toList();
        rounds(cells, session, options);
        List<Latency> latencies = cells.stream().map(Cell::latency).toList();
        @Nullable GenerationTimes generation = session.generation();
        Energy energy = energy(latencies, inputs, session, options);
        return new Measurement(
            inputs.unit(),
            cold.load(),
            cold.first(),
            prepare,
            latencies,
            inputs.typicalTokens(),
            inputs.longestTokens(),
            new Memory(boxed(ProcessMemory.peakBytes()), before),
            model.bytes() + besideBytes(),
            energy,
            deviceWords(),
            generation);
      }
    }
  }

  private CostInputs inputs(ColumnarFolder dataset) {
    Transformer beside = model.transformer();
    Optional<TransformerFolder> folder = TransformerFolder.at(score.model());
    if (beside == null || folder.isEmpty()) {
      return new TableCostInputs(score, model, dataset, device);
    }
    TextAsk ask = score.plan().ask();
    return ask == null
        ? new TextCostInputs(score, model, beside, folder.get(), dataset)
        : new CausalCostInputs(ask, model, beside, folder.get(), dataset);
  }

  private Path graph() {
    return TransformerFolder.graphOf(score.model());
  }

  private long besideBytes() {
    return TransformerFolder.at(score.model()).stream()
        .mapToLong(folder -> folder.tokenizer().toFile().length())
        .sum();
  }

  private TimedModel open(CostInputs inputs) throws OrtException {
    Sessions opened =
        Sessions.open(
            graph(),
            model,
            score.binding(),
            device,
            score.plan().threads(),
            score.plan().tuning().graph());
    Set<String> wanted =
        score.plan().ask() == null
            ? Set.copyOf(opened.requested(score.binding()).values())
            : Set.of();
    return inputs.timed(opened.session(), model, wanted);
  }

  private SortedMap<String, String> deviceWords() {
    SortedMap<String, String> words = new TreeMap<>();
    words.put("provider", device.name());
    words.put("threads", String.valueOf(Math.max(1, score.plan().threads())));
    return words;
  }

  /// Loading and the first call, each time anew.
  private Cold cold(CostInputs inputs, RunOptions options) throws OrtException {
    List<Long> loads = new ArrayList<>();
    List<Long> firsts = new ArrayList<>();
    Shape smallest = inputs.shapes().getFirst();
    long until = System.nanoTime() + request.budgetMillis() * 1_000_000 / 4;
    do {
      cancellation.check();
      long start = System.nanoTime();
      try (TimedModel session = open(inputs)) {
        loads.add(System.nanoTime() - start);
        firsts.add(session.first(smallest, loads.size(), options));
      }
    } while (loads.size() < LOADS && System.nanoTime() < until);
    return new Cold(Timing.of(millis(loads)), Timing.of(millis(firsts)));
  }

  private Timing prepare(CostInputs inputs) throws OrtException {
    List<Long> nanos = new ArrayList<>();
    long until = System.nanoTime() + request.budgetMillis() * 1_000_000 / 10;
    for (int row = 0; row < inputs.warmUps(); row++) {
      inputs.prepare(row);
    }
    do {
      cancellation.check();
      long start = System.nanoTime();
      inputs.prepare(nanos.size());
      nanos.add(System.nanoTime() - start);
    } while (nanos.size() < PREPARED && System.nanoTime() < until);
    return Timing.of(millis(nanos));
  }

  private void rounds(List<Cell> cells, TimedModel session, RunOptions options)
      throws OrtException {
    long share = request.budgetMillis() * 1_000_000 / cells.size();
    long from = System.nanoTime();
    for (int call = 0; cells.stream().anyMatch(c -> c.wants(share)); call++) {
      for (Cell cell : cells) {
        if (cell.wants(share)) {
          cancellation.check();
          cell.add(session.nanos(cell.shape, call, options));
        }
      }
      progress.report(
          STEP,
          Math.min(request.budgetMillis(), (System.nanoTime() - from) / 1_000_000),
          request.budgetMillis());
    }
  }

  /// Calls of the shape that scores most, for a second, between two readings of the counters.
  private Energy energy(
      List<Latency> latencies, CostInputs inputs, TimedModel session, RunOptions options)
      throws OrtException {
    EnergyCounters counters = EnergyCounters.ofMachine();
    EnergyCounters.Reading before = counters.read();
    if (!before.unknown().isEmpty()) {
      return Energy.unknown(before.unknown());
    }
    Latency best =
        latencies.stream()
            .filter(l -> l.tokens() == inputs.typicalTokens())
            .max(Comparator.comparingDouble(Latency::rowsPerSecond))
            .orElseThrow();
    Shape shape = new Shape(best.rows(), best.tokens());
    long predictions = 0;
    long until = System.nanoTime() + ENERGY_NANOS;
    for (int call = 0; System.nanoTime() < until; call++) {
      cancellation.check();
      session.nanos(shape, call, options);
      predictions += shape.rows();
    }
    return counters.between(before, counters.read(), predictions, shape.rows());
  }

  private static @Nullable Long boxed(OptionalLong bytes) {
    return bytes.isPresent() ? bytes.getAsLong() : null;
  }

  private static double[] millis(List<Long> nanos) {
    return nanos.stream().mapToDouble(n -> n / MILLI).toArray();
  }

  private record Cold(Timing load, Timing first) {}

  /// Calls of one shape.
  private static final class Cell {
    private final Shape shape;
    private final int warmUps;
    private final List<Long> nanos = new ArrayList<>();
    private long firstNanos;
    private long spent;
    private int made;

    Cell(Shape shape, int warmUps) {
      this.shape = shape;
      this.warmUps = warmUps;
    }

    /// decision: a shape that takes very long is timed once at least, not five times
    boolean wants(long share) {
      int least = spent < MOST_SHARES * share ? LEAST_CALLS : 1;
      return nanos.size() < least || (spent < share && nanos.size() < MOST_CALLS);
    }

    void add(long took) {
      firstNanos = made == 0 ? took : firstNanos;
      spent += took;
      if (++made > warmUps) {
        nanos.add(took);
      }
    }

    Latency latency() {
      return new Latency(
          shape.rows(), shape.tokens(), firstNanos / MILLI, Timing.of(millis(nanos)));
    }
  }
}

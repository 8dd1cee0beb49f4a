package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Tuned;
import dev.assay.inference.Tuning;
import dev.assay.inference.Tuning.Graph;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelReader;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Finds by a short measurement how a text model runs fastest: threads first, then how far the
/// graph is rewritten, then tokens a call. The first texts of the dataset are scored in every way
/// by turns; what is usual stays unless another way is clearly faster.
public final class TuneProbe {

  private static final int SAMPLE = 256;
  private static final int ROUNDS = 5;
  private static final long PATIENCE_NANOS = 4_000_000_000L;
  private static final int[] BUDGETS = {1_024, 4_096};

  // decision: less than a twentieth may be chance, and is not worth scores that differ in their
  // last digits from those of the usual way
  private static final double CLEARLY = 0.95;

  private final ScoreRequest request;
  private final ModelArtefact model;
  private final Transformer beside;
  private final TransformerFolder folder;
  private final Device device;
  private final Cancellation cancellation;
  private final long until = System.nanoTime() + PATIENCE_NANOS;

  private TuneProbe(ScoreRequest request, Cancellation cancellation) {
    this.request = request;
    this.model = ModelReader.read(request.model());
    this.beside = Objects.requireNonNull(model.transformer(), "a text model");
    this.folder = TransformerFolder.at(request.model()).orElseThrow();
    this.device = Device.of(request.plan().provider());
    this.cancellation = cancellation;
  }

  /// Measures.
  ///
  /// @param request the run that is to be fast; nothing is written for it
  /// @throws dev.assay.common.Cancelled when it was stopped
  public static Tuned measure(ScoreRequest request, Cancellation cancellation) {
    TuneProbe probe = new TuneProbe(request, cancellation);
    OnnxScorer.refuse(probe.model.preScan());
    return OnnxEngine.onDeepStack(probe::run);
  }

  private Tuned run() throws OrtException {
    List<Encoded> texts = sample();
    int threads = Math.max(1, request.plan().threads());
    int budget = Tuning.USUAL.tokenBudget();
    Way best = new Way(threads, Graph.ALL, budget);
    if (threads > 1) {
      best = faster(texts, best, List.of(new Way(threads / 2, Graph.ALL, budget)));
    }
    best = faster(texts, best, List.of(new Way(best.threads, Graph.EXTENDED, budget)));
    Way found = best;
    best =
        faster(
            texts,
            found,
            Arrays.stream(BUDGETS).mapToObj(b -> new Way(found.threads, found.graph, b)).toList());
    return new Tuned(best.threads, new Tuning(best.graph, best.budget, true));
  }

  private List<Encoded> sample() {
    ColumnarFolder dataset = ColumnarFolder.open(request.datasetFolder());
    TextRows rows =
        TextRows.cut(dataset, request.binding().inputs().getFirst(), beside.embeddings());
    try (TextTokenizer tokenizer = TextTokenizer.open(folder.tokenizer(), beside.maxLength())) {
      return rows.read(tokenizer, 0, Math.min(SAMPLE, dataset.rows())).texts();
    }
  }

  /// The usual way, unless another's median is clearly below its own.
  private Way faster(List<Encoded> texts, Way usual, List<Way> others) throws OrtException {
    if (texts.isEmpty() || System.nanoTime() > until) {
      return usual;
    }
    List<Trial> trials = new ArrayList<>();
    try (RunOptions options = new RunOptions();
        CancelWatch _ = CancelWatch.over(options, cancellation)) {
      trials.add(new Trial(usual, texts));
      for (Way other : others) {
        trials.add(new Trial(other, texts));
      }
      for (int round = 0; round <= ROUNDS; round++) { // the first one warms up
        for (Trial trial : trials) {
          cancellation.check();
          long nanos = trial.nanos(options);
          if (round > 0) {
            trial.taken.add(nanos);
          }
        }
        if (round > 1 && System.nanoTime() > until) {
          break;
        }
      }
      Trial first = trials.getFirst();
      Trial best = first;
      for (Trial trial : trials) {
        best = trial.median() < best.median() ? trial : best;
      }
      return best.median() < CLEARLY * first.median() ? best.way : usual;
    } finally {
      for (Trial trial : trials) {
        trial.session.close();
      }
    }
  }

  private record Way(int threads, Graph graph, int budget) {}

  /// A way with its session.
  private final class Trial {
    private final Way way;
    private final List<Encoded> texts;
    private final TokenBatches plan;
    private final List<int[]> batches;
    private final OrtSession session;
    private final Set<String> wanted;
    private final List<Long> taken = new ArrayList<>();

    Trial(Way way, List<Encoded> texts) throws OrtException {
      List<Long> shape = model.inputs().getFirst().shape();
      this.way = way;
      this.texts = texts;
      this.plan = TokenBatches.of(shape.get(0), shape.get(1), way.budget);
      this.batches = plan.of(texts);
      Sessions opened =
          Sessions.open(folder.graph(), model, request.binding(), device, way.threads, way.graph);
      this.session = opened.session();
      this.wanted = Set.copyOf(opened.requested(request.binding()).values());
    }

    long nanos(RunOptions options) throws OrtException {
      long start = System.nanoTime();
      try (TokenFeed feed =
          new TokenFeed(model.inputs(), beside.padId(), OnnxEngine.environment())) {
        for (int[] batch : batches) {
          int length = plan.lengthFor(texts.get(batch[batch.length - 1]).length());
          session
              .run(feed.fill(texts, batch, plan.rowsFor(batch.length), length), wanted, options)
              .close();
        }
      }
      return System.nanoTime() - start;
    }

    double median() {
      long[] sorted = taken.stream().mapToLong(n -> n).sorted().toArray();
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
  }
}

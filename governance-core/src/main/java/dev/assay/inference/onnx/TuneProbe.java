package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Tuned;
import dev.assay.inference.Tuning;
import dev.assay.inference.Tuning.Graph;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelReader;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import java.util.Arrays;
import java.util.List;

/// Finds by a short measurement how a model runs fastest: threads first, then how far the graph is
/// rewritten, then tokens or rows a call. The first rows of the dataset are scored in every way by
/// turns; what is usual stays unless another way is clearly faster.
public final class TuneProbe {

  private static final long PATIENCE_NANOS = 4_000_000_000L;

  // decision: less than a twentieth may be chance, and is not worth scores that differ in their
  // last digits from those of the usual way
  private static final double CLEARLY = 0.95;

  private final SampleRun.Sample sample;
  private final Cancellation cancellation;
  private final long until = System.nanoTime() + PATIENCE_NANOS;

  private TuneProbe(SampleRun.Sample sample, Cancellation cancellation) {
    this.sample = sample;
    this.cancellation = cancellation;
  }

  /// Measures.
  ///
  /// @param request the run that is to be fast; nothing is written for it
  /// @throws dev.assay.common.Cancelled when it was stopped
  public static Tuned measure(ScoreRequest request, Cancellation cancellation) {
    ModelArtefact model = ModelReader.read(request.model());
    OnnxScorer.refuse(model.preScan());
    return OnnxEngine.onDeepStack(
        () -> {
          boolean texts = isOfTexts(request, model);
          SampleRun.Way best =
              new TuneProbe(sample(request, model), cancellation)
                  .run(Device.of(request.plan().provider()), Math.max(1, request.plan().threads()));
          return texts
              ? new Tuned(best.threads(), new Tuning(best.graph(), best.size(), true))
              : new Tuned(
                  best.threads(),
                  best.size(),
                  new Tuning(best.graph(), Tuning.USUAL.tokenBudget(), true));
        });
  }

  static boolean isOfTexts(ScoreRequest request, ModelArtefact model) {
    return model.transformer() != null && TransformerFolder.at(request.model()).isPresent();
  }

  static SampleRun.Sample sample(ScoreRequest request, ModelArtefact model) {
    return isOfTexts(request, model)
        ? new TextSample(request, model)
        : new RowSample(request, model);
  }

  private SampleRun.Way run(Device device, int threads) throws OrtException {
    SampleRun.Way best = sample.usual(device, threads);
    if (threads > 1) {
      best = faster(best, List.of(best.with(threads / 2)));
    }
    best = faster(best, List.of(best.with(Graph.EXTENDED)));
    return faster(best, Arrays.stream(sample.sizes()).mapToObj(best::ofSize).toList());
  }

  private SampleRun.Way faster(SampleRun.Way usual, List<SampleRun.Way> others)
      throws OrtException {
    if (sample.rows() == 0 || others.isEmpty() || System.nanoTime() > until) {
      return usual;
    }
    try (Trials trials = new Trials(cancellation)) {
      trials.add(sample, usual);
      for (SampleRun.Way other : others) {
        trials.add(sample, other);
      }
      return Trials.fastest(trials.take(until), CLEARLY);
    }
  }
}

package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Tuning.Graph;
import dev.assay.model.ModelArtefact;
import dev.assay.model.TransformerFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The first rows of a dataset of columns, images or series. Only calls of the runtime are timed:
/// in a run the inputs of the next call are filled meanwhile.
final class RowSample implements SampleRun.Sample {

  private static final int MOST_ROWS = 16_384;
  private static final int MOST_IMAGES = 64;
  private static final int STEP = 4;

  private final ScoreRequest request;
  private final ModelArtefact model;
  private final ColumnarFolder dataset;
  private final int rows;

  RowSample(ScoreRequest request, ModelArtefact model) {
    this.request = request;
    this.model = model;
    this.dataset = ColumnarFolder.open(request.datasetFolder());
    boolean images = request.binding().inputs().stream().anyMatch(i -> i.image() != null);
    this.rows = Math.min(images ? MOST_IMAGES : MOST_ROWS, dataset.rows());
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public SampleRun.Way usual(Device device, int threads) {
    return new SampleRun.Way(device, threads, Graph.ALL, plan(request.plan().batchRows()).rows());
  }

  /// A quarter of the usual rows and four times as many, where the model and memory allow it and
  /// answers do not depend on what else is in a call.
  @Override
  public int[] sizes() {
    BatchPlan usual = plan(request.plan().batchRows());
    if (usual.fixed() || request.binding().batchSensitive()) {
      return new int[0];
    }
    return IntStream.of(usual.rows() / STEP, plan(usual.rows() * STEP).rows())
        .filter(size -> size >= 1 && size != usual.rows() && size <= rows)
        .toArray();
  }

  private BatchPlan plan(int wanted) {
    RunPlan asked = request.plan();
    return BatchPlan.of(
        model,
        request.binding(),
        new RunPlan(asked.provider(), wanted, asked.threads(), asked.deadlineSeconds()));
  }

  @Override
  public SampleRun open(SampleRun.Way way) throws OrtException {
    return new Rows(way);
  }

  private final class Rows implements SampleRun {
    private final BatchPlan plan;
    private final List<Feed> feeds;
    private final OrtSession session;
    private final Set<String> wanted;

    Rows(Way way) throws OrtException {
      this.plan = plan(way.size());
      Sessions opened =
          Sessions.open(
              TransformerFolder.graphOf(request.model()),
              model,
              request.binding(),
              way.device(),
              way.threads(),
              way.graph());
      this.session = opened.session();
      this.wanted = Set.copyOf(opened.requested(request.binding()).values());
      this.feeds =
          new ScoringRun(request, model, dataset, RunDevices.of(way.device()))
              .feeds(plan, new UnreadRows(), new ImageLooks(dataset.rows()));
    }

    @Override
    public long nanos(RunOptions options) throws OrtException {
      long nanos = 0;
      for (Feeder.Batch batch = plan.batch(0, rows); batch != null; ) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (Feed feed : feeds) {
          inputs.put(feed.input(), feed.fill(batch.from(), batch.count(), batch.rows()));
        }
        long start = System.nanoTime();
        session.run(inputs, wanted, options).close();
        nanos += System.nanoTime() - start;
        batch = plan.batch(batch.from() + batch.count(), rows);
      }
      return nanos;
    }

    @Override
    public void close() throws OrtException {
      feeds.forEach(Feed::close);
      session.close();
    }
  }
}

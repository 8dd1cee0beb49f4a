package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Tuning;
import dev.assay.inference.Tuning.Graph;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.ModelArtefact;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The first texts of a dataset, their tokens made once.
final class TextSample implements SampleRun.Sample {

  private static final int MOST = 256;

  private final ScoreRequest request;
  private final ModelArtefact model;
  private final Transformer beside;
  private final TransformerFolder folder;
  private final List<Encoded> texts;

  TextSample(ScoreRequest request, ModelArtefact model) {
    this.request = request;
    this.model = model;
    this.beside = Objects.requireNonNull(model.transformer(), "a text model");
    this.folder = TransformerFolder.at(request.model()).orElseThrow();
    ColumnarFolder dataset = ColumnarFolder.open(request.datasetFolder());
    TextRows rows =
        TextRows.cut(dataset, request.binding().inputs().getFirst(), beside.embeddings());
    try (TextTokenizer tokenizer = TextTokenizer.open(folder.tokenizer(), beside.maxLength())) {
      this.texts = rows.read(tokenizer, 0, Math.min(MOST, dataset.rows())).texts();
    }
  }

  @Override
  public int rows() {
    return texts.size();
  }

  @Override
  public SampleRun.Way usual(Device device, int threads) {
    return new SampleRun.Way(device, threads, Graph.ALL, Tuning.USUAL.tokenBudget());
  }

  @Override
  public int[] sizes() {
    return new int[] {1_024, 4_096};
  }

  @Override
  public SampleRun open(SampleRun.Way way) throws OrtException {
    return new Texts(way);
  }

  private final class Texts implements SampleRun {
    private final TokenBatches plan;
    private final List<int[]> batches;
    private final OrtSession session;
    private final Set<String> wanted;

    Texts(Way way) throws OrtException {
      List<Long> shape = model.inputs().getFirst().shape();
      this.plan = TokenBatches.of(shape.get(0), shape.get(1), way.size());
      this.batches = plan.of(texts);
      Sessions opened =
          Sessions.open(
              folder.graph(), model, request.binding(), way.device(), way.threads(), way.graph());
      this.session = opened.session();
      this.wanted = Set.copyOf(opened.requested(request.binding()).values());
    }

    @Override
    public long nanos(RunOptions options) throws OrtException {
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

    @Override
    public void close() throws OrtException {
      session.close();
    }
  }
}

package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.inference.Attention;
import dev.assay.inference.AttentionRequest;
import dev.assay.inference.tokenize.Located;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelReader;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the attention of a text model whose graph gives it. Runs in the worker.
public final class AttentionReader {

  private AttentionReader() {}

  /// The attention over a text.
  ///
  /// @throws InputRejected when the model is refused or the output holds no attention
  public static Attention read(AttentionRequest request) {
    ModelArtefact model = ModelReader.read(request.model());
    OnnxScorer.refuse(model.preScan());
    Transformer beside = model.transformer();
    TransformerFolder folder = TransformerFolder.at(request.model()).orElse(null);
    if (beside == null || folder == null) {
      throw noAttention(request.output(), "the model reads no texts");
    }
    return OnnxEngine.onDeepStack(
        () -> {
          try (TextTokenizer tokenizer =
              TextTokenizer.open(folder.tokenizer(), beside.maxLength())) {
            return run(request, model, beside, folder, tokenizer.locate(request.text()));
          }
        });
  }

  private static Attention run(
      AttentionRequest request,
      ModelArtefact model,
      Transformer beside,
      TransformerFolder folder,
      Located text)
      throws OrtException {
    List<Long> shape = model.inputs().getFirst().shape();
    TokenBatches plan = TokenBatches.of(shape.get(0), shape.get(1));
    int length = plan.lengthFor(text.tokens().length());
    Sessions opened =
        Sessions.open(
            folder.graph(), model, request.binding(), Device.of("cpu"), request.threads());
    try (OrtSession session = opened.session();
        TokenFeed feed = new TokenFeed(model.inputs(), beside.padId(), OnnxEngine.environment())) {
      Map<String, OnnxTensor> inputs =
          feed.fill(List.of(text.tokens()), new int[] {0}, plan.rowsFor(1), length);
      try (OrtSession.Result result = session.run(inputs, Set.of(request.output()))) {
        if (result.get(request.output()).orElse(null) instanceof OnnxTensor weights) {
          return attention(request.output(), weights, text, length);
        }
        throw noAttention(request.output(), "it is no tensor of numbers");
      }
    }
  }

  private static Attention attention(String output, OnnxTensor tensor, Located text, int length) {
    TensorInfo info = tensor.getInfo();
    long[] shape = info.getShape();
    FloatBuffer weights = tensor.getFloatBuffer();
    if (weights == null || shape.length != 4 || shape[2] != length || shape[3] != length) {
      throw noAttention(output, "its shape is not [text, head, token, token]");
    }
    int heads = (int) shape[1];
    int own = text.tokens().length();
    int looking = own > 0 && text.from()[0] < 0 ? 1 : own;
    double[] sums = new double[own];
    double total = 0;
    for (int head = 0; head < heads; head++) {
      for (int query = 0; query < looking; query++) {
        for (int key = 0; key < own; key++) {
          double weight = weights.get((head * length + query) * length + key);
          sums[key] += weight;
          total += weight;
        }
      }
    }
    if (!(total > 0) || !Double.isFinite(total)) {
      throw noAttention(output, "its weights are no shares");
    }
    List<Attention.Piece> pieces = new ArrayList<>();
    for (int key = 0; key < own; key++) {
      pieces.add(new Attention.Piece(text.from()[key], text.to()[key], sums[key] / total));
    }
    return new Attention(List.copyOf(pieces));
  }

  private static InputRejected noAttention(String output, String why) {
    return new InputRejected(
        "ATTENTION-SHAPE",
        "The output '" + Visible.of(output, 80) + "' holds no attention: " + why + ".",
        "Weigh words by taking them out, which needs no such output.");
  }
}

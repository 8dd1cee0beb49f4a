package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.InputRejected;
import dev.assay.model.CausalGraph;
import dev.assay.model.ElementType;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ValueInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A loaded model that goes on with texts, called with some tokens of a batch at a time.
final class CausalSession implements AutoCloseable {

  private final OrtSession session;
  private final ModelArtefact model;
  private final CausalGraph graph;
  private final OrtEnvironment environment = OnnxEngine.environment();
  private long nanos;

  CausalSession(OrtSession session, ModelArtefact model, CausalGraph graph) {
    this.session = session;
    this.model = model;
    this.graph = graph;
  }

  /// Tokens of a call.
  ///
  /// @param ids [text][token]
  /// @param positions [text][token]
  /// @param mask [text][token, those that are kept included]
  record Tokens(int rows, int length, long[] ids, long[] positions, long[] mask) {}

  /// What a call gave; what is kept of it lives until it is closed.
  record Step(OrtSession.Result result, Logits logits) implements AutoCloseable {
    @Override
    public void close() {
      result.close();
    }
  }

  /// Logits of a call.
  ///
  /// @param values [text][token][next token]
  record Logits(FloatBuffer values, int length, int vocabulary) {

    /// Where the logits behind a token begin.
    int at(int row, int token) {
      return (row * length + token) * vocabulary;
    }

    /// The logits behind the last token of a text.
    double[] last(int row) {
      double[] logits = new double[vocabulary];
      int from = at(row, length - 1);
      for (int v = 0; v < vocabulary; v++) {
        logits[v] = values.get(from + v);
      }
      return logits;
    }

    /// @throws InputRejected when there are no logits of a token
    void requireKnown(long id) {
      if (id >= vocabulary) {
        throw new InputRejected(
            "TOKENIZER-VOCABULARY",
            "The tokenizer gives the token id "
                + id
                + ", and the model gives logits of "
                + vocabulary
                + " tokens.",
            "Put the tokenizer that the model was trained with beside it.");
      }
    }

    /// Natural logarithm of the probability of a token behind another.
    ///
    /// @return NaN where a logit is no finite number
    double logProbability(int row, int token, int next) {
      return logProbabilities(row, token, next)[0];
    }

    /// Natural logarithms of the probabilities of some tokens behind another, in their order.
    ///
    /// @return NaN where a logit is no finite number
    double[] logProbabilities(int row, int token, int... next) {
      int from = at(row, token);
      double largest = Double.NEGATIVE_INFINITY;
      for (int v = 0; v < vocabulary; v++) {
        largest = Math.max(largest, values.get(from + v));
      }
      double sum = 0;
      for (int v = 0; v < vocabulary; v++) {
        sum += Math.exp(values.get(from + v) - largest);
      }
      double[] logs = new double[next.length];
      for (int i = 0; i < next.length; i++) {
        logs[i] = values.get(from + next[i]) - largest - Math.log(sum);
      }
      return logs;
    }
  }

  long millis() {
    return nanos / 1_000_000;
  }

  /// @param before the call whose keys and values are given back, null for none
  /// @param keep whether keys and values are wanted
  Step run(Tokens tokens, @Nullable Step before, boolean keep, RunOptions options)
      throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    List<OnnxTensor> own = new ArrayList<>();
    Set<String> wanted = new HashSet<>(Set.of(graph.logits().name()));
    if (keep) {
      graph.past().forEach(p -> wanted.add(p.output()));
    }
    try {
      for (ValueInfo input : model.inputs()) {
        OnnxTensor tensor = tokens(input, tokens);
        if (tensor != null) {
          own.add(tensor);
          inputs.put(input.name(), tensor);
        }
      }
      for (CausalGraph.Past past : graph.past()) {
        OnnxTensor kept = before == null ? null : kept(before, past);
        OnnxTensor given = kept == null ? empty(past, tokens.rows()) : kept;
        if (kept == null) {
          own.add(given);
        }
        inputs.put(past.input(), given);
      }
      String branch = graph.branch();
      if (branch != null) {
        OnnxTensor flag = OnnxTensor.createTensor(environment, new boolean[] {before != null});
        own.add(flag);
        inputs.put(branch, flag);
      }
      long start = System.nanoTime();
      OrtSession.Result result = session.run(inputs, wanted, options);
      nanos += System.nanoTime() - start;
      return new Step(result, logits(result, tokens));
    } finally {
      own.forEach(OnnxTensor::close);
    }
  }

  private @Nullable OnnxTensor tokens(ValueInfo input, Tokens tokens) throws OrtException {
    return switch (input.name()) {
      case "input_ids" -> whole(input, tokens.ids(), tokens.rows());
      case "position_ids" -> whole(input, tokens.positions(), tokens.rows());
      case "attention_mask" -> whole(input, tokens.mask(), tokens.rows());
      default -> null;
    };
  }

  private OnnxTensor whole(ValueInfo input, long[] values, int rows) throws OrtException {
    long[] shape = {rows, values.length / rows};
    return input.type() == ElementType.INT64
        ? OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape)
        : OnnxTensor.createTensor(
            environment,
            IntBuffer.wrap(LongStream.of(values).mapToInt(Math::toIntExact).toArray()),
            shape);
  }

  private OnnxTensor empty(CausalGraph.Past past, int rows) throws OrtException {
    long[] shape = {rows, past.heads(), 0, past.width()};
    ByteBuffer nothing = ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder());
    return past.type() == ElementType.FLOAT16
        ? OnnxTensor.createTensor(environment, nothing, shape, OnnxJavaType.FLOAT16)
        : OnnxTensor.createTensor(environment, nothing.asFloatBuffer(), shape);
  }

  private static OnnxTensor kept(Step before, CausalGraph.Past past) {
    OnnxValue value = before.result().get(past.output()).orElse(null);
    if (value instanceof OnnxTensor tensor) {
      return tensor;
    }
    throw new InputRejected(
        "CAUSAL-PAST",
        "Output '" + past.output() + "' of the model is no tensor of keys or values.",
        "Export the model again, as Optimum does (text-generation-with-past).");
  }

  private Logits logits(OrtSession.Result result, Tokens tokens) {
    OnnxValue value = result.get(graph.logits().name()).orElse(null);
    if (value instanceof OnnxTensor tensor) {
      long[] shape = tensor.getInfo().getShape();
      FloatBuffer values = tensor.getFloatBuffer();
      boolean fits = shape.length == 3 && shape[0] == tokens.rows() && shape[1] == tokens.length();
      if (values != null && fits) {
        return new Logits(values, tokens.length(), Math.toIntExact(shape[2]));
      }
    }
    result.close();
    throw new InputRejected(
        "CAUSAL-LOGITS",
        "Output 'logits' of the model does not hold a number for each text, token and token of the"
            + " vocabulary.",
        "Export the model again as a text generation model.");
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}

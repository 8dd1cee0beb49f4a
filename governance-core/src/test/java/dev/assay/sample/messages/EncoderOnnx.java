package dev.assay.sample.messages;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.assay.OnnxBuilder;
import java.util.ArrayList;
import java.util.List;

/// Writes a trained encoder as the graph that a Hugging Face export has: ids, mask and types in,
/// logits out.
final class EncoderOnnx {

  private static final int INT8 = 3;
  private static final float HIDDEN_PLACE = -10_000;

  private final OnnxBuilder onnx = OnnxBuilder.model();
  private final Encoder encoder;
  private final boolean eightBit;

  private EncoderOnnx(Encoder encoder, boolean eightBit) {
    this.encoder = encoder;
    this.eightBit = eightBit;
  }

  /// @param eightBit whether matrices are kept as whole numbers of eight bits and a scale
  static ModelProto of(Encoder encoder, boolean eightBit) {
    return new EncoderOnnx(encoder, eightBit).build();
  }

  private ModelProto build() {
    for (String name : List.of("input_ids", "attention_mask", "token_type_ids")) {
      onnx.input(name, OnnxBuilder.INT64, -1, -1);
    }
    encoder.weights().forEach(this::weights);
    longs("zero_place", 0);
    longs("split", 0, 0, Encoder.HEADS, Encoder.HIDDEN / Encoder.HEADS);
    longs("join", 0, 0, Encoder.HIDDEN);
    embed();
    mask();
    String state = levelled("embedded", "embedding");
    for (int l = 0; l < Encoder.LAYERS; l++) {
      state = block(state, l);
    }
    onnx.weights(
        TensorProto.newBuilder()
            .setName("first")
            .setDataType(OnnxBuilder.INT64)
            .addInt64Data(0)
            .build());
    onnx.node("Gather", state + ",first", "first_token", OnnxBuilder.number("axis", 1));
    onnx.node("Tanh", full("first_token", "pooler"), "pooled");
    onnx.node("Identity", full("pooled", "answer"), "logits");
    return onnx.output("logits", OnnxBuilder.FLOAT, -1, Encoder.ANSWERS).build();
  }

  private void embed() {
    onnx.node("Gather", "words,input_ids", "word_rows");
    onnx.node("Gather", "types,token_type_ids", "type_rows");
    onnx.node("Shape", "input_ids", "length", OnnxBuilder.number("start", 1));
    onnx.node("Slice", "positions,zero_place,length,zero_place", "position_rows");
    onnx.node("Add", "word_rows,position_rows", "placed");
    onnx.node("Add", "placed,type_rows", "embedded");
  }

  private void mask() {
    longs("mask_axes", 1, 2);
    onnx.weights(OnnxBuilder.floats("one", List.of(1L), 1));
    onnx.weights(OnnxBuilder.floats("far", List.of(1L), HIDDEN_PLACE));
    onnx.node("Cast", "attention_mask", "shown", OnnxBuilder.number("to", OnnxBuilder.FLOAT));
    onnx.node("Sub", "one,shown", "absent");
    onnx.node("Mul", "absent,far", "penalty");
    onnx.node("Unsqueeze", "penalty,mask_axes", "hidden");
    onnx.weights(
        OnnxBuilder.floats(
            "scale", List.of(1L), 1 / Math.sqrt((double) Encoder.HIDDEN / Encoder.HEADS)));
  }

  private String block(String state, int l) {
    String query = heads(full(state, "query" + l), 0, 2, 1, 3);
    String key = heads(full(state, "key" + l), 0, 2, 3, 1);
    String value = heads(full(state, "value" + l), 0, 2, 1, 3);
    onnx.node("MatMul", query + "," + key, "fit" + l);
    onnx.node("Mul", "fit" + l + ",scale", "scaled" + l);
    onnx.node("Add", "scaled" + l + ",hidden", "masked" + l);
    onnx.node("Softmax", "masked" + l, "shares" + l, OnnxBuilder.number("axis", -1));
    onnx.node("MatMul", "shares" + l + "," + value, "seen" + l);
    onnx.node("Transpose", "seen" + l, "turned" + l, OnnxBuilder.numbers("perm", 0, 2, 1, 3));
    onnx.node("Reshape", "turned" + l + ",join", "joined" + l);
    onnx.node("Add", state + "," + full("joined" + l, "merge" + l), "attended" + l);
    String middle = levelled("attended" + l, "attention" + l);
    onnx.node("Relu", full(middle, "widen" + l), "wide" + l);
    onnx.node("Add", middle + "," + full("wide" + l, "narrow" + l), "summed" + l);
    return levelled("summed" + l, "block" + l);
  }

  private String heads(String in, long... order) {
    onnx.node("Reshape", in + ",split", in + "_split");
    onnx.node("Transpose", in + "_split", in + "_heads", OnnxBuilder.numbers("perm", order));
    return in + "_heads";
  }

  private String full(String in, String name) {
    onnx.node("MatMul", in + "," + name + ".weight", name + ".product");
    onnx.node("Add", name + ".product," + name + ".bias", name + ".out");
    return name + ".out";
  }

  private String levelled(String in, String name) {
    AttributeProto epsilon =
        AttributeProto.newBuilder()
            .setName("epsilon")
            .setType(AttributeProto.AttributeType.FLOAT)
            .setF((float) Tape.EPSILON)
            .build();
    onnx.node(
        "LayerNormalization",
        in + "," + name + ".stretch," + name + ".shift",
        name + ".out",
        OnnxBuilder.number("axis", -1),
        epsilon);
    return name + ".out";
  }

  private void weights(String name, Matrix m) {
    List<Long> dims =
        m.rows == 1 && !name.endsWith(".weight")
            ? List.of((long) m.columns)
            : List.of((long) m.rows, (long) m.columns);
    if (!eightBit || dims.size() < 2) {
      onnx.weights(OnnxBuilder.floats(name, dims, m.value));
      return;
    }
    double most = 0;
    for (double v : m.value) {
      most = Math.max(most, Math.abs(v));
    }
    float scale = (float) (most / Byte.MAX_VALUE);
    byte[] whole = new byte[m.value.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (byte) Math.rint(m.value[i] / scale);
    }
    onnx.weights(
        TensorProto.newBuilder()
            .setName(name + "_quantized")
            .setDataType(INT8)
            .addAllDims(dims)
            .setRawData(ByteString.copyFrom(whole))
            .build());
    onnx.weights(scalar(name + "_scale", scale));
    onnx.node("DequantizeLinear", name + "_quantized," + name + "_scale", name);
  }

  private static TensorProto scalar(String name, float value) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(OnnxBuilder.FLOAT)
        .addFloatData(value)
        .build();
  }

  private void longs(String name, long... values) {
    List<Long> dims = new ArrayList<>(List.of((long) values.length));
    onnx.weights(OnnxBuilder.longs(name, dims, values));
  }
}

package dev.assay;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Small ONNX models for tests, opset 17 and IR 8 unless said otherwise.
public final class OnnxBuilder {

  public static final int FLOAT = 1;
  public static final int INT32 = 6;
  public static final int INT64 = 7;
  public static final int STRING = 8;
  public static final int BOOL = 9;
  public static final int FLOAT16 = 10;
  public static final int DOUBLE = 11;
  public static final int BFLOAT16 = 16;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("g");
  private final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
  private long opset = 17;
  private long mlOpset = 3;

  public static OnnxBuilder model() {
    return new OnnxBuilder();
  }

  public OnnxBuilder opset(long version) {
    opset = version;
    return this;
  }

  public OnnxBuilder mlOpset(long version) {
    mlOpset = version;
    return this;
  }

  /// An input; dimensions below zero are symbolic.
  public OnnxBuilder input(String name, int type, long... dims) {
    graph.addInput(value(name, type, dims));
    return this;
  }

  public OnnxBuilder output(String name, int type, long... dims) {
    graph.addOutput(value(name, type, dims));
    return this;
  }

  /// An output whose shape is not stated.
  public OnnxBuilder output(String name) {
    graph.addOutput(ValueInfoProto.newBuilder().setName(name));
    return this;
  }

  /// An output of maps from whole number to float.
  public OnnxBuilder maps(String name, int keyType) {
    TypeProto number =
        TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(1)).build();
    TypeProto map =
        TypeProto.newBuilder()
            .setMapType(TypeProto.Map.newBuilder().setKeyType(keyType).setValueType(number))
            .build();
    graph.addOutput(
        ValueInfoProto.newBuilder()
            .setName(name)
            .setType(
                TypeProto.newBuilder()
                    .setSequenceType(TypeProto.Sequence.newBuilder().setElemType(map))));
    return this;
  }

  public OnnxBuilder weights(TensorProto tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  public OnnxBuilder function(FunctionProto function) {
    model.addFunctions(function);
    return this;
  }

  public OnnxBuilder metadata(String key, String value) {
    model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    return this;
  }

  /// A node; `operator` is "Relu" or "ai.onnx.ml:ZipMap", names are separated by commas.
  public OnnxBuilder node(
      String operator, String inputs, String outputs, AttributeProto... attributes) {
    graph.addNode(nodeOf(operator, inputs, outputs, attributes));
    return this;
  }

  public OnnxBuilder node(NodeProto node) {
    graph.addNode(node);
    return this;
  }

  public static NodeProto nodeOf(
      String operator, String inputs, String outputs, AttributeProto... attributes) {
    int colon = operator.indexOf(':');
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setDomain(colon < 0 ? "" : operator.substring(0, colon))
            .setOpType(operator.substring(colon + 1))
            .addAllOutput(List.of(outputs.split(",")))
            .addAllAttribute(List.of(attributes));
    if (!inputs.isEmpty()) {
      node.addAllInput(List.of(inputs.split(",", -1)));
    }
    return node.build();
  }

  public GraphProto graph() {
    return graph.build();
  }

  public ModelProto build() {
    return model
        .setGraph(graph)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(mlOpset))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1))
        .build();
  }

  public Path write(Path file) {
    try {
      return Files.write(file, build().toByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public static ValueInfoProto value(String name, int type, long... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long dim : dims) {
      shape.addDim(
          dim < 0
              ? TensorShapeProto.Dimension.newBuilder().setDimParam("N")
              : TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }

  public static TensorProto floats(String name, List<Long> dims, double... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(FLOAT).addAllDims(dims);
    Arrays.stream(values).forEach(v -> tensor.addFloatData((float) v));
    return tensor.build();
  }

  public static TensorProto longs(String name, List<Long> dims, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(INT64).addAllDims(dims);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    return tensor.build();
  }

  public static TensorProto truth(String name, boolean value) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(BOOL)
        .addInt32Data(value ? 1 : 0)
        .build();
  }

  /// A tensor whose content lies elsewhere; entries are key, value, key, value …
  public static TensorProto external(String name, List<Long> dims, String... entries) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(FLOAT)
            .addAllDims(dims)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL);
    for (int i = 0; i < entries.length; i += 2) {
      tensor.addExternalData(
          StringStringEntryProto.newBuilder().setKey(entries[i]).setValue(entries[i + 1]));
    }
    return tensor.build();
  }

  public static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  public static AttributeProto numbers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  public static AttributeProto texts(String name, String... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRINGS);
    Arrays.stream(values).map(ByteString::copyFromUtf8).forEach(attribute::addStrings);
    return attribute.build();
  }

  public static AttributeProto graph(String name, GraphProto value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.GRAPH)
        .setG(value)
        .build();
  }
}

package dev.assay.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import com.google.protobuf.ByteString;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Types, shapes, constants and attributes in a few words.
final class GraphWords {

  private static final int SHOWN = 8;
  private static final int TEXT = 120;
  private static final int RAW_FLOATS = 4;

  private GraphWords() {}

  /// A text of the file, cut so that a graph stays small.
  static String cut(String text) {
    if (text.length() <= TEXT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(TEXT - 1)) ? TEXT - 1 : TEXT;
    return text.substring(0, end) + "…";
  }

  /// "float [batch, 128]"; empty when nothing is said.
  static String type(TypeProto type) {
    return switch (type.getValueCase()) {
      case TENSOR_TYPE ->
          tensor(type.getTensorType().getElemType())
              + (type.getTensorType().hasShape()
                  ? " " + shape(type.getTensorType().getShape())
                  : "");
      case SPARSE_TENSOR_TYPE -> "sparse " + tensor(type.getSparseTensorType().getElemType());
      case SEQUENCE_TYPE -> "sequence of " + inner(type.getSequenceType().getElemType());
      case MAP_TYPE ->
          "map of "
              + tensor(type.getMapType().getKeyType())
              + " to "
              + inner(type.getMapType().getValueType());
      case OPTIONAL_TYPE -> "optional value";
      case OPAQUE_TYPE -> "opaque value";
      case VALUE_NOT_SET -> "";
    };
  }

  // decision: what lies two levels deep is named, not spelled out; a hostile file may nest for long
  private static String inner(TypeProto type) {
    return switch (type.getValueCase()) {
      case TENSOR_TYPE -> tensor(type.getTensorType().getElemType());
      case MAP_TYPE -> "maps";
      case SEQUENCE_TYPE -> "sequences";
      case SPARSE_TENSOR_TYPE, OPTIONAL_TYPE, OPAQUE_TYPE, VALUE_NOT_SET -> "values";
    };
  }

  private static String tensor(int code) {
    return ValueInfos.element(code).name().toLowerCase(Locale.ROOT);
  }

  private static String shape(TensorShapeProto shape) {
    return list(
        shape.getDimList(),
        shape.getDimCount(),
        d ->
            d.hasDimValue()
                ? String.valueOf(d.getDimValue())
                : d.getDimParam().isEmpty() ? "?" : cut(d.getDimParam()));
  }

  /// "float [768, 768]".
  static String type(TensorProto tensor) {
    return tensor(tensor.getDataType())
        + " "
        + list(tensor.getDimsList(), tensor.getDimsCount(), String::valueOf);
  }

  /// "[1, 12, 64]" or "0.125"; empty unless it is a small tensor of numbers.
  static String content(TensorProto tensor) {
    if (Sizes.elements(tensor.getDimsList()) > SHOWN) {
      return "";
    }
    long[] whole = Constants.read(tensor);
    if (whole != null) {
      return few(java.util.Arrays.stream(whole).boxed().toList(), tensor.getDimsCount() == 0);
    }
    return few(floats(tensor), tensor.getDimsCount() == 0);
  }

  private static List<Float> floats(TensorProto tensor) {
    if (tensor.getDataType() != 1) {
      return List.of();
    }
    ByteString raw = tensor.getRawData();
    if (raw.isEmpty()) {
      return tensor.getFloatDataCount() > SHOWN ? List.of() : tensor.getFloatDataList();
    }
    if (raw.size() > RAW_FLOATS * Float.BYTES || raw.size() % Float.BYTES != 0) {
      return List.of();
    }
    var values = raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    return java.util.stream.Stream.generate(values::get).limit(values.remaining()).toList();
  }

  private static String few(List<? extends Number> values, boolean scalar) {
    if (values.isEmpty()) {
      return "";
    }
    return scalar && values.size() == 1
        ? values.getFirst().toString()
        : list(values, values.size(), String::valueOf);
  }

  /// An attribute's value.
  static String value(AttributeProto a) {
    if (!a.getRefAttrName().isEmpty()) {
      return "as the function's " + cut(a.getRefAttrName());
    }
    return switch (a.getType()) {
      case FLOAT -> String.valueOf(a.getF());
      case INT -> String.valueOf(a.getI());
      case STRING -> quoted(a.getS());
      case TENSOR -> (type(a.getT()) + " " + content(a.getT())).strip();
      case GRAPH -> "graph of " + nodes(a.getG().getNodeCount());
      case SPARSE_TENSOR -> "sparse tensor";
      case TYPE_PROTO -> type(a.getTp());
      case FLOATS -> list(a.getFloatsList(), a.getFloatsCount(), String::valueOf);
      case INTS -> list(a.getIntsList(), a.getIntsCount(), String::valueOf);
      case STRINGS -> list(a.getStringsList(), a.getStringsCount(), GraphWords::quoted);
      case TENSORS -> a.getTensorsCount() + " tensors";
      case GRAPHS -> a.getGraphsCount() + " graphs";
      case SPARSE_TENSORS -> a.getSparseTensorsCount() + " sparse tensors";
      case TYPE_PROTOS -> a.getTypeProtosCount() + " types";
      case UNDEFINED -> "of a kind that the file does not say";
    };
  }

  private static String nodes(int count) {
    return count + (count == 1 ? " node" : " nodes");
  }

  private static String quoted(ByteString text) {
    ByteString head = text.size() > TEXT * 4 ? text.substring(0, TEXT * 4) : text;
    return "'" + cut(head.toStringUtf8()) + "'";
  }

  private static <T> String list(List<T> values, int count, Function<T, String> words) {
    String shown =
        values.stream().limit(SHOWN).map(words).collect(Collectors.joining(", ", "[", ""));
    return count <= SHOWN
        ? shown + "]"
        : String.format(Locale.ROOT, "%s, … ] (%,d values)", shown, count);
  }

  /// "then_branch of If 'choose'".
  static String title(String attribute, NodeProto node) {
    String name = node.getName().isEmpty() ? "" : " '" + cut(node.getName()) + "'";
    return cut(attribute) + " of " + cut(node.getOpType()) + name;
  }

  /// Whether the node only holds a constant.
  static boolean isConstant(NodeProto node) {
    return Nodes.is(node, Nodes.ONNX, "Constant") && node.getOutputCount() == 1;
  }

  /// Type of the value that a Constant node makes.
  static GraphValue constant(NodeProto node) {
    String name = cut(node.getOutput(0));
    var tensor = Nodes.attribute(node, "value");
    if (tensor.isPresent()) {
      TensorProto held = tensor.get().getT();
      return new GraphValue(name, type(held), GraphValue.Source.CONSTANT, content(held));
    }
    String words = node.getAttributeList().stream().findFirst().map(GraphWords::value).orElse("");
    return new GraphValue(name, "", GraphValue.Source.CONSTANT, words);
  }

  /// A weight.
  static GraphValue constant(TensorProto tensor) {
    return new GraphValue(
        cut(tensor.getName()), type(tensor), GraphValue.Source.CONSTANT, content(tensor));
  }

  /// Graphs of a node with the names of their attributes.
  static void forEachBody(
      NodeProto node, java.util.function.BiConsumer<String, GraphProto> visitor) {
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        visitor.accept(attribute.getName(), attribute.getG());
      }
      attribute.getGraphsList().forEach(g -> visitor.accept(attribute.getName(), g));
    }
  }
}

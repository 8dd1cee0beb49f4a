package dev.assay.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Nodes and their attributes, in words.
final class Nodes {

  /// The default domain's full name.
  static final String ONNX = "ai.onnx";

  static final String ML = "ai.onnx.ml";
  static final String CONTRIB = "com.microsoft";

  private static final int NAME_LENGTH = 60;

  private Nodes() {}

  static String domain(String domain) {
    return domain.isEmpty() ? ONNX : domain;
  }

  /// "ai.onnx:Relu".
  static String key(NodeProto node) {
    return domain(node.getDomain()) + ":" + node.getOpType();
  }

  static boolean is(NodeProto node, String domain, String operator) {
    return node.getOpType().equals(operator) && domain(node.getDomain()).equals(domain);
  }

  /// The node as a sentence names it: "node 'dense_1' (MatMul)".
  static String named(NodeProto node) {
    String operator = Visible.of(node.getOpType(), NAME_LENGTH);
    String name = node.getName();
    if (name.isEmpty() && node.getOutputCount() > 0) {
      return "the " + operator + " node that makes " + quoted(node.getOutput(0));
    }
    return "node " + quoted(name) + " (" + operator + ")";
  }

  /// A name from the file in quotes, safe to show.
  static String quoted(String name) {
    return "'" + Visible.of(name, NAME_LENGTH) + "'";
  }

  static Optional<AttributeProto> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
  }

  static long number(NodeProto node, String name, long otherwise) {
    return attribute(node, name).map(AttributeProto::getI).orElse(otherwise);
  }

  static List<Long> numbers(NodeProto node, String name) {
    return attribute(node, name).map(AttributeProto::getIntsList).orElse(List.of());
  }

  static String text(NodeProto node, String name) {
    return attribute(node, name).map(a -> a.getS().toStringUtf8()).orElse("");
  }

  static List<String> texts(NodeProto node, String name) {
    return attribute(node, name)
        .map(a -> a.getStringsList().stream().map(ByteString::toStringUtf8).toList())
        .orElse(List.of());
  }

  /// The input at this place; empty when left out.
  static String input(NodeProto node, int place) {
    return place < node.getInputCount() ? node.getInput(place) : "";
  }

  /// Graphs inside the node: branches of an If, the body of a Loop or Scan.
  static List<GraphProto> subgraphs(NodeProto node) {
    List<GraphProto> graphs = new ArrayList<>();
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        graphs.add(attribute.getG());
      }
      graphs.addAll(attribute.getGraphsList());
    }
    return graphs;
  }

  /// Tensors inside the node's attributes.
  static List<TensorProto> tensors(NodeProto node) {
    List<TensorProto> tensors = new ArrayList<>();
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasT()) {
        tensors.add(attribute.getT());
      }
      tensors.addAll(attribute.getTensorsList());
      if (attribute.hasSparseTensor()) {
        tensors.add(attribute.getSparseTensor().getValues());
        tensors.add(attribute.getSparseTensor().getIndices());
      }
      attribute
          .getSparseTensorsList()
          .forEach(
              s -> {
                tensors.add(s.getValues());
                tensors.add(s.getIndices());
              });
    }
    return tensors;
  }
}

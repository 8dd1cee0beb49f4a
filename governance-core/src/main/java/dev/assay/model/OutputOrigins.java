package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows outputs back to the operator that decides what they mean, and inputs forward to the
/// categories that the model knows.
final class OutputOrigins {

  /// Steps that change neither meaning nor the order of columns.
  private static final Set<String> PASSING =
      Set.of(
          "ai.onnx:Identity",
          "ai.onnx:Cast",
          "ai.onnx:Reshape",
          "ai.onnx:Squeeze",
          "ai.onnx:Unsqueeze",
          "ai.onnx:Flatten");

  private static final Set<String> CLASSIFIERS =
      Set.of("LinearClassifier", "SVMClassifier", "TreeEnsembleClassifier");

  private static final int MOST_CLASSES = 10_000;

  private OutputOrigins() {}

  static List<OutputOrigin> of(GraphProto graph) {
    Map<String, NodeProto> makers = new HashMap<>();
    for (NodeProto node : graph.getNodeList()) {
      node.getOutputList().forEach(o -> makers.put(o, node));
    }
    List<OutputOrigin> origins = new ArrayList<>();
    for (ValueInfoProto output : graph.getOutputList()) {
      origins.add(origin(output.getName(), makers, graph.getNodeCount()));
    }
    return origins;
  }

  private static OutputOrigin origin(String output, Map<String, NodeProto> makers, int nodes) {
    String name = output;
    NodeProto maker = makers.get(name);
    for (int step = 0;
        step < nodes && maker != null && PASSING.contains(Nodes.key(maker));
        step++) {
      name = Nodes.input(maker, 0);
      maker = makers.get(name);
    }
    if (maker == null) {
      return new OutputOrigin(output, "", 0, "", List.of());
    }
    int place = Math.max(0, maker.getOutputList().indexOf(name));
    return new OutputOrigin(
        output, Nodes.key(maker), place, transform(maker), classes(maker, makers, nodes));
  }

  private static String transform(NodeProto node) {
    if (!isClassifier(node)) {
      return "";
    }
    String transform = Nodes.text(node, "post_transform");
    return transform.isEmpty() ? "NONE" : transform;
  }

  private static boolean isClassifier(NodeProto node) {
    return Nodes.domain(node.getDomain()).equals(Nodes.ML)
        && CLASSIFIERS.contains(node.getOpType());
  }

  private static List<String> classes(NodeProto node, Map<String, NodeProto> makers, int nodes) {
    List<String> classes =
        switch (node.getOpType()) {
          case "ZipMap", "LinearClassifier", "SVMClassifier", "TreeEnsembleClassifier" ->
              labels(node, "classlabels_strings", "classlabels_int64s", "classlabels_ints");
          case "LabelEncoder" -> labels(node, "values_strings", "values_int64s", "");
          case "Normalizer" -> before(node, makers, nodes);
          default -> List.of();
        };
    return classes.size() > MOST_CLASSES ? List.of() : classes;
  }

  /// A Normalizer only scales the columns of what comes before it.
  private static List<String> before(NodeProto node, Map<String, NodeProto> makers, int nodes) {
    NodeProto maker = makers.get(Nodes.input(node, 0));
    for (int step = 0;
        step < nodes && maker != null && PASSING.contains(Nodes.key(maker));
        step++) {
      maker = makers.get(Nodes.input(maker, 0));
    }
    return maker != null && isClassifier(maker) ? classes(maker, makers, nodes) : List.of();
  }

  private static List<String> labels(
      NodeProto node, String texts, String numbers, String otherNumbers) {
    List<String> named = Nodes.texts(node, texts);
    if (!named.isEmpty()) {
      return List.copyOf(named);
    }
    List<Long> counted = Nodes.numbers(node, numbers);
    List<Long> found = counted.isEmpty() ? Nodes.numbers(node, otherNumbers) : counted;
    return found.stream().map(String::valueOf).toList();
  }

  /// The categories that encoders know which read an input directly, by input.
  static Map<String, List<String>> categories(GraphProto graph) {
    Map<String, List<String>> found = new HashMap<>();
    for (NodeProto node : graph.getNodeList()) {
      List<String> known =
          switch (Nodes.key(node)) {
            case "ai.onnx.ml:OneHotEncoder", "ai.onnx.ml:CategoryMapper" ->
                Nodes.texts(node, "cats_strings");
            case "ai.onnx.ml:LabelEncoder" -> Nodes.texts(node, "keys_strings");
            default -> List.of();
          };
      if (!known.isEmpty() && known.size() <= MOST_CLASSES) {
        found.putIfAbsent(Nodes.input(node, 0), List.copyOf(known));
      }
    }
    return found;
  }
}

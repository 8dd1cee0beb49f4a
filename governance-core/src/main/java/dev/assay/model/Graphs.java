package dev.assay.model;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Walks everything in a model: its graph, graphs within nodes, its own functions.
final class Graphs {

  private Graphs() {}

  /// Every node, subgraphs and functions included.
  static void forEachNode(ModelProto model, Consumer<NodeProto> visitor) {
    forEachNode(model.getGraph().getNodeList(), visitor);
    for (FunctionProto function : model.getFunctionsList()) {
      forEachNode(function.getNodeList(), visitor);
    }
  }

  private static void forEachNode(List<NodeProto> nodes, Consumer<NodeProto> visitor) {
    for (NodeProto node : nodes) {
      visitor.accept(node);
      Nodes.subgraphs(node).forEach(g -> forEachNode(g.getNodeList(), visitor));
    }
  }

  /// Every graph, the main one first.
  static void forEachGraph(ModelProto model, Consumer<GraphProto> visitor) {
    visitor.accept(model.getGraph());
    forEachNode(model, node -> Nodes.subgraphs(node).forEach(visitor));
  }

  /// Every tensor that the file holds or points to.
  static void forEachTensor(ModelProto model, Consumer<TensorProto> visitor) {
    forEachGraph(
        model,
        graph -> {
          graph.getInitializerList().forEach(visitor);
          graph
              .getSparseInitializerList()
              .forEach(
                  s -> {
                    visitor.accept(s.getValues());
                    visitor.accept(s.getIndices());
                  });
        });
    forEachNode(model, node -> Nodes.tensors(node).forEach(visitor));
    model
        .getTrainingInfoList()
        .forEach(t -> t.getInitialization().getInitializerList().forEach(visitor));
  }

  /// Names of the graph's initialisers.
  static Set<String> initialisers(GraphProto graph) {
    Set<String> names = new HashSet<>();
    graph.getInitializerList().forEach(t -> names.add(t.getName()));
    graph.getSparseInitializerList().forEach(s -> names.add(s.getValues().getName()));
    return names;
  }
}

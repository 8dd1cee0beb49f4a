package dev.assay.model;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Reads the graph of a model for drawing, without running it. Runs in the worker.
public final class ModelGraphReader {

  /// Most characters of all texts together; far more than a graph of the largest size holds.
  private static final long MOST_CHARACTERS = 6_000_000;

  private static final String TABLE =
      "The model's operators are counted in the table of its overview; Netron draws larger graphs.";

  private final String file;
  private final Deque<BodyReader> waiting = new ArrayDeque<>();
  private int bodies;
  private int boxes;
  private int edges;
  private long characters;

  private ModelGraphReader(Path model) {
    file = "Model " + Visible.of(String.valueOf(model.getFileName()), 120);
  }

  /// Reads the graph.
  ///
  /// @param model a `.onnx` file or the folder of a transformer; weights are not read
  /// @throws InputRejected when it is no ONNX model, or has more nodes or edges than are drawn
  public static ModelGraph read(Path model) {
    Path file = TransformerFolder.at(model).map(TransformerFolder::graph).orElse(model);
    return new ModelGraphReader(file).graph(ModelFile.open(file).proto());
  }

  private ModelGraph graph(ModelProto model) {
    long[] operators = {0};
    Graphs.forEachNode(model, node -> operators[0] += GraphWords.isConstant(node) ? 0 : 1);
    if (operators[0] > ModelGraph.MOST_NODES) {
      throw tooLarge(operators[0], "nodes", ModelGraph.MOST_NODES);
    }
    enqueue(BodyReader.main(model.getGraph()));
    for (FunctionProto function : model.getFunctionsList()) {
      enqueue(BodyReader.function(function));
    }
    List<GraphBody> read = new ArrayList<>();
    for (BodyReader next = waiting.poll(); next != null; next = waiting.poll()) {
      read.add(next.read(read.size(), this));
    }
    return new ModelGraph(read);
  }

  /// Has a body read later.
  ///
  /// @return the index that it will have
  int enqueue(BodyReader body) {
    waiting.add(body);
    return bodies++;
  }

  void countBox() {
    if (++boxes > ModelGraph.MOST_BOXES) {
      throw tooLarge(boxes, "nodes, inputs and outputs or more", ModelGraph.MOST_BOXES);
    }
  }

  void countEdge() {
    if (++edges > ModelGraph.MOST_EDGES) {
      throw tooLarge(edges, "connections or more", ModelGraph.MOST_EDGES);
    }
  }

  /// A text that goes into the drawing, cut when it is long.
  String text(String text) {
    String kept = GraphWords.cut(text);
    count(kept);
    return kept;
  }

  /// A value that goes into the drawing.
  GraphValue value(GraphValue value) {
    count(value.name());
    count(value.type());
    count(value.content());
    return value;
  }

  private void count(String text) {
    characters += text.length();
    if (characters > MOST_CHARACTERS) {
      throw tooLarge(characters, "characters of names and types or more", MOST_CHARACTERS);
    }
  }

  private InputRejected tooLarge(long count, String what, long most) {
    return new InputRejected(
        "MODEL-GRAPH-SIZE",
        String.format(
            Locale.ROOT, "%s has %,d %s; graphs are drawn up to %,d.", file, count, what, most),
        TABLE);
  }

  /// Names that a graph uses without making them, in the order of their use.
  static java.util.Set<String> captured(GraphProto graph) {
    java.util.Set<String> used = new java.util.LinkedHashSet<>();
    java.util.Set<String> made = new java.util.HashSet<>(Graphs.initialisers(graph));
    graph.getInputList().forEach(i -> made.add(i.getName()));
    graph
        .getNodeList()
        .forEach(
            node -> {
              used.addAll(node.getInputList());
              made.addAll(node.getOutputList());
              Nodes.subgraphs(node).forEach(inner -> used.addAll(captured(inner)));
            });
    graph.getOutputList().forEach(o -> used.add(o.getName()));
    used.removeAll(made);
    used.remove("");
    return used;
  }
}

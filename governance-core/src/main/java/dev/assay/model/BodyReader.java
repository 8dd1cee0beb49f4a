package dev.assay.model;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.assay.model.GraphValue.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one graph of a model for drawing.
final class BodyReader {

  private static final int MOST_VALUES = 64;
  private static final int MOST_ATTRIBUTES = 40;

  private final String title;
  private final GraphProto graph;
  private final @Nullable BodyReader outer;
  private final int parentNode;
  private int index;
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, GraphValue> constants = new HashMap<>();
  private final Map<String, Integer> makers = new HashMap<>();
  private final List<GraphNode> nodes = new ArrayList<>();
  private final Set<GraphEdge> edges = new LinkedHashSet<>();

  private BodyReader(String title, GraphProto graph, @Nullable BodyReader outer, int parentNode) {
    this.title = title;
    this.graph = graph;
    this.outer = outer;
    this.parentNode = parentNode;
  }

  /// The main graph.
  static BodyReader main(GraphProto graph) {
    return new BodyReader("main graph", graph, null, GraphBody.NONE);
  }

  /// A function of the model.
  static BodyReader function(FunctionProto function) {
    GraphProto.Builder graph = GraphProto.newBuilder().addAllNode(function.getNodeList());
    function.getInputList().forEach(i -> graph.addInput(named(i)));
    function.getOutputList().forEach(o -> graph.addOutput(named(o)));
    graph.addAllValueInfo(function.getValueInfoList());
    String title = "function " + GraphWords.cut(function.getName());
    return new BodyReader(title, graph.build(), null, GraphBody.NONE);
  }

  private static ValueInfoProto named(Object name) {
    return ValueInfoProto.newBuilder().setName(String.valueOf(name)).build();
  }

  /// Reads it.
  ///
  /// @param own the index that it has in the model
  GraphBody read(int own, ModelGraphReader model) {
    index = own;
    graph.getValueInfoList().forEach(this::typed);
    graph.getInputList().forEach(this::typed);
    graph.getOutputList().forEach(this::typed);
    graph.getInitializerList().forEach(t -> constants.put(t.getName(), GraphWords.constant(t)));
    graph
        .getSparseInitializerList()
        .forEach(s -> constants.put(s.getValues().getName(), GraphWords.constant(s.getValues())));
    Set<String> results = new HashSet<>();
    graph.getOutputList().forEach(o -> results.add(o.getName()));
    List<NodeProto> drawn = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      if (GraphWords.isConstant(node) && !results.contains(node.getOutput(0))) {
        constants.put(node.getOutput(0), GraphWords.constant(node));
      } else {
        drawn.add(node);
        positions.add(i);
      }
    }
    inputs(model);
    int first = nodes.size();
    for (int i = 0; i < drawn.size(); i++) {
      for (String output : drawn.get(i).getOutputList()) {
        makers.putIfAbsent(output, first + i);
      }
    }
    for (int i = 0; i < drawn.size(); i++) {
      operator(drawn.get(i), positions.get(i), model);
    }
    outputs(model);
    return new GraphBody(
        model.text(title),
        outer == null ? GraphBody.NONE : outer.index,
        parentNode,
        nodes,
        List.copyOf(edges),
        constants.size());
  }

  private void typed(ValueInfoProto value) {
    types.putIfAbsent(value.getName(), GraphWords.type(value.getType()));
  }

  private void inputs(ModelGraphReader model) {
    Set<String> fixed = Graphs.initialisers(graph);
    int position = 0;
    for (ValueInfoProto input : graph.getInputList()) {
      if (!fixed.contains(input.getName())) {
        makers.putIfAbsent(input.getName(), nodes.size());
        GraphValue value = value(input.getName(), Source.COMPUTED, model);
        port(GraphNode.Kind.INPUT, position++, List.of(), List.of(value), model);
      }
    }
  }

  private void outputs(ModelGraphReader model) {
    int position = 0;
    for (ValueInfoProto output : graph.getOutputList()) {
      int box = nodes.size();
      GraphValue value = used(output.getName(), box, model);
      port(GraphNode.Kind.OUTPUT, position++, List.of(value), List.of(), model);
    }
  }

  private void port(
      GraphNode.Kind kind,
      int position,
      List<GraphValue> inputs,
      List<GraphValue> outputs,
      ModelGraphReader model) {
    model.countBox();
    String name = inputs.isEmpty() ? outputs.getFirst().name() : inputs.getFirst().name();
    nodes.add(
        new GraphNode(
            kind, position, "", "", model.text(name), List.of(), inputs, outputs, 0, List.of()));
  }

  private void operator(NodeProto node, int position, ModelGraphReader model) {
    model.countBox();
    int box = nodes.size();
    List<GraphValue> inputs = new ArrayList<>();
    for (String input : node.getInputList()) {
      GraphValue value = used(input, box, model);
      if (inputs.size() < MOST_VALUES) {
        inputs.add(value);
      }
    }
    List<GraphValue> outputs =
        node.getOutputList().stream()
            .limit(MOST_VALUES)
            .map(o -> value(o, o.isEmpty() ? Source.ABSENT : Source.COMPUTED, model))
            .toList();
    List<Integer> bodies = new ArrayList<>();
    GraphWords.forEachBody(
        node,
        (attribute, body) -> {
          bodies.add(
              model.enqueue(new BodyReader(GraphWords.title(attribute, node), body, this, box)));
          ModelGraphReader.captured(body).forEach(name -> connect(name, box, model));
        });
    int more = node.getInputCount() - inputs.size() + node.getOutputCount() - outputs.size();
    nodes.add(
        new GraphNode(
            GraphNode.Kind.OPERATOR,
            position,
            model.text(Nodes.domain(node.getDomain())),
            model.text(node.getOpType()),
            model.text(node.getName()),
            attributes(node, model),
            inputs,
            outputs,
            more,
            bodies));
  }

  private static List<GraphAttribute> attributes(NodeProto node, ModelGraphReader model) {
    return node.getAttributeList().stream()
        .limit(MOST_ATTRIBUTES)
        .map(a -> new GraphAttribute(model.text(a.getName()), model.text(GraphWords.value(a))))
        .toList();
  }

  private GraphValue used(String name, int box, ModelGraphReader model) {
    if (name.isEmpty()) {
      return new GraphValue("", "", Source.ABSENT, "");
    }
    connect(name, box, model);
    GraphValue constant = constants.get(name);
    if (constant != null && !makers.containsKey(name)) {
      return model.value(constant);
    }
    return value(name, makers.containsKey(name) ? Source.COMPUTED : Source.OUTSIDE, model);
  }

  private void connect(String name, int box, ModelGraphReader model) {
    Integer maker = makers.get(name);
    if (maker != null
        && edges.add(
            new GraphEdge(maker, box, GraphWords.cut(name), types.getOrDefault(name, "")))) {
      model.countEdge();
      model.text(name);
    }
  }

  private GraphValue value(String name, Source source, ModelGraphReader model) {
    for (BodyReader at = this; source == Source.OUTSIDE && at != null; at = at.outer) {
      GraphValue constant = at.constants.get(name);
      if (constant != null) {
        return model.value(constant);
      }
      String type = at.types.get(name);
      if (type != null) {
        return model.value(new GraphValue(GraphWords.cut(name), type, source, ""));
      }
    }
    return model.value(
        new GraphValue(GraphWords.cut(name), types.getOrDefault(name, ""), source, ""));
  }
}

package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every value that is read must be made, once, by something that does not wait for it.
final class WiringRule implements ScanRule {

  private static final int DEEP = 10_000;
  private static final String REMEDY = "Export the model again; its graph is damaged.";

  @Override
  public void look(ModelFile file, Findings findings) {
    look(file.proto().getGraph(), null, findings);
  }

  private void look(GraphProto graph, @Nullable Scope outside, Findings findings) {
    Set<String> made = new HashSet<>(Graphs.initialisers(graph));
    graph.getInputList().forEach(i -> made.add(i.getName()));
    Map<String, Integer> makers = new HashMap<>();
    for (int n = 0; n < graph.getNodeCount(); n++) {
      for (String output : graph.getNode(n).getOutputList()) {
        boolean twice =
            !output.isEmpty() && (made.contains(output) || makers.put(output, n) != null);
        if (twice) {
          findings.refuse(
              "MODEL-GRAPH", "Value " + Nodes.quoted(output) + " is made twice.", REMEDY);
        }
      }
    }
    made.addAll(makers.keySet());
    Scope known = new Scope(made, outside);
    for (ValueInfoProto output : graph.getOutputList()) {
      if (!known.knows(output.getName())) {
        findings.refuse(
            "MODEL-GRAPH",
            "Nothing makes the output " + Nodes.quoted(output.getName()) + ".",
            REMEDY);
      }
    }
    List<Set<Integer>> before = new ArrayList<>();
    for (NodeProto node : graph.getNodeList()) {
      before.add(lookAtInputs(node, known, makers, findings));
      Nodes.subgraphs(node).forEach(g -> look(g, known, findings));
    }
    order(graph, before, findings);
  }

  private static Set<Integer> lookAtInputs(
      NodeProto node, Scope known, Map<String, Integer> makers, Findings findings) {
    Set<Integer> before = new HashSet<>();
    for (String input : node.getInputList()) {
      if (!input.isEmpty() && !known.knows(input)) {
        findings.refuse(
            "MODEL-GRAPH",
            capital(Nodes.named(node)) + " reads " + Nodes.quoted(input) + ", which nothing makes.",
            REMEDY);
      }
      Integer maker = makers.get(input);
      if (maker != null) {
        before.add(maker);
      }
    }
    Nodes.subgraphs(node).forEach(g -> addImplicit(g, makers, before));
    return before;
  }

  /// Values of the outer graph that a graph within a node reads.
  private static void addImplicit(
      GraphProto graph, Map<String, Integer> makers, Set<Integer> before) {
    for (NodeProto node : graph.getNodeList()) {
      for (String input : node.getInputList()) {
        Integer maker = makers.get(input);
        if (maker != null) {
          before.add(maker);
        }
      }
      Nodes.subgraphs(node).forEach(g -> addImplicit(g, makers, before));
    }
  }

  private static void order(GraphProto graph, List<Set<Integer>> before, Findings findings) {
    int nodes = before.size();
    int[] waiting = new int[nodes];
    List<List<Integer>> after = new ArrayList<>();
    before.forEach(b -> after.add(new ArrayList<>(2)));
    Deque<Integer> ready = new ArrayDeque<>();
    for (int n = 0; n < nodes; n++) {
      waiting[n] = before.get(n).size();
      for (int earlier : before.get(n)) {
        after.get(earlier).add(n);
      }
      if (waiting[n] == 0) {
        ready.add(n);
      }
    }
    int[] depth = new int[nodes];
    int deepest = 0;
    int done = 0;
    while (!ready.isEmpty()) {
      int n = ready.remove();
      done++;
      deepest = Math.max(deepest, depth[n] + 1);
      for (int next : after.get(n)) {
        depth[next] = Math.max(depth[next], depth[n] + 1);
        if (--waiting[next] == 0) {
          ready.add(next);
        }
      }
    }
    if (done < nodes) {
      findings.refuse("MODEL-CYCLE", "Nodes wait for each other: " + stuck(graph, waiting), REMEDY);
    }
    if (deepest > DEEP) {
      findings.warn(
          "MODEL-DEEP",
          "The graph is a chain of " + deepest + " nodes; it will be slow to load.",
          "Nothing needs to be done; simplify the graph when exporting to load faster.");
    }
  }

  private static String stuck(GraphProto graph, int[] waiting) {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < waiting.length && names.size() < 3; n++) {
      if (waiting[n] > 0) {
        names.add(Nodes.named(graph.getNode(n)));
      }
    }
    return names.stream().collect(Collectors.joining(", ", "", "."));
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}

package dev.assay.compare;

import dev.assay.compare.ModelChange.Part;
import dev.assay.model.ModelContents.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which node of one graph is which node of another: first by the value that it makes, whose name
/// is its own within a graph; what is left by the longest common run of operators in their order,
/// for exporters name values anew.
///
/// @param named pairs that make a value of the same name
/// @param renamed pairs that stand at the same place under other names
/// @param removed nodes that only the first graph has
/// @param added nodes that only the second has
record NodeMatching(
    List<Pair> named, List<Pair> renamed, List<Operation> removed, List<Operation> added) {

  /// Most steps of the search for the longest common run; beyond it nodes are only told by name.
  private static final long MOST_STEPS = 25_000_000;

  /// The same node in both.
  record Pair(Operation first, Operation second) {}

  static NodeMatching of(List<Operation> first, List<Operation> second) {
    Map<String, Operation> byValue = new HashMap<>();
    second.forEach(node -> byValue.putIfAbsent(value(node), node));
    List<Pair> named = new ArrayList<>();
    List<Operation> removed = new ArrayList<>();
    for (Operation node : first) {
      Operation same = byValue.remove(value(node));
      if (same == null) {
        removed.add(node);
      } else {
        named.add(new Pair(node, same));
      }
    }
    Map<Operation, Boolean> left = new java.util.IdentityHashMap<>();
    byValue.values().forEach(node -> left.put(node, true));
    List<Operation> added = new ArrayList<>(second.stream().filter(left::containsKey).toList());
    List<Pair> renamed = longestRun(removed, added);
    renamed.forEach(
        pair -> {
          removed.removeIf(node -> node == pair.first);
          added.removeIf(node -> node == pair.second);
        });
    return new NodeMatching(named, renamed, removed, added);
  }

  /// The name of the value that a node makes, within its graph; its own where it makes none.
  private static String value(Operation node) {
    String made =
        node.outputs().stream().filter(name -> !name.isEmpty()).findFirst().orElse(node.name());
    return node.graph() + "\n" + made;
  }

  private static List<Pair> longestRun(List<Operation> first, List<Operation> second) {
    if ((long) first.size() * second.size() > MOST_STEPS) {
      return List.of();
    }
    int[][] longest = new int[first.size() + 1][second.size() + 1];
    for (int i = first.size() - 1; i >= 0; i--) {
      for (int k = second.size() - 1; k >= 0; k--) {
        longest[i][k] =
            alike(first.get(i), second.get(k))
                ? longest[i + 1][k + 1] + 1
                : Math.max(longest[i + 1][k], longest[i][k + 1]);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int k = 0;
    while (i < first.size() && k < second.size()) {
      if (alike(first.get(i), second.get(k))) {
        pairs.add(new Pair(first.get(i++), second.get(k++)));
      } else if (longest[i + 1][k] >= longest[i][k + 1]) {
        i++;
      } else {
        k++;
      }
    }
    return pairs;
  }

  private static boolean alike(Operation first, Operation second) {
    return first.operator().equals(second.operator())
        && first.inputs().size() == second.inputs().size();
  }

  /// What differs, node by node.
  List<ModelChange> changes() {
    List<ModelChange> changes = new ArrayList<>();
    for (Pair pair : named) {
      compare(pair, true, changes);
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (Pair pair : renamed) {
      names.put(called(pair.first), called(pair.second));
      compare(pair, false, changes);
    }
    if (!names.isEmpty()) {
      Map.Entry<String, String> one = names.entrySet().iterator().next();
      changes.add(
          new ModelChange(
              Part.NODE,
              renamed.size() + (renamed.size() == 1 ? " node" : " nodes") + " under another name",
              "for instance " + one.getKey(),
              "for instance " + one.getValue()));
    }
    removed.forEach(n -> changes.add(new ModelChange(Part.NODE, called(n), words(n), null)));
    added.forEach(n -> changes.add(new ModelChange(Part.NODE, called(n), null, words(n))));
    return changes;
  }

  /// Values are named anew with the nodes that make them, so wiring is only told of named nodes.
  private static void compare(Pair pair, boolean wiring, List<ModelChange> changes) {
    Operation first = pair.first;
    Operation second = pair.second;
    boolean same =
        first.operator().equals(second.operator())
            && first.attributes().equals(second.attributes())
            && (!wiring
                || first.inputs().equals(second.inputs())
                    && first.outputs().equals(second.outputs()));
    if (!same) {
      changes.add(new ModelChange(Part.NODE, called(first), words(first), words(second)));
    }
  }

  private static String called(Operation node) {
    String name =
        node.name().isEmpty()
            ? "the " + node.operator() + " that makes " + String.join(", ", node.outputs())
            : node.name();
    return node.graph().isEmpty() ? name : node.graph() + ": " + name;
  }

  private static String words(Operation node) {
    String attributes =
        node.attributes().entrySet().stream()
            .map(a -> a.getKey() + "=" + a.getValue())
            .collect(Collectors.joining(", "));
    return node.operator()
        + "("
        + String.join(", ", node.inputs())
        + ") → "
        + String.join(", ", node.outputs())
        + (attributes.isEmpty() ? "" : " with " + attributes);
  }
}

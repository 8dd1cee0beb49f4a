package dev.assay.app.gui.model.graph;

import dev.assay.common.Visible;
import dev.assay.model.GraphNode;
import dev.assay.model.GraphValue;
import java.util.Locale;

/// Nodes and values in words.
final class NodeWords {

  private static final int NAME = 130;

  private NodeWords() {}

  /// "MatMul", "Input", "Output".
  static String title(GraphNode node) {
    return switch (node.kind()) {
      case OPERATOR -> shown(node.operator());
      case INPUT -> "Input";
      case OUTPUT -> "Output";
    };
  }

  /// "node 17 of its graph, operator of ai.onnx".
  static String subtitle(GraphNode node) {
    return switch (node.kind()) {
      case OPERATOR ->
          String.format(
              Locale.ROOT,
              "%s · %s · node %,d in the file",
              shown(node.domain()),
              OperatorFamily.of(node).words(),
              node.position() + 1);
      case INPUT ->
          String.format(Locale.ROOT, "%s input of the graph", ordinal(node.position() + 1));
      case OUTPUT ->
          String.format(Locale.ROOT, "%s output of the graph", ordinal(node.position() + 1));
    };
  }

  /// Type, contents and where it comes from: "float [768, 768] · constant".
  static String value(GraphValue value) {
    StringBuilder words = new StringBuilder();
    words.append(value.type().isEmpty() ? "type not stated in the file" : Visible.of(value.type()));
    if (!value.content().isEmpty()) {
      words.append(" = ").append(Visible.of(value.content()));
    }
    return words
        .append(
            switch (value.source()) {
              case COMPUTED -> "";
              case CONSTANT -> " · constant";
              case OUTSIDE -> " · from the graph around";
              case ABSENT -> "";
            })
        .toString();
  }

  /// Name of a value.
  static String name(GraphValue value) {
    return value.source() == GraphValue.Source.ABSENT ? "(left out)" : shown(value.name());
  }

  /// Everything of a node that is not listed one below the other, for those who do not see it.
  static String sentence(GraphNode node) {
    return title(node)
        + (node.name().isEmpty() ? "" : " " + shown(node.name()))
        + ", "
        + counted(node.inputs().size(), "input")
        + ", "
        + counted(node.outputs().size(), "output")
        + ".";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /// A text of the file.
  static String shown(String text) {
    return Visible.of(text, NAME);
  }

  private static String ordinal(int number) {
    int tens = number % 100;
    if (tens >= 11 && tens <= 13) {
      return number + "th";
    }
    return number
        + switch (number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}

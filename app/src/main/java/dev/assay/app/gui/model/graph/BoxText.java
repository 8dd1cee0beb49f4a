package dev.assay.app.gui.model.graph;

import dev.assay.common.Visible;
import dev.assay.model.GraphNode;
import dev.assay.model.GraphValue;
import dev.assay.model.ModelGraph;
import java.util.ArrayList;
import java.util.List;

/// What stands in a box, and how large the box is for it.
///
/// @param title operator, or name of the input or output
/// @param notes short lines below: weights, type, bodies
/// @param family what the operator is for
record BoxText(String title, List<String> notes, OperatorFamily family) {

  static final double TITLE_SIZE = 12;
  static final double NOTE_SIZE = 10.5;
  static final double TITLE_HEIGHT = 26;
  static final double NOTE_HEIGHT = 15;
  static final double PADDING = 12;

  private static final double TITLE_WIDTH = 7.3;
  static final double NOTE_WIDTH = 5.9;
  private static final double LEAST_WIDTH = 76;
  private static final double MOST_WIDTH = 250;
  private static final int MOST_NOTES = 3;
  private static final int TITLE_LETTERS = 34;
  private static final int NOTE_LETTERS = 40;
  private static final int NAME_LETTERS = 16;

  static BoxText of(ModelGraph graph, GraphNode node) {
    OperatorFamily family = OperatorFamily.of(node);
    return switch (node.kind()) {
      case INPUT -> new BoxText(title(node.name()), port(node.outputs()), family);
      case OUTPUT -> new BoxText(title(node.name()), port(node.inputs()), family);
      case OPERATOR -> new BoxText(title(node.operator()), notes(graph, node), family);
    };
  }

  private static List<String> port(List<GraphValue> values) {
    String type = values.isEmpty() ? "" : values.getFirst().type();
    return type.isEmpty() ? List.of() : List.of(cut(type, NOTE_LETTERS));
  }

  private static List<String> notes(ModelGraph graph, GraphNode node) {
    List<String> notes = new ArrayList<>();
    if (!node.domain().equals("ai.onnx") && !node.domain().equals("ai.onnx.ml")) {
      notes.add(cut(node.domain(), NOTE_LETTERS));
    }
    for (int body : node.bodies()) {
      notes.add("▸ " + cut(bodyName(graph.bodies().get(body).title()), NOTE_LETTERS - 2));
    }
    for (GraphValue value : node.inputs()) {
      if (value.source() == GraphValue.Source.CONSTANT) {
        notes.add(constant(value));
      } else if (value.source() == GraphValue.Source.OUTSIDE) {
        notes.add(cut(shortName(value.name()) + " from outside", NOTE_LETTERS));
      }
    }
    if (notes.size() > MOST_NOTES) {
      int more = notes.size() - MOST_NOTES + 1;
      return List.copyOf(
          java.util.stream.Stream.concat(
                  notes.stream().limit(MOST_NOTES - 1L),
                  java.util.stream.Stream.of("and " + more + " more"))
              .toList());
    }
    return notes;
  }

  private static String bodyName(String title) {
    int end = title.indexOf(" of ");
    return end < 0 ? title : title.substring(0, end);
  }

  private static String constant(GraphValue value) {
    String shape = value.type().substring(Math.max(0, value.type().indexOf('[')));
    String name = shortName(value.name());
    if (value.content().isEmpty()) {
      return cut(name + " " + shape, NOTE_LETTERS);
    }
    boolean given = !name.startsWith("Constant");
    return cut((given ? name + " = " : "= ") + value.content(), NOTE_LETTERS);
  }

  /// The last part of a name that is a path: "weight" of "encoder.layer.0.dense.weight".
  private static String shortName(String name) {
    int end = name.length();
    int start =
        Math.max(name.lastIndexOf('.'), Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')));
    return cut(start + 1 < end ? name.substring(start + 1) : name, NAME_LETTERS);
  }

  private static String title(String name) {
    return name.isBlank() ? "(no name)" : cut(name, TITLE_LETTERS);
  }

  private static String cut(String text, int letters) {
    String shown = Visible.of(text.length() > letters ? text.substring(0, letters) : text);
    return text.length() <= letters && shown.length() <= letters
        ? shown
        : shown.substring(0, Math.min(shown.length(), letters - 1)) + "…";
  }

  double width() {
    double widest = title.length() * TITLE_WIDTH;
    for (String note : notes) {
      widest = Math.max(widest, note.length() * NOTE_WIDTH);
    }
    return Math.clamp(widest + 2 * PADDING, LEAST_WIDTH, MOST_WIDTH);
  }

  double height() {
    return TITLE_HEIGHT + (notes.isEmpty() ? 0 : notes.size() * NOTE_HEIGHT + 5);
  }
}

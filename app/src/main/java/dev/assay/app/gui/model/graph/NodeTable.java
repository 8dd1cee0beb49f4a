package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.table.Tables;
import dev.assay.common.Visible;
import dev.assay.model.GraphNode;
import dev.assay.model.GraphValue;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;

/// The nodes of a graph as a list: the same facts for the keyboard and for screen readers.
final class NodeTable {

  private NodeTable() {}

  /// @param choose receives the box of the row that is opened
  static TableView<Integer> of(DrawnBody drawn, Consumer<Integer> choose) {
    TableView<Integer> table = Tables.of("Nodes of the graph", "The graph has no nodes.");
    table.setId("graph-list");
    table.setItems(
        FXCollections.observableArrayList(
            IntStream.range(0, drawn.body().nodes().size()).boxed().toList()));
    table.getColumns().add(Tables.text("Operator", 160, box -> what(drawn.node(box))));
    table.getColumns().add(Tables.text("Name", 260, box -> Visible.of(drawn.node(box).name(), 80)));
    table.getColumns().add(Tables.text("Inputs", 300, box -> names(drawn.node(box).inputs())));
    table.getColumns().add(Tables.text("Outputs", 300, box -> names(drawn.node(box).outputs())));
    Tables.onOpen(table, choose);
    return table;
  }

  private static String what(GraphNode node) {
    return NodeWords.title(node);
  }

  private static String names(List<GraphValue> values) {
    return values.stream()
        .map(
            value ->
                NodeWords.name(value)
                    + (value.type().isEmpty() ? "" : " " + Visible.of(value.type(), 60)))
        .collect(Collectors.joining(", "));
  }
}

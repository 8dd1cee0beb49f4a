package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.part.Parts;
import dev.assay.model.GraphAttribute;
import dev.assay.model.GraphNode;
import dev.assay.model.GraphValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Everything about the chosen node: operator, name, attributes, inputs and outputs with their
/// types, and ways into its inner graphs.
final class NodeDetails extends ScrollPane {

  private static final int MOST_USERS = 8;

  private final GraphViewModel view;
  private final VBox content = new VBox();

  NodeDetails(GraphViewModel view) {
    this.view = view;
    content.getStyleClass().add("graph-details-content");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("graph-details", "page-scroll");
    setId("graph-details");
    view.chosen().subscribe(now -> show(now.intValue()));
  }

  private void show(int box) {
    boolean any = box != GraphViewModel.NONE;
    setVisible(any);
    setManaged(any);
    content.getChildren().clear();
    if (!any) {
      return;
    }
    GraphNode node = view.shown().node(box);
    Label title = new Label(NodeWords.title(node));
    title.getStyleClass().add("heading-2");
    title.setWrapText(true);
    Button close = new Button("Close");
    close.getStyleClass().addAll("quiet", "small");
    close.setMinWidth(USE_PREF_SIZE);
    close.setAccessibleText("Close the details");
    close.setOnAction(event -> view.choose(GraphViewModel.NONE));
    content.getChildren().add(new HBox(8, title, Parts.space(), close));
    content.getChildren().add(Parts.quiet(NodeWords.subtitle(node)));
    if (!node.name().isEmpty()) {
      content.getChildren().add(row(List.of(Parts.text(NodeWords.shown(node.name()))), "Name"));
    }
    bodies(node);
    if (!node.attributes().isEmpty()) {
      section("Attributes", node.attributes().size());
      for (GraphAttribute attribute : node.attributes()) {
        content
            .getChildren()
            .add(
                row(
                    List.of(Parts.text(NodeWords.shown(attribute.value()))),
                    NodeWords.shown(attribute.name())));
      }
    }
    values("Inputs", node.inputs(), value -> makers(box, value));
    values("Used by its inner graphs", usedInside(box, node), value -> makers(box, value));
    values("Outputs", node.outputs(), value -> users(box, value));
    if (node.moreValues() > 0) {
      content
          .getChildren()
          .add(
              Parts.quiet(
                  String.format(
                      Locale.ROOT, "and %,d more that are not listed", node.moreValues())));
    }
    setVvalue(0);
  }

  private void bodies(GraphNode node) {
    for (int body : node.bodies()) {
      Hyperlink link =
          new Hyperlink("Open " + NodeWords.shown(view.graph().bodies().get(body).title()));
      link.setWrapText(true);
      link.setOnAction(event -> view.open(body));
      content.getChildren().add(link);
    }
  }

  private List<GraphValue> usedInside(int box, GraphNode node) {
    Set<String> own = node.inputs().stream().map(GraphValue::name).collect(Collectors.toSet());
    return view.shown().body().edges().stream()
        .filter(edge -> edge.to() == box && !own.contains(edge.value()) && node.moreValues() == 0)
        .map(edge -> new GraphValue(edge.value(), edge.type(), GraphValue.Source.COMPUTED, ""))
        .toList();
  }

  private void values(
      String title, List<GraphValue> values, Function<GraphValue, List<Hyperlink>> links) {
    if (values.isEmpty()) {
      return;
    }
    section(title, values.size());
    for (GraphValue value : values) {
      if (value.source() == GraphValue.Source.ABSENT) {
        content.getChildren().add(Parts.quiet(NodeWords.name(value)));
      } else {
        VBox row = row(List.of(Parts.text(NodeWords.name(value))), NodeWords.value(value));
        row.getChildren().addAll(links.apply(value));
        content.getChildren().add(row);
      }
    }
  }

  private List<Hyperlink> makers(int box, GraphValue value) {
    return view.shown().body().edges().stream()
        .filter(edge -> edge.to() == box && edge.value().equals(value.name()))
        .limit(1)
        .map(edge -> link("from ", edge.from()))
        .toList();
  }

  private List<Hyperlink> users(int box, GraphValue value) {
    return view.shown().body().edges().stream()
        .filter(edge -> edge.from() == box && edge.value().equals(value.name()))
        .limit(MOST_USERS)
        .map(edge -> link("to ", edge.to()))
        .toList();
  }

  private Hyperlink link(String way, int other) {
    GraphNode node = view.shown().node(other);
    Hyperlink link = new Hyperlink(way + NodeWords.title(node));
    if (!node.name().isEmpty()) {
      link.setTooltip(new Tooltip(NodeWords.shown(node.name())));
      link.setAccessibleText(link.getText() + " " + NodeWords.shown(node.name()));
    }
    link.setOnAction(event -> view.reveal(other));
    return link;
  }

  private void section(String title, int count) {
    Label label = new Label(title + " · " + count);
    label.getStyleClass().add("card-title");
    VBox.setMargin(label, new javafx.geometry.Insets(8, 0, 0, 0));
    content.getChildren().add(label);
  }

  private static VBox row(List<Label> main, String remark) {
    Label quiet = Parts.text(remark);
    quiet.getStyleClass().add("secondary");
    VBox row = new VBox(1);
    row.getChildren().addAll(main);
    row.getChildren().add(quiet);
    return row;
  }
}

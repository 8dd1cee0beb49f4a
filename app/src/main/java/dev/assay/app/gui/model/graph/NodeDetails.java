package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.part.Parts;
import dev.assay.model.GraphAttribute;
import dev.assay.model.GraphNode;
import dev.assay.model.GraphValue;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Everything about the chosen node: operator, name, attributes, inputs and outputs with their
/// types, and ways into its inner graphs.
final class NodeDetails extends ScrollPane {

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
    values("Inputs", node.inputs());
    values("Outputs", node.outputs());
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

  private void values(String title, List<GraphValue> values) {
    if (values.isEmpty()) {
      return;
    }
    section(title, values.size());
    for (GraphValue value : values) {
      content
          .getChildren()
          .add(
              value.source() == GraphValue.Source.ABSENT
                  ? Parts.quiet(NodeWords.name(value))
                  : row(List.of(Parts.text(NodeWords.name(value))), NodeWords.value(value)));
    }
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

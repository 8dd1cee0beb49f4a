package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.theme.Look;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// What the colours of a graph mean; only those that occur.
final class GraphLegend extends FlowPane {

  private final GraphViewModel view;
  private final ObservableValue<Look> look;
  private final Subscription changes;

  GraphLegend(GraphViewModel view, ObservableValue<Look> look) {
    super(14, 4);
    this.view = view;
    this.look = look;
    setId("graph-legend");
    changes =
        Subscription.combine(look.subscribe(now -> show()), view.body().subscribe(now -> show()));
  }

  private void show() {
    Set<OperatorFamily> present = EnumSet.noneOf(OperatorFamily.class);
    view.shown().texts().forEach(text -> present.add(text.family()));
    GraphColours colours = GraphColours.of(look.getValue());
    getChildren().clear();
    for (OperatorFamily family : present) {
      Region swatch = new Region();
      swatch.setStyle(
          "-fx-background-color: "
              + colours.soft(family)
              + "; -fx-border-color: "
              + colours.strong(family)
              + "; -fx-border-radius: 3px; -fx-background-radius: 3px;");
      swatch.getStyleClass().add("graph-swatch");
      Label words = new Label(family.words(), swatch);
      words.getStyleClass().add("secondary");
      getChildren().add(words);
    }
  }

  void close() {
    changes.unsubscribe();
  }
}

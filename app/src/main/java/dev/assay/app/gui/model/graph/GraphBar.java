package dev.assay.app.gui.model.graph;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Above the picture: search, zoom, picture or list.
final class GraphBar extends FlowPane {

  private final TextField search = new TextField();
  private final ToggleButton list = new ToggleButton("As a list");
  private final Subscription changes;

  /// @param backToPicture gives the keyboard to the picture
  GraphBar(GraphViewModel view, Runnable backToPicture) {
    super(24, 6);
    search.setId("graph-search");
    search.setPromptText("Find an operator or a name");
    search.setAccessibleText("Find an operator or a name in the graph; Enter goes to the next");
    search.getStyleClass().add("graph-search");
    search.textProperty().subscribe(view::search);
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
              view.previous();
            } else {
              view.next();
            }
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            backToPicture.run();
            event.consume();
          }
        });
    Label found = new Label();
    found.setId("graph-hits");
    found.textProperty().bind(view.hitWords());
    found.setMinWidth(Region.USE_PREF_SIZE);
    Button previous = button("‹", "Previous hit (Shift+Enter)", view::previous);
    Button next = button("›", "Next hit (Enter)", view::next);
    for (Button way : new Button[] {previous, next}) {
      way.disableProperty().bind(view.hitWords().map(words -> view.hits().isEmpty()));
    }
    Label scale = new Label();
    scale.getStyleClass().add("graph-scale");
    list.setId("graph-as-list");
    list.getStyleClass().add("graph-toggle");
    list.setMinWidth(Region.USE_PREF_SIZE);
    list.setTooltip(new Tooltip("The same nodes as a table, for the keyboard and screen readers"));
    Button nearer = button("+", "Larger (+)", () -> view.zoom(1.25));
    Button farther = button("−", "Smaller (−)", () -> view.zoom(0.8));
    Button fit = button("Fit", "Show the whole graph (0)", view::fit);
    getChildren()
        .addAll(row(search, previous, next, found), row(farther, scale, nearer, fit, list));
    changes = view.version().subscribe(now -> scale.setText(percent(view.viewport().scale())));
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String percent(double scale) {
    double percent = scale * 100;
    return percent < 1 ? "under 1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
  }

  private static Button button(String words, String meaning, Runnable act) {
    Button button = new Button(words);
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(meaning);
    button.setTooltip(new Tooltip(meaning));
    button.setOnAction(event -> act.run());
    return button;
  }

  /// Whether the list is wanted instead of the picture.
  ToggleButton list() {
    return list;
  }

  /// Gives the keyboard to the search field.
  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  void close() {
    changes.unsubscribe();
  }
}

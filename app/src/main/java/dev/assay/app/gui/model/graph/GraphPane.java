package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.theme.Look;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A graph to work with: search and zoom above, the picture or the list, details of the chosen node
/// at its side, what the colours mean below.
final class GraphPane extends VBox {

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private static final double DETAILS_SHARE = 0.45;

  private final GraphViewModel view;
  private final GraphCanvas picture;
  private final Minimap minimap;
  private final GraphLegend legend;
  private final GraphBar bar;
  private final StackPane stage = new StackPane();
  private final HBox path = new HBox(6);
  private final Subscription changes;

  /// @param model name of the model
  GraphPane(GraphViewModel view, ObservableValue<Look> look, String model) {
    super(8);
    this.view = view;
    picture = new GraphCanvas(view, look);
    minimap = new Minimap(view, look);
    legend = new GraphLegend(view, look);
    bar = new GraphBar(view, picture::requestFocus);
    getStyleClass().add("graph-pane");
    StackPane.setAlignment(minimap, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(minimap, new javafx.geometry.Insets(10));
    stage.getStyleClass().add("graph-stage");
    stage.setMinHeight(0);
    HBox.setHgrow(stage, Priority.ALWAYS);
    stage.setMinWidth(0);
    stage.setPrefWidth(0); // what the details leave, not what the picture happens to have
    NodeDetails details = new NodeDetails(view);
    details.maxWidthProperty().bind(widthProperty().multiply(DETAILS_SHARE));
    stage.widthProperty().subscribe(width -> minimap.giveRoom(width.doubleValue()));
    HBox middle = new HBox(8, stage, details);
    middle.setMinHeight(0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    Label summary = new Label(view.drawn().words());
    summary.setId("graph-summary");
    summary.getStyleClass().add("secondary");
    summary.setWrapText(true);
    path.setId("graph-path");
    path.setAlignment(Pos.CENTER_LEFT);
    ContextMenu menu = new GraphExport(picture, view, look, model).menu();
    picture.setOnContextMenuRequested(
        event -> menu.show(picture, event.getScreenX(), event.getScreenY()));
    getChildren().addAll(bar, path, middle, legend, summary);
    addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    changes =
        Subscription.combine(
            bar.list().selectedProperty().subscribe(list -> show(list)),
            view.body().subscribe(now -> entered()));
  }

  private void typed(KeyEvent event) {
    if (FIND.match(event)) {
      bar.focusSearch();
      event.consume();
    }
  }

  private void entered() {
    path.getChildren().clear();
    var bodies = view.graph().bodies();
    path.setVisible(bodies.size() > 1);
    path.setManaged(bodies.size() > 1);
    for (int body : view.drawn().path(view.body().get())) {
      if (!path.getChildren().isEmpty()) {
        path.getChildren().add(new Label("›"));
      }
      String title = NodeWords.shown(bodies.get(body).title());
      if (body == view.body().get()) {
        Label here = new Label(title);
        here.getStyleClass().add("card-title");
        path.getChildren().add(here);
      } else {
        Hyperlink link = new Hyperlink(title);
        link.setOnAction(event -> view.open(body));
        path.getChildren().add(link);
      }
    }
    for (int body = 1; view.body().get() == 0 && body < bodies.size(); body++) {
      if (bodies.get(body).parentBody() < 0) {
        int function = body;
        Hyperlink link = new Hyperlink(NodeWords.shown(bodies.get(body).title()));
        link.setOnAction(event -> view.open(function));
        path.getChildren().add(link);
      }
    }
    if (bar.list().isSelected()) {
      show(true);
    }
  }

  private void show(boolean list) {
    if (list) {
      TableView<Integer> table = NodeTable.of(view.shown(), this::chosenInList);
      table
          .getSelectionModel()
          .selectedItemProperty()
          .subscribe(
              box -> {
                if (box != null) {
                  view.choose(box);
                }
              });
      stage.getChildren().setAll(table);
    } else {
      stage.getChildren().setAll(picture, minimap);
    }
  }

  private void chosenInList(int box) {
    bar.list().setSelected(false);
    view.reveal(box);
    picture.requestFocus();
  }

  /// Removes listeners.
  void close() {
    changes.unsubscribe();
    picture.close();
    minimap.close();
    legend.close();
    bar.close();
  }
}

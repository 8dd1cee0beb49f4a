package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.theme.Look;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Subscription;

/// The whole graph, small, with a frame around what is seen; a click or drag looks there. Gone when
/// everything is seen anyway. It repeats the picture, so it takes no focus and says nothing.
final class Minimap extends Region {

  private static final double MOST_WIDTH = 150;
  private static final double MOST_HEIGHT = 190;
  private static final double LEAST = 36;
  private static final double INSET = 5;
  private static final double TOLERANCE = 2;

  private final GraphViewModel view;
  private final ObservableValue<Look> look;
  private final Canvas picture = new Canvas();
  private final Canvas frame = new Canvas();
  private final Subscription changes;
  private boolean room = true;
  private double acrossX = 1;
  private double acrossY = 1;

  Minimap(GraphViewModel view, ObservableValue<Look> look) {
    this.view = view;
    this.look = look;
    getChildren().addAll(picture, frame);
    getStyleClass().add("graph-minimap");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setOnMousePressed(this::go);
    setOnMouseDragged(this::go);
    changes =
        Subscription.combine(
            look.subscribe(now -> draw()),
            view.body().subscribe(now -> draw()),
            view.version().subscribe(this::frame));
  }

  /// Gone when the picture is so small that the map would hide it.
  void giveRoom(double pictureWidth) {
    room = pictureWidth > 4 * MOST_WIDTH;
    frame();
  }

  void close() {
    changes.unsubscribe();
  }

  private void go(MouseEvent event) {
    view.centre((event.getX() - INSET) / acrossX, (event.getY() - INSET) / acrossY);
    event.consume();
  }

  private void draw() {
    Area whole = view.shown().layout().whole();
    double scale = Math.min(MOST_WIDTH / whole.width(), MOST_HEIGHT / whole.height());
    double width = Math.max(LEAST, whole.width() * scale);
    double height = Math.max(LEAST, whole.height() * scale);
    acrossX = width / whole.width();
    acrossY = height / whole.height();
    setPrefSize(width + 2 * INSET, height + 2 * INSET);
    for (Canvas canvas : new Canvas[] {picture, frame}) {
      canvas.setWidth(width + 2 * INSET);
      canvas.setHeight(height + 2 * INSET);
    }
    GraphColours colours = GraphColours.of(look.getValue());
    GraphicsContext context = picture.getGraphicsContext2D();
    context.clearRect(0, 0, picture.getWidth(), picture.getHeight());
    Map<OperatorFamily, Color> paints = new EnumMap<>(OperatorFamily.class);
    for (int box = 0; box < view.shown().layout().boxes(); box++) {
      Area area = view.shown().layout().box(box);
      OperatorFamily family = view.shown().texts().get(box).family();
      context.setFill(paints.computeIfAbsent(family, f -> Color.web(colours.strong(f))));
      context.fillRect(
          INSET + area.left() * acrossX,
          INSET + area.top() * acrossY,
          Math.max(1.2, area.width() * acrossX),
          Math.max(1, area.height() * acrossY));
    }
    frame();
  }

  private void frame() {
    Area whole = view.shown().layout().whole();
    Area seen = view.viewport().area();
    double tolerance = TOLERANCE / view.viewport().scale();
    boolean part =
        seen.left() > whole.left() + tolerance
            || seen.top() > whole.top() + tolerance
            || seen.right() < whole.right() - tolerance
            || seen.bottom() < whole.bottom() - tolerance;
    setVisible(part && room);
    GraphicsContext context = frame.getGraphicsContext2D();
    context.clearRect(0, 0, frame.getWidth(), frame.getHeight());
    double left = INSET + Math.max(whole.left(), seen.left()) * acrossX;
    double top = INSET + Math.max(whole.top(), seen.top()) * acrossY;
    double right = INSET + Math.min(whole.right(), seen.right()) * acrossX;
    double bottom = INSET + Math.min(whole.bottom(), seen.bottom()) * acrossY;
    context.setStroke(Color.web(GraphColours.of(look.getValue()).accent()));
    context.setLineWidth(1.5);
    context.strokeRect(
        left - 1, top - 1, Math.max(3, right - left) + 2, Math.max(3, bottom - top) + 2);
  }
}

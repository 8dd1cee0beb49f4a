package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.theme.Look;
import dev.assay.app.gui.theme.Themes;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Subscription;

/// The picture of a graph: only what is seen is drawn. Drag and arrow keys pan; wheel, pinch, plus
/// and minus zoom; 0 shows everything; Shift and arrows walk along edges; a click chooses.
final class GraphCanvas extends Region {

  private static final double WHEEL = 1.0018;
  private static final double KEY = 1.25;
  private static final double CLICK = 4;

  private final GraphViewModel view;
  private final ObservableValue<Look> look;
  private final Canvas canvas = new Canvas();
  private final Label measure = new Label("x");
  private final Subscription changes;
  private double pressedX;
  private double pressedY;
  private double lastX;
  private double lastY;
  private boolean dragged;

  GraphCanvas(GraphViewModel view, ObservableValue<Look> look) {
    this.view = view;
    this.look = look;
    measure.setVisible(false);
    getChildren().addAll(canvas, measure);
    getStyleClass().add("graph-canvas");
    setId("graph-canvas");
    setFocusTraversable(true);
    setMinSize(0, 0);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(view.words());
    changes =
        Subscription.combine(
            look.subscribe(now -> requestLayout()),
            view.version()
                .subscribe(
                    () -> {
                      setAccessibleText(view.words());
                      requestLayout();
                    }));
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnScroll(this::scrolled);
    setOnZoom(this::pinched);
    setOnKeyPressed(this::typed);
  }

  void close() {
    changes.unsubscribe();
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double width = Math.floor(getWidth() - insets.getLeft() - insets.getRight());
    double height = Math.floor(getHeight() - insets.getTop() - insets.getBottom());
    if (width < 2 || height < 2) {
      return;
    }
    if (width != canvas.getWidth() || height != canvas.getHeight()) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      canvas.relocate(insets.getLeft(), insets.getTop());
      view.resize(width, height, measure.getFont().getSize() / Themes.BODY);
    }
    paint(canvas.getGraphicsContext2D(), 1);
  }

  private void paint(GraphicsContext context, double factor) {
    Viewport seen = view.viewport();
    GraphColours colours = GraphColours.of(look.getValue());
    double scale = seen.scale() * factor;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.setFill(Color.web(colours.ground()));
    context.fillRect(0, 0, seen.width() * factor, seen.height() * factor);
    context.setTransform(scale, 0, 0, scale, -seen.left() * scale, -seen.top() * scale);
    new GraphPainter(view.shown(), colours, view.marks())
        .paint(new CanvasPen(context, scale), seen.area(), seen.scale());
  }

  /// What is seen, larger by this factor.
  WritableImage image(double factor) {
    Canvas large = new Canvas(canvas.getWidth() * factor, canvas.getHeight() * factor);
    paint(large.getGraphicsContext2D(), factor);
    return large.snapshot(null, null);
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
    lastX = event.getX();
    lastY = event.getY();
    dragged = false;
    event.consume(); // decision: the tab pane around would take the keyboard for itself
  }

  private void dragged(MouseEvent event) {
    dragged |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > CLICK;
    if (dragged) {
      setCursor(Cursor.CLOSED_HAND);
      view.pan(lastX - event.getX(), lastY - event.getY());
      lastX = event.getX();
      lastY = event.getY();
    }
  }

  private void released(MouseEvent event) {
    setCursor(Cursor.DEFAULT);
    if (dragged || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    int box = view.boxAt(event.getX() - canvas.getLayoutX(), event.getY() - canvas.getLayoutY());
    view.choose(box);
    if (event.getClickCount() == 2 && box != GraphViewModel.NONE) {
      view.shown().node(box).bodies().stream().findFirst().ifPresent(view::open);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.isInertia() || event.getDeltaY() == 0) {
      return;
    }
    view.zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    view.zoom(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }

  private void typed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean walk = event.isShiftDown();
    boolean known = true;
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> move(walk, -1, 0);
      case RIGHT, KP_RIGHT -> move(walk, 1, 0);
      case UP, KP_UP -> move(walk, 0, -1);
      case DOWN, KP_DOWN -> move(walk, 0, 1);
      case PLUS, ADD, EQUALS -> view.zoom(KEY);
      case MINUS, SUBTRACT -> view.zoom(1 / KEY);
      case DIGIT0, NUMPAD0 -> view.fit();
      case ENTER -> enter();
      case BACK_SPACE -> view.up();
      case ESCAPE -> {
        known = view.chosen().get() != GraphViewModel.NONE;
        view.choose(GraphViewModel.NONE);
      }
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private void move(boolean walk, int right, int down) {
    if (!walk) {
      view.step(right, down);
    } else if (down != 0) {
      view.follow(down > 0);
    } else {
      view.beside(right > 0);
    }
  }

  private void enter() {
    int box = view.chosen().get();
    if (box == GraphViewModel.NONE) {
      view.chooseNearest();
    } else {
      view.shown().node(box).bodies().stream().findFirst().ifPresent(view::open);
    }
  }
}

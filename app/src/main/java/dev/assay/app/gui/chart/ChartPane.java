package dev.assay.app.gui.chart;

import dev.assay.app.gui.theme.Look;
import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.chart.Theme;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;

/// A chart of the core in the window: drawn in the look that is shown now, with its text
/// alternative, its image and data for the clipboard, and the way from each of its shapes to the
/// rows behind it, by pointer and by keyboard (arrows, Enter).
public final class ChartPane extends StackPane {

  private static final double NARROWEST = 280;
  private static final double CLOSER = 0.8;

  private final ObservableValue<Look> look;
  private final ChartCanvas canvas;
  private final RowLinks links;
  private Chart chart;
  private ShapeCursor cursor;
  private final Rectangle mark = new Rectangle();
  private Look drawn;
  private @Nullable ChartZoom zoom;
  private @Nullable Subscription following;

  /// A chart whose shapes lead nowhere.
  public ChartPane(Chart chart, ObservableValue<Look> look) {
    this(chart, look, RowLinks.NONE);
  }

  /// @param chart what is drawn
  /// @param look light or dark, followed live while the chart is in a window
  /// @param links where shapes lead
  public ChartPane(Chart chart, ObservableValue<Look> look, RowLinks links) {
    this.chart = chart;
    this.look = look;
    this.links = links;
    this.drawn = look.getValue();
    this.canvas = new ChartCanvas(Charts.chart(chart, theme(look.getValue())));
    this.cursor = new ShapeCursor(canvas, chart);
    canvas.setTooltipEnabled(true);
    canvas.widthProperty().bind(widthProperty());
    canvas.heightProperty().bind(heightProperty());
    mark.getStyleClass().add("chart-mark");
    mark.setManaged(false);
    mark.setVisible(false);
    mark.setMouseTransparent(true);
    getChildren().addAll(canvas, mark);
    getStyleClass().add("chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(chart.title() + ". " + chart.words());
    setAccessibleHelp(
        links.atHand() ? "Arrow keys step through its shapes; Enter shows their rows." : "");
    setFocusTraversable(true);
    follow();
    setMinWidth(NARROWEST);
    setPrefWidth(Charts.naturalWidth(chart));
    setMaxWidth(Region.USE_PREF_SIZE);
    widthProperty().subscribe(() -> setPrefHeight(Charts.height(chart, width())));
    setPrefHeight(Charts.height(chart, Charts.naturalWidth(chart)));
    setMinHeight(Region.USE_PREF_SIZE);
    ChartMenu.install(this);
    listen();
  }

  /// What is drawn.
  public Chart chart() {
    return chart;
  }

  /// Draws another chart in its place.
  public void show(Chart next) {
    chart = next;
    cursor = new ShapeCursor(canvas, next);
    setAccessibleText(next.title() + ". " + next.words());
    setPrefHeight(Charts.height(next, width()));
    mark.setVisible(false);
    draw(look.getValue());
  }

  /// Looks closer and back; absent for charts without axes.
  Optional<ChartZoom> zoom() {
    if (zoom == null && ChartZoom.fits(canvas.getChart())) {
      zoom = ChartZoom.of(canvas.getChart());
    }
    return Optional.ofNullable(zoom);
  }

  /// A chart listens to the look only while it is in a window, so that closed screens are let go.
  private void follow() {
    sceneProperty()
        .subscribe(
            scene -> {
              if (following != null) {
                following.unsubscribe();
                following = null;
              }
              if (scene != null) {
                following = look.subscribe(now -> redraw(now));
              }
            });
  }

  private void redraw(Look now) {
    if (now != drawn) {
      draw(now);
    }
  }

  private void draw(Look look) {
    drawn = look;
    canvas.setChart(Charts.chart(chart, theme(look)));
    zoom = null;
  }

  private void listen() {
    addEventFilter(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().subscribe(focused -> mark.setVisible(focused && cursor.here().isPresent()));
    if (links.atHand()) {
      setOnMouseMoved(
          event ->
              setCursor(
                  cursor.under(event.getX(), event.getY()).isPresent()
                      ? Cursor.HAND
                      : Cursor.DEFAULT));
      setOnMouseClicked(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
              cursor.under(event.getX(), event.getY()).ifPresent(l -> links.open(l.rows()));
            }
          });
    }
  }

  /// The wheel scrolls the page, as everywhere; with the shortcut key it looks closer.
  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      double factor = event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER;
      zoom()
          .ifPresent(
              z -> z.zoom(factor, event.getX() / getWidth(), 1 - event.getY() / getHeight()));
      event.consume();
    } else if (event.getTarget() == canvas) {
      event.consume();
      if (getParent() != null) {
        getParent().fireEvent(event.copyFor(getParent(), getParent()));
      }
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT, DOWN -> step(1, event);
      case LEFT, UP -> step(-1, event);
      case ENTER, SPACE -> {
        if (links.atHand()) {
          cursor.here().ifPresent(l -> links.open(l.rows()));
          event.consume();
        }
      }
      case PLUS, EQUALS, ADD -> zoom().ifPresent(z -> z.zoom(CLOSER, 0.5, 0.5));
      case MINUS, SUBTRACT -> zoom().ifPresent(z -> z.zoom(1 / CLOSER, 0.5, 0.5));
      case BACK_SPACE -> zoom().ifPresent(ChartZoom::back);
      case DIGIT0, NUMPAD0 -> zoom().ifPresent(ChartZoom::whole);
      default -> {}
    }
  }

  private void step(int by, KeyEvent event) {
    if (!links.atHand()) {
      return;
    }
    cursor
        .step(by)
        .ifPresent(
            linked -> {
              Rectangle2D box = linked.bounds();
              mark.setX(box.getX() - 2);
              mark.setY(box.getY() - 2);
              mark.setWidth(box.getWidth() + 4);
              mark.setHeight(box.getHeight() + 4);
              mark.setVisible(true);
              setAccessibleText(chart.title() + ". " + linked.words());
              event.consume();
            });
  }

  private int width() {
    return Math.max((int) NARROWEST, (int) getWidth());
  }

  private static Theme theme(Look look) {
    return switch (look) {
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }
}

package dev.assay.app.gui.model.graph;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// Draws on a canvas whose transform leads from the drawing to pixels.
final class CanvasPen implements Pen {

  private static final double BENDS = 0.08;

  private final GraphicsContext canvas;
  private final Map<String, Color> colours = new HashMap<>();
  private final Font title = Font.font("Inter Semi Bold", FontWeight.NORMAL, BoxText.TITLE_SIZE);
  private final Font note = Font.font("Inter", BoxText.NOTE_SIZE);

  private final boolean coarse;

  /// @param scale pixels a unit of the drawing; where bends cannot be seen, lines are straight
  CanvasPen(GraphicsContext canvas, double scale) {
    this.canvas = canvas;
    this.coarse = scale < BENDS;
  }

  @Override
  public void box(Area a, double radius, String fill, String stroke, double strokeWidth) {
    canvas.setFill(colour(fill));
    canvas.fillRoundRect(a.left(), a.top(), a.width(), a.height(), radius * 2, radius * 2);
    canvas.setStroke(colour(stroke));
    canvas.setLineWidth(strokeWidth);
    canvas.strokeRoundRect(a.left(), a.top(), a.width(), a.height(), radius * 2, radius * 2);
  }

  @Override
  public void text(String text, double x, double y, Type type, String colour, double mostWidth) {
    canvas.setFill(colour(colour));
    canvas.setFont(
        switch (type) {
          case TITLE -> title;
          case NOTE -> note;
        });
    canvas.fillText(text, x, y, mostWidth);
  }

  @Override
  public void line(Line l, String colour, double width) {
    double bend = (l.endY() - l.turn()) / 2;
    canvas.setStroke(colour(colour));
    canvas.setLineWidth(width);
    canvas.setLineCap(StrokeLineCap.BUTT);
    if (coarse) {
      canvas.strokeLine(l.x(), l.y(), l.endX(), l.endY());
      return;
    }
    canvas.beginPath();
    canvas.moveTo(l.x(), l.y());
    canvas.lineTo(l.x(), l.turn());
    canvas.bezierCurveTo(l.x(), l.turn() + bend, l.endX(), l.endY() - bend, l.endX(), l.endY());
    canvas.stroke();
  }

  @Override
  public void head(double x, double y, String colour) {
    canvas.setFill(colour(colour));
    canvas.fillPolygon(new double[] {x, x - 3.5, x + 3.5}, new double[] {y, y - 7, y - 7}, 3);
  }

  private Color colour(String web) {
    return colours.computeIfAbsent(web, Color::web);
  }
}

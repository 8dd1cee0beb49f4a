package dev.assay.app.gui.model.graph;

import java.util.Locale;

/// Draws into an SVG document.
final class SvgPen implements Pen {

  private final StringBuilder svg = new StringBuilder();

  /// The whole of a graph as an SVG document.
  static String of(DrawnBody drawn, GraphColours colours, String title) {
    SvgPen pen = new SvgPen();
    Area whole = drawn.layout().whole();
    pen.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
            + " viewBox=\"0 0 %.0f %.0f\" font-family=\"Inter, sans-serif\" role=\"img\">\n",
        whole.width(), whole.height(), whole.width(), whole.height());
    pen.svg.append("<title>").append(escaped(title)).append("</title>\n");
    pen.add("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", colours.ground());
    new GraphPainter(drawn, colours, GraphPainter.Marks.none()).paint(pen, whole, 1);
    return pen.svg.append("</svg>\n").toString();
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  @Override
  public void box(Area a, double radius, String fill, String stroke, double strokeWidth) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\""
            + " stroke=\"%s\" stroke-width=\"%.1f\"/>\n",
        a.left(), a.top(), a.width(), a.height(), radius, fill, stroke, strokeWidth);
  }

  @Override
  public void text(String text, double x, double y, Type type, String colour, double mostWidth) {
    boolean title = type == Type.TITLE;
    add(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" font-weight=\"%d\" fill=\"%s\">",
        x, y, title ? BoxText.TITLE_SIZE : BoxText.NOTE_SIZE, title ? 600 : 400, colour);
    svg.append(escaped(text)).append("</text>\n");
  }

  @Override
  public void line(Line l, String colour, double width) {
    double bend = (l.endY() - l.turn()) / 2;
    add(
        "<path d=\"M%.1f %.1f V%.1f C%.1f %.1f %.1f %.1f %.1f %.1f\" fill=\"none\" stroke=\"%s\""
            + " stroke-width=\"%.1f\"/>\n",
        l.x(),
        l.y(),
        l.turn(),
        l.x(),
        l.turn() + bend,
        l.endX(),
        l.endY() - bend,
        l.endX(),
        l.endY(),
        colour,
        width);
  }

  @Override
  public void head(double x, double y, String colour) {
    add("<path d=\"M%.1f %.1f l-3.5 -7 h7 z\" fill=\"%s\"/>\n", x, y, colour);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

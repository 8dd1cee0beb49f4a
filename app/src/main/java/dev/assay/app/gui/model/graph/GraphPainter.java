package dev.assay.app.gui.model.graph;

import java.util.BitSet;

/// Draws what is seen of a graph with a pen.
///
/// @param drawn the graph
/// @param colours of the look
/// @param marks what stands out
record GraphPainter(DrawnBody drawn, GraphColours colours, Marks marks) {

  /// Below this scale texts are too small to be read.
  private static final double TITLES = 0.28;

  private static final double NOTES = 0.45;
  private static final double TYPES = 0.7;
  private static final double HEADS = 0.2;
  private static final double RADIUS = 6;
  private static final int TYPE_LETTERS = 30;

  /// What stands out.
  ///
  /// @param chosen the chosen box, −1 for none
  /// @param lines lines of the chosen box
  /// @param hits boxes that a search found
  record Marks(int chosen, BitSet lines, BitSet hits) {
    static final int NONE = -1;

    static Marks none() {
      return new Marks(NONE, new BitSet(), new BitSet());
    }
  }

  void paint(Pen pen, Area seen, double scale) {
    drawn.layout().straightIn(seen, line -> line(pen, line, scale));
    drawn.layout().linesIn(seen, line -> line(pen, line, scale));
    drawn.layout().boxesIn(seen, box -> box(pen, box, scale));
  }

  private void line(Pen pen, Line line, double scale) {
    boolean marked = marks.lines().get(line.id());
    String colour = marked ? colours.accent() : colours.edge();
    double width = marked ? 2.2 : 1.1;
    pen.line(line, colour, Math.max(width, 0.6 / scale * (marked ? 2 : 1)));
    if (line.to() < 0) {
      return;
    }
    if (scale >= HEADS) {
      pen.head(line.endX(), line.endY(), colour);
    }
    String type = drawn.type(line.from(), line.to());
    boolean alone = Math.abs(line.endX() - line.x()) < 1;
    if (scale >= TYPES && !type.isEmpty() && alone) {
      String shown =
          type.length() > TYPE_LETTERS ? type.substring(0, TYPE_LETTERS - 1) + "…" : type;
      pen.text(
          dev.assay.common.Visible.of(shown),
          line.endX() + 6,
          (line.turn() + line.endY()) / 2 + 4,
          Pen.Type.NOTE,
          colours.muted(),
          170);
    }
  }

  private void box(Pen pen, int box, double scale) {
    Area area = drawn.layout().box(box);
    BoxText text = drawn.texts().get(box);
    boolean chosen = box == marks.chosen();
    boolean hit = marks.hits().get(box);
    if (hit || chosen) {
      double room = Math.max(4, 2.5 / scale);
      pen.box(
          new Area(
              area.left() - room, area.top() - room, area.right() + room, area.bottom() + room),
          RADIUS + 3,
          colours.ground(),
          chosen ? colours.accent() : colours.hit(),
          Math.max(chosen ? 3 : 2.2, 1.5 / scale));
    }
    boolean port = text.family() == OperatorFamily.INPUT || text.family() == OperatorFamily.OUTPUT;
    String strong = colours.strong(text.family());
    boolean legible = scale >= TITLES;
    pen.box(
        area,
        port ? TITLE_ROUND : RADIUS,
        legible ? colours.soft(text.family()) : strong,
        strong,
        port ? 1.6 : 1);
    if (!legible) {
      return;
    }
    double room = area.width() - 2 * BoxText.PADDING + 4;
    double x = area.left() + BoxText.PADDING;
    pen.text(text.title(), x, area.top() + 17, Pen.Type.TITLE, colours.ink(), room);
    for (int i = 0; i < text.notes().size() && scale >= NOTES; i++) {
      double y = area.top() + BoxText.TITLE_HEIGHT + 9 + i * BoxText.NOTE_HEIGHT;
      pen.text(text.notes().get(i), x, y, Pen.Type.NOTE, colours.muted(), room);
    }
  }

  private static final double TITLE_ROUND = 13;
}

package dev.assay.app.gui.model.graph;

import dev.assay.common.Visible;
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
  private static final double PORT_RADIUS = 13;
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
    if (scale >= TYPES) {
      drawn.layout().linesIn(seen, line -> type(pen, line));
    }
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
  }

  /// The type of a value beside a line that runs straight down, where there is room.
  private void type(Pen pen, Line line) {
    String type = line.to() < 0 ? "" : drawn.type(line.from(), line.to());
    if (type.isEmpty() || Math.abs(line.endX() - line.x()) >= 1) {
      return;
    }
    String shown =
        Visible.of(type.length() > TYPE_LETTERS ? type.substring(0, TYPE_LETTERS - 1) + "…" : type);
    double x = line.endX() + 5;
    double y = (line.turn() + line.endY()) / 2;
    double width = shown.length() * BoxText.NOTE_WIDTH;
    Area room = new Area(x, y - 7, x + width + 2, y + 7);
    pen.box(room, 3, colours.ground(), colours.ground(), 0.1);
    pen.text(shown, x + 2, y + 4, Pen.Type.NOTE, colours.muted(), width);
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
        port ? PORT_RADIUS : RADIUS,
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
}

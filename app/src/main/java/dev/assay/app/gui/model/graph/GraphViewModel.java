package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.model.graph.GraphSearch.Hit;
import dev.assay.model.GraphNode;
import dev.assay.model.ModelGraph;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What a graph shows: which of its bodies, which part of it, what is chosen and what was found.
/// Works without the toolkit.
final class GraphViewModel {

  /// Nothing is chosen.
  static final int NONE = -1;

  private static final double STEP = 80;

  private final DrawnGraph drawn;
  private final ReadOnlyIntegerWrapper body = new ReadOnlyIntegerWrapper(this, "body", 0);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", NONE);
  private final ReadOnlyStringWrapper hitWords = new ReadOnlyStringWrapper(this, "hitWords", "");
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version", 0);
  private final Map<Integer, Viewport> remembered = new HashMap<>();
  private Viewport viewport = Viewport.of(1, 1);
  private boolean untouched = true;
  private double type = 1;
  private List<Hit> hits = List.of();
  private int hit = NONE;
  private GraphPainter.Marks marks = GraphPainter.Marks.none();

  /// @param drawn the graph, laid out
  GraphViewModel(DrawnGraph drawn) {
    this.drawn = drawn;
  }

  DrawnGraph drawn() {
    return drawn;
  }

  ModelGraph graph() {
    return drawn.graph();
  }

  /// The graph that is shown.
  DrawnBody shown() {
    return drawn.bodies().get(body.get());
  }

  /// Index of the graph that is shown.
  ReadOnlyIntegerProperty body() {
    return body.getReadOnlyProperty();
  }

  /// The chosen box of the graph that is shown, [#NONE] for none.
  ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// "3 of 17", "nothing found", or empty.
  ReadOnlyStringProperty hitWords() {
    return hitWords.getReadOnlyProperty();
  }

  /// Changes whenever the picture does.
  ReadOnlyLongProperty version() {
    return version.getReadOnlyProperty();
  }

  Viewport viewport() {
    return viewport;
  }

  GraphPainter.Marks marks() {
    return marks;
  }

  /// What was found, in every body.
  List<Hit> hits() {
    return hits;
  }

  /// The room there is, in pixels; the first time the graph is opened legibly.
  ///
  /// @param size size of type, 1 = normal
  void resize(double width, double height, double size) {
    type = size;
    boolean moved = !untouched;
    viewport = viewport.resized(width, height);
    if (!moved) {
      open();
    } else if (chosen.get() != NONE) {
      look(viewport.revealing(shown().layout().box(chosen.get())));
    } else {
      changed();
    }
  }

  private void open() {
    untouched = true;
    GraphLayout layout = shown().layout();
    if (layout.boxes() == 0) {
      changed();
      return;
    }
    int first = 0;
    for (int box = 1; box < layout.boxes(); box++) {
      if (layout.layer(box) < layout.layer(first)) {
        first = box;
      }
    }
    viewport = viewport.opened(layout.whole(), layout.box(first), type);
    changed();
  }

  void zoom(double factor, double pixelX, double pixelY) {
    look(viewport.zoomed(factor, pixelX, pixelY));
  }

  /// Nearer or farther around the middle.
  void zoom(double factor) {
    zoom(factor, viewport.width() / 2, viewport.height() / 2);
  }

  void pan(double pixelsX, double pixelsY) {
    look(viewport.panned(pixelsX, pixelsY, shown().layout().whole()));
  }

  /// By steps of the arrow keys.
  void step(int right, int down) {
    pan(right * STEP, down * STEP);
  }

  /// The whole graph.
  void fit() {
    look(viewport.fitted(shown().layout().whole()));
  }

  void centre(double x, double y) {
    look(viewport.centred(x, y));
  }

  private void look(Viewport next) {
    viewport = next;
    untouched = false;
    changed();
  }

  /// The box under a pixel, [#NONE] when there is none.
  int boxAt(double pixelX, double pixelY) {
    return shown().layout().boxAt(viewport.drawingX(pixelX), viewport.drawingY(pixelY));
  }

  /// Chooses a box of the graph that is shown; [#NONE] chooses nothing.
  void choose(int box) {
    chosen.set(box);
    mark();
  }

  /// Chooses a box and brings it into view.
  void reveal(int box) {
    choose(box);
    look(viewport.revealing(shown().layout().box(box)));
  }

  /// Chooses the box nearest to the middle of what is seen.
  void chooseNearest() {
    GraphLayout layout = shown().layout();
    Area seen = viewport.area();
    int nearest = NONE;
    double least = Double.MAX_VALUE;
    for (int box = 0; box < layout.boxes(); box++) {
      Area area = layout.box(box);
      double distance =
          Math.hypot(area.centreX() - seen.centreX(), area.centreY() - seen.centreY());
      if (distance < least) {
        least = distance;
        nearest = box;
      }
    }
    if (nearest != NONE) {
      reveal(nearest);
    }
  }

  /// Goes from the chosen box along its first edge, down to a user or up to a maker.
  void follow(boolean down) {
    if (chosen.get() == NONE) {
      chooseNearest();
      return;
    }
    shown().body().edges().stream()
        .filter(e -> (down ? e.from() : e.to()) == chosen.get())
        .findFirst()
        .ifPresent(e -> reveal(down ? e.to() : e.from()));
  }

  /// Goes from the chosen box to the next one in its layer.
  void beside(boolean right) {
    if (chosen.get() == NONE) {
      chooseNearest();
      return;
    }
    GraphLayout layout = shown().layout();
    double from = layout.box(chosen.get()).centreX();
    int next = NONE;
    double least = Double.MAX_VALUE;
    for (int box = 0; box < layout.boxes(); box++) {
      double way = (layout.box(box).centreX() - from) * (right ? 1 : -1);
      if (box != chosen.get()
          && layout.layer(box) == layout.layer(chosen.get())
          && way > 0
          && way < least) {
        least = way;
        next = box;
      }
    }
    if (next != NONE) {
      reveal(next);
    }
  }

  /// Shows another body.
  void open(int other) {
    if (other == body.get()) {
      return;
    }
    remembered.put(body.get(), viewport);
    chosen.set(NONE);
    body.set(other);
    mark();
    Viewport before = remembered.get(other);
    if (before == null) {
      open();
    } else {
      look(before.resized(viewport.width(), viewport.height()));
    }
  }

  /// Back to the graph around the one that is shown, to the node that holds it.
  void up() {
    int node = shown().body().parentNode();
    int outer = shown().body().parentBody();
    if (outer >= 0) {
      open(outer);
      reveal(node);
    } else if (body.get() != 0) {
      open(0);
    }
  }

  /// Looks for operators and names; the first hit comes with [#next].
  void search(String text) {
    hits = GraphSearch.find(graph(), text);
    hit = NONE;
    hitWords.set(
        text.isBlank()
            ? ""
            : hits.isEmpty()
                ? "nothing found"
                : String.format(Locale.ROOT, "%,d found", hits.size()));
    mark();
  }

  /// Goes to the next hit, after the last to the first.
  void next() {
    go(hit + 1);
  }

  /// Goes to the hit before.
  void previous() {
    go(hit <= 0 ? hits.size() - 1 : hit - 1);
  }

  private void go(int to) {
    if (hits.isEmpty()) {
      return;
    }
    hit = to % hits.size();
    Hit found = hits.get(hit);
    open(found.body());
    reveal(found.box());
    hitWords.set(String.format(Locale.ROOT, "%,d of %,d", hit + 1, hits.size()));
  }

  private void mark() {
    BitSet found = new BitSet();
    hits.stream().filter(h -> h.body() == body.get()).forEach(h -> found.set(h.box()));
    BitSet lines = chosen.get() == NONE ? new BitSet() : shown().layout().linesOf(chosen.get());
    marks = new GraphPainter.Marks(chosen.get(), lines, found);
    changed();
  }

  private void changed() {
    version.set(version.get() + 1);
  }

  /// The chosen node, in one sentence for those who do not see it.
  String words() {
    if (chosen.get() == NONE) {
      return "Graph of the model: " + drawn.words() + ".";
    }
    GraphNode node = shown().node(chosen.get());
    return NodeWords.sentence(node);
  }
}

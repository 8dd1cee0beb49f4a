package dev.assay.app.gui.table;

/// Which places of a long list are in view.
final class RowWindow {

  private int total;
  private int height = 1;
  private int first;

  /// Another list, seen from its beginning.
  void total(int rows) {
    total = rows;
    first = 0;
  }

  /// How many places fit into the view.
  void height(int places) {
    height = Math.max(1, places);
    first = clamped(first);
  }

  /// Moves the view so that it begins at a place, as far as there are places to fill it.
  void begin(long place) {
    first = clamped(place);
  }

  /// Moves the view by some places.
  void move(long by) {
    begin(first + by);
  }

  /// Moves the view as little as needed to show a place.
  void reveal(int place) {
    if (place < first) {
      begin(place);
    } else if (place >= first + height) {
      begin(place - height + 1L);
    }
  }

  /// The first place in view.
  int first() {
    return first;
  }

  /// Behind the last place in view.
  int end() {
    return Math.min(total, first + height);
  }

  /// Places that fit into the view.
  int height() {
    return height;
  }

  /// The last place at which a view can begin.
  int last() {
    return Math.max(0, total - height);
  }

  private int clamped(long place) {
    return (int) Math.clamp(place, 0L, (long) last());
  }
}

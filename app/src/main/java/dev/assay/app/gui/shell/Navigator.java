package dev.assay.app.gui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Goes from place to place, and back.
public final class Navigator {

  private final ReadOnlyObjectWrapper<Place> place =
      new ReadOnlyObjectWrapper<>(this, "place", new Place.Start());
  private final Deque<Place> back = new ArrayDeque<>();
  private final Deque<Place> forward = new ArrayDeque<>();

  /// Where we are.
  public ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  /// Goes there.
  public void go(Place there) {
    if (!there.equals(place.get())) {
      back.push(place.get());
      forward.clear();
      place.set(there);
    }
  }

  /// Goes there instead of where we are, which is not come back to.
  public void replace(Place there) {
    place.set(there);
  }

  /// Whether there is somewhere to go back to.
  public boolean canGoBack() {
    return !back.isEmpty();
  }

  /// Whether there is somewhere to go forward to.
  public boolean canGoForward() {
    return !forward.isEmpty();
  }

  /// Goes back, when there is somewhere to go back to.
  public void back() {
    if (!back.isEmpty()) {
      forward.push(place.get());
      place.set(back.pop());
    }
  }

  /// Goes forward again.
  public void forward() {
    if (!forward.isEmpty()) {
      back.push(place.get());
      place.set(forward.pop());
    }
  }
}

package dev.assay.app.gui.layout;

import dev.assay.app.gui.session.Session;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/// Remembers how splitters, columns and tabs of each kind of place were left. Nodes are known by
/// their id (tables also by what they are called); nodes without one are left alone.
public final class LayoutMemory {

  private static final String KNOWN = "layout-memory";

  private final Session session;
  private final Map<String, String> changed = new HashMap<>();

  /// @param session keeps the settings
  public LayoutMemory(Session session) {
    this.session = session;
  }

  /// Brings back how the nodes of a screen were left, and watches them; nodes that it knows already
  /// are left alone.
  ///
  /// @param place names the kind of place
  public void adopt(String place, Node node) {
    if (node.getProperties().putIfAbsent(KNOWN, true) == null) {
      switch (node) {
        case SplitPane pane when pane.getId() != null -> splitter(key(place, pane.getId()), pane);
        case TabPane tabs when tabs.getId() != null -> tabs(key(place, tabs.getId()), tabs);
        case TableView<?> table -> {
          String name = table.getId() == null ? table.getAccessibleText() : table.getId();
          if (name != null) {
            columns(key(place, name), table);
          }
        }
        default -> {}
      }
    }
    if (node instanceof Parent parent && !(node instanceof TableView<?>)) {
      parent.getChildrenUnmodifiable().forEach(child -> adopt(place, child));
    }
  }

  private static String key(String place, String name) {
    return place + "/" + name;
  }

  private void splitter(String key, SplitPane pane) {
    String kept = kept(key);
    if (kept != null) {
      double[] positions =
          Arrays.stream(kept.split(" ")).mapToDouble(LayoutMemory::number).toArray();
      if (positions.length == pane.getDividers().size()) {
        pane.setDividerPositions(positions);
      }
    }
    pane.getDividers()
        .forEach(
            divider ->
                divider
                    .positionProperty()
                    .subscribe(
                        (before, now) ->
                            change(
                                key,
                                Arrays.stream(pane.getDividerPositions())
                                    .mapToObj(p -> String.format(Locale.ROOT, "%.4f", p))
                                    .collect(Collectors.joining(" ")))));
  }

  private void tabs(String key, TabPane tabs) {
    String kept = kept(key);
    tabs.getTabs().stream()
        .filter(t -> t.getId() != null && t.getId().equals(kept))
        .findFirst()
        .ifPresent(t -> tabs.getSelectionModel().select(t));
    tabs.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (Tab before, Tab now) -> {
              if (now != null && now.getId() != null) {
                change(key, now.getId());
              }
            });
  }

  private void columns(String key, TableView<?> table) {
    String kept = kept(key);
    List<? extends TableColumnBase<?, ?>> columns = table.getColumns();
    if (kept != null) {
      double[] widths = Arrays.stream(kept.split(" ")).mapToDouble(LayoutMemory::number).toArray();
      for (int i = 0; i < Math.min(widths.length, columns.size()); i++) {
        if (widths[i] >= 20) {
          columns.get(i).setPrefWidth(widths[i]);
        }
      }
    }
    columns.forEach(
        column ->
            column
                .widthProperty()
                .subscribe(
                    (before, now) ->
                        change(
                            key,
                            columns.stream()
                                .map(c -> String.format(Locale.ROOT, "%.0f", c.getWidth()))
                                .collect(Collectors.joining(" ")))));
  }

  private void change(String key, String value) {
    changed.put(key, value);
  }

  private @org.jspecify.annotations.Nullable String kept(String key) {
    return changed.getOrDefault(key, session.settings().get().layout().get(key));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException damaged) {
      return -1;
    }
  }

  /// Keeps what changed.
  public void keep() {
    if (!changed.isEmpty()) {
      session.remember(
          s -> {
            var kept = s;
            for (Map.Entry<String, String> change : changed.entrySet()) {
              kept = kept.withLayout(change.getKey(), change.getValue());
            }
            return kept;
          });
      changed.clear();
    }
  }

  /// Everything stands where it stood the first time, from the next screen on.
  public void forget() {
    changed.clear();
    session.remember(s -> s.withFirstLayout());
  }
}

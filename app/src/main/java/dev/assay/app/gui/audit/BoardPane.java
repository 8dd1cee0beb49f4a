package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.store.AuditStore;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Audits as cards, a column for each stage. Everything is done from the keyboard too: arrows go
/// from card to card, Enter opens one, letters take steps; a step that cannot be taken says why.
final class BoardPane extends VBox {

  private static final String KEYS =
      "Arrows move · Enter opens · Space lists the steps and their keys";

  private final BoardModel model;
  private final Consumer<AuditStore.Listed> open;
  private final BiConsumer<AuditStore.Listed, BoardStep> take;
  private final Map<BoardColumn, ListView<AuditStore.Listed>> lists =
      new EnumMap<>(BoardColumn.class);
  private final HBox columns = new HBox();
  private final ScrollPane scroll = new ScrollPane(columns);
  private final Label why = Parts.quiet(KEYS);
  private String chosen = "";

  /// @param open opens an audit
  /// @param take asks for the signature of a step that can be taken
  BoardPane(
      BoardModel model,
      Consumer<AuditStore.Listed> open,
      BiConsumer<AuditStore.Listed, BoardStep> take) {
    this.model = model;
    this.open = open;
    this.take = take;
    setId("board");
    getStyleClass().add("board");
    columns.getStyleClass().add("board-columns");
    for (BoardColumn column : BoardColumn.values()) {
      columns.getChildren().add(column(column));
    }
    scroll.setFitToHeight(true);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    why.setId("board-why");
    getChildren().addAll(scroll, why);
  }

  private VBox column(BoardColumn column) {
    ListView<AuditStore.Listed> list = new ListView<>(model.audits(column));
    list.setId("board-" + column.name().toLowerCase(java.util.Locale.ROOT));
    list.setAccessibleText("Audits: " + column.title());
    list.setCellFactory(view -> new BoardCell(model));
    list.setPlaceholder(Parts.quiet("none"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(column, event));
    list.setOnMouseClicked(
        event -> {
          AuditStore.Listed audit = chosen(column);
          if (event.getClickCount() == 2 && audit != null) {
            open.accept(audit);
          }
        });
    list.setOnContextMenuRequested(event -> steps(column));
    list.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                entered(column);
              }
            });
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            audit -> {
              if (audit != null) {
                chosen = audit.id();
                why.setText(KEYS);
              }
            });
    model
        .audits(column)
        .addListener(
            (ListChangeListener<AuditStore.Listed>) change -> Platform.runLater(this::follow));
    lists.put(column, list);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox box = new VBox(head(column), list);
    box.getStyleClass().add("board-column");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private HBox head(BoardColumn column) {
    Label title = Parts.text(column.title());
    title.getStyleClass().add("card-title");
    Label count = Parts.badge("", "neutral");
    count.textProperty().bind(Bindings.size(model.audits(column)).asString());
    HBox head = new HBox(8, title, Parts.space(), count);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("board-head");
    return head;
  }

  private void pressed(BoardColumn column, KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    AuditStore.Listed audit = chosen(column);
    KeyCode key = event.getCode();
    if (key == KeyCode.LEFT || key == KeyCode.RIGHT) {
      go(column, model.beside(column, key == KeyCode.RIGHT ? 1 : -1));
    } else if (audit != null && key == KeyCode.ENTER) {
      open.accept(audit);
    } else if (audit != null && key == KeyCode.SPACE) {
      steps(column);
    } else if (audit != null && BoardStep.of(key).isPresent()) {
      attempt(audit, BoardStep.of(key).get());
    } else {
      return;
    }
    event.consume();
  }

  /// As far down in the other column, where that is long enough.
  private void go(BoardColumn from, BoardColumn to) {
    if (from != to) {
      int row = Math.max(0, lists.get(from).getSelectionModel().getSelectedIndex());
      select(to, Math.min(row, model.audits(to).size() - 1));
      lists.get(to).requestFocus();
    }
  }

  private void select(BoardColumn column, int row) {
    ListView<AuditStore.Listed> list = lists.get(column);
    if (list.getSelectionModel().getSelectedIndex() != row) {
      list.getSelectionModel().clearAndSelect(row);
      list.getFocusModel().focus(row);
      list.scrollTo(Math.max(0, row - 1));
    }
  }

  /// One card is chosen at a time, and it is seen.
  private void entered(BoardColumn column) {
    lists.forEach(
        (other, list) -> {
          if (other != column) {
            list.getSelectionModel().clearSelection();
          }
        });
    if (chosen(column) == null && !model.audits(column).isEmpty()) {
      select(column, 0);
    }
    Bounds place = lists.get(column).getParent().getBoundsInParent();
    double hidden = columns.getWidth() - scroll.getViewportBounds().getWidth();
    double seen = scroll.getHvalue() * hidden;
    if (hidden > 0 && place.getMinX() < seen) {
      scroll.setHvalue(place.getMinX() / hidden);
    } else if (hidden > 0 && place.getMaxX() > seen + scroll.getViewportBounds().getWidth()) {
      scroll.setHvalue((place.getMaxX() - scroll.getViewportBounds().getWidth()) / hidden);
    }
  }

  /// The card that was chosen stays so, in whichever column it is now.
  private void follow() {
    for (BoardColumn column : BoardColumn.values()) {
      for (int row = 0; row < model.audits(column).size(); row++) {
        if (model.audits(column).get(row).id().equals(chosen)) {
          boolean elsewhere = chosen(column) == null;
          select(column, row);
          if (elsewhere && lists.values().stream().anyMatch(ListView::isFocused)) {
            lists.get(column).requestFocus();
          }
          return;
        }
      }
    }
  }

  private AuditStore.@Nullable Listed chosen(BoardColumn column) {
    return lists.get(column).getSelectionModel().getSelectedItem();
  }

  /// Every step, with the reason beside those that cannot be taken now.
  private void steps(BoardColumn column) {
    AuditStore.Listed audit = chosen(column);
    if (audit == null) {
      return;
    }
    ContextMenu menu = new ContextMenu();
    menu.setId("board-steps");
    for (BoardStep step : BoardStep.values()) {
      String not = model.hindrance(audit, step);
      MenuItem item =
          new MenuItem(
              not.isEmpty() ? step.title() + " …" : "✗ " + step.title() + " – not now: " + not);
      item.setAccelerator(new KeyCodeCombination(step.key()));
      item.setOnAction(event -> attempt(audit, step));
      menu.getItems().add(item);
    }
    menu.show(lists.get(column), Side.TOP, 12, 48);
  }

  private void attempt(AuditStore.Listed audit, BoardStep step) {
    String not = model.hindrance(audit, step);
    if (not.isEmpty()) {
      take.accept(audit, step);
    } else {
      tell(step.title() + ": " + not);
    }
  }

  /// Says something below the board.
  void tell(String sentence) {
    why.setText(sentence);
  }
}

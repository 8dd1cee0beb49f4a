package dev.assay.app.gui.command;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Type a few letters, press Enter: every command, its keys, and why it cannot be done now.
public final class CommandPalette {

  private static final double WIDTH = 560;
  private static final double ROWS = 360;

  private final Commands commands;
  private final Popup popup = new Popup();
  private final TextField letters = new TextField();
  private final ObservableList<Command> found = FXCollections.observableArrayList();
  private final ListView<Command> list = new ListView<>(found);

  /// Shows these commands.
  public CommandPalette(Commands commands) {
    this.commands = commands;
    letters.setPromptText("Search or run a command");
    letters.setId("palette-search");
    letters.setAccessibleText("Search commands");
    list.setId("palette-list");
    list.setAccessibleText("Commands");
    list.setCellFactory(view -> new Row());
    list.setPrefHeight(ROWS);
    letters.textProperty().subscribe(this::search);
    VBox box = new VBox(letters, list);
    box.getStyleClass().add("palette");
    box.setPrefWidth(WIDTH);
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(event -> perform());
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
  }

  /// Opens over the window.
  public void show(Window owner) {
    letters.clear();
    search("");
    popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
    popup.show(owner, owner.getX() + (owner.getWidth() - WIDTH) / 2, owner.getY() + 80);
    letters.requestFocus();
  }

  private void search(String text) {
    found.setAll(commands.find(text));
    list.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    int move = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    if (move != 0) {
      int next = list.getSelectionModel().getSelectedIndex() + move;
      list.getSelectionModel().clearAndSelect(Math.clamp(next, 0, Math.max(0, found.size() - 1)));
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      perform();
      event.consume();
    }
  }

  private void perform() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.possible().get()) {
      popup.hide();
      chosen.perform();
    }
  }

  private static final class Row extends ListCell<Command> {
    private final Label title = new Label();
    private final Label why = new Label();
    private final Label keys = new Label();
    private final HBox box = new HBox(10, title, why, space(), keys);

    Row() {
      why.getStyleClass().add("muted");
      keys.getStyleClass().addAll("muted", "keys");
      box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      title.setText(command.group().title() + ": " + command.title());
      why.setText(command.hindrance().get());
      keys.setText(command.keys());
      title.setDisable(!command.possible().get());
      setGraphic(box);
    }

    private static Region space() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      return space;
    }
  }
}

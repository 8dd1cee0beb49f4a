package dev.assay.app.gui.shell;

import dev.assay.app.gui.command.Command;
import dev.assay.app.gui.command.CommandPalette;
import dev.assay.app.gui.command.Commands;
import dev.assay.app.gui.dialog.ErrorPresenter;
import dev.assay.app.gui.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame around every screen: menus, top bar, navigation, the screen of the place where we are,
/// status, notices, and the drop zone that the whole window is.
public final class Shell extends StackPane {

  private final Session session;
  private final Navigator navigator;
  private final TopBar top;
  private final BorderPane frame = new BorderPane();
  private final Label dropHint = new Label();
  private final Function<Place, Screen> screens;
  private final Consumer<List<Path>> dropped;
  private final ReadOnlyObjectWrapper<@Nullable Screen> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");

  /// @param session what is open
  /// @param navigator where we are
  /// @param commands what can be done
  /// @param notices shows errors
  /// @param screens makes the screen of a place
  /// @param dropped opens files
  public Shell(
      Session session,
      Navigator navigator,
      Commands commands,
      ErrorPresenter notices,
      Function<Place, Screen> screens,
      Consumer<List<Path>> dropped) {
    this.session = session;
    this.navigator = navigator;
    this.screens = screens;
    this.dropped = dropped;
    CommandPalette palette = new CommandPalette(commands);
    top =
        new TopBar(
            () -> palette.show(getScene().getWindow()),
            commands.get("report.export"),
            commands.get("run.new"));
    StatusBar status = new StatusBar(session.tasks().running());
    status.word(session.workspace().map(p -> String.valueOf(p.getFileName())));
    status.word(
        new SimpleStringProperty(
            "CPU · " + Runtime.getRuntime().availableProcessors() + " threads"));
    frame.setTop(new VBox(menus(commands), top));
    frame.setLeft(sideBar());
    frame.setBottom(status);
    dropHint.getStyleClass().add("drop-hint");
    dropHint.setVisible(false);
    dropHint.setMouseTransparent(true);
    getChildren().addAll(frame, dropHint, notices);
    setAlignment(notices, Pos.BOTTOM_RIGHT);
    getStyleClass().add("shell");
    navigator.place().subscribe(this::show);
    listenToDrops();
  }

  private SideBar sideBar() {
    SideBar side = new SideBar(navigator);
    side.heading("Evidence");
    side.entry("Models", new Place.Models(), count(session.models()));
    side.entry("Datasets", new Place.Datasets(), count(session.datasets()));
    side.entry("Runs", new Place.Runs(), count(session.history().entries()));
    side.heading("Judgement");
    side.entry("Audits", new Place.Audits(), count(session.audits()));
    side.entry("Policies", new Place.Policies(), new SimpleStringProperty(""));
    side.heading("Help");
    side.entry("Guide", new Place.Help("index"), new SimpleStringProperty(""));
    side.entry("Glossary", new Place.Glossary(""), new SimpleStringProperty(""));
    side.entry("Settings", new Place.Preferences(), new SimpleStringProperty(""));
    return side;
  }

  private static ObservableValue<String> count(ObservableList<?> list) {
    return Bindings.createStringBinding(
        () -> list.isEmpty() ? "" : String.valueOf(list.size()), list);
  }

  private static MenuBar menus(Commands commands) {
    MenuBar bar = new MenuBar();
    bar.setUseSystemMenuBar(true);
    for (Command.Group group : Command.Group.values()) {
      Menu menu = new Menu(group.title());
      for (Command command : commands.all()) {
        if (command.group() == group) {
          MenuItem item = new MenuItem(command.title());
          item.disableProperty().bind(command.possible().not());
          item.setOnAction(event -> command.perform());
          if (command.shortcut() != null) {
            item.setAccelerator(command.shortcut());
          }
          menu.getItems().add(item);
        }
      }
      bar.getMenus().add(menu);
    }
    return bar;
  }

  /// The screen that fills the window.
  public ReadOnlyObjectProperty<@Nullable Screen> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Makes the screen of the present place again, after what it shows has changed.
  public void refresh() {
    show(navigator.place().get());
  }

  private void show(Place place) {
    Screen before = shown.get();
    if (before != null) {
      before.close();
    }
    Screen screen = screens.apply(place);
    shown.set(screen);
    frame.setCenter(screen.node());
    top.show(screen.trail());
  }

  private void listenToDrops() {
    setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    setOnDragEntered(this::hint);
    setOnDragExited(event -> dropHint.setVisible(false));
    setOnDragDropped(
        event -> {
          if (event.getDragboard().hasFiles()) {
            dropped.accept(
                event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList());
          }
          event.setDropCompleted(event.getDragboard().hasFiles());
          event.consume();
        });
  }

  private void hint(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      dropHint.setText(
          DropWords.of(
              event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList()));
      dropHint.setVisible(true);
    }
  }
}

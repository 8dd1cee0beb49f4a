package dev.assay.app.gui.shell;

import dev.assay.app.gui.command.Command;
import dev.assay.app.gui.command.CommandPalette;
import dev.assay.app.gui.command.Commands;
import dev.assay.app.gui.dialog.ErrorPresenter;
import dev.assay.app.gui.layout.LayoutMemory;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Rounded;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
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
import org.kordamp.ikonli.feather.Feather;

/// The frame around every screen: menus, top bar, navigation, the screen of the place where we are,
/// status, notices, and the drop zone that the whole window is.
public final class Shell extends StackPane {

  private final Session session;
  private final Navigator navigator;
  private final TopBar top;
  private final LayoutMemory memory;
  private final Runnable openPalette;
  private final BorderPane frame = new BorderPane();
  private final Label dropHint = new Label();
  private final Function<Place, Screen> screens;
  private final Consumer<List<Path>> dropped;
  private final ReadOnlyObjectWrapper<@Nullable Screen> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");

  /// What the frame lets do.
  ///
  /// @param commands what can be done
  /// @param screens makes the screen of a place
  /// @param dropped opens files
  public record Acts(
      Commands commands, Function<Place, Screen> screens, Consumer<List<Path>> dropped) {}

  /// @param session what is open
  /// @param navigator where we are
  /// @param notices shows errors
  /// @param memory brings back how screens were left
  public Shell(
      Session session,
      Navigator navigator,
      ErrorPresenter notices,
      LayoutMemory memory,
      Acts acts) {
    this.session = session;
    this.navigator = navigator;
    this.memory = memory;
    this.screens = acts.screens();
    this.dropped = acts.dropped();
    Commands commands = acts.commands();
    CommandPalette palette = new CommandPalette(commands);
    openPalette = () -> palette.show(getScene().getWindow());
    top =
        new TopBar(
            navigator,
            new TopBar.Acts(
                openPalette,
                commands.get("go.back"),
                commands.get("view.command"),
                commands.get("report.export"),
                commands.get("run.new")));
    StatusBar status = new StatusBar(session.tasks().running());
    status.word(session.workspace().map(p -> "Workspace " + p.getFileName()));
    status.word(session.machine().map(MachineWords::device).orElse("Looking at the machine …"));
    status.word(session.machine().map(MachineWords::isolation).orElse(""));
    frame.setTop(new VBox(menus(commands), top));
    frame.setLeft(sideBar());
    frame.setBottom(status);
    dropHint.getStyleClass().add("drop-hint");
    dropHint.setVisible(false);
    dropHint.setMouseTransparent(true);
    getChildren().addAll(frame, dropHint, notices);
    setAlignment(notices, Pos.BOTTOM_RIGHT);
    getStyleClass().add("shell");
    session
        .tasks()
        .running()
        .addListener((ListChangeListener<Object>) change -> Platform.runLater(this::adopt));
    navigator.place().subscribe(this::show);
    listenToDrops();
  }

  private SideBar sideBar() {
    SideBar side = new SideBar(navigator);
    side.heading("Evidence");
    side.entry("Models", Feather.BOX, new Place.Models(), count(session.models()));
    side.entry("Datasets", Feather.DATABASE, new Place.Datasets(), count(session.datasets()));
    side.entry("Runs", Feather.ACTIVITY, new Place.Runs(), count(session.history().entries()));
    side.heading("Judgement");
    side.entry("Audits", Feather.CLIPBOARD, new Place.Audits(), count(session.audits()));
    side.entry("Policies", Feather.SHIELD, new Place.Policies(), new SimpleStringProperty(""));
    side.entry(
        "Regimes", Feather.CHECK_SQUARE, new Place.Regimes("", ""), new SimpleStringProperty(""));
    side.entry("Ledger", Feather.LINK, new Place.Ledger(), new SimpleStringProperty(""));
    side.heading("Help");
    side.entry("Guide", Feather.BOOK_OPEN, new Place.Help("index"), new SimpleStringProperty(""));
    side.entry("Glossary", Feather.HASH, new Place.Glossary(""), new SimpleStringProperty(""));
    side.entry("Settings", Feather.SETTINGS, new Place.Preferences(), new SimpleStringProperty(""));
    side.entry("Log", Feather.LIST, new Place.Log(), new SimpleStringProperty(""));
    return side;
  }

  private static ObservableValue<String> count(ObservableList<?> list) {
    return Bindings.createStringBinding(
        () -> list.isEmpty() ? "" : Rounded.count(list.size()), list);
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

  /// Opens the list of commands.
  public void openPalette() {
    openPalette.run();
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
    memory.keep();
    Screen before = shown.get();
    if (before != null) {
      before.close();
    }
    Screen screen = screens.apply(place);
    shown.set(screen);
    frame.setCenter(screen.node());
    top.show(screen.trail(), place);
    adopt();
  }

  /// Parts of a screen that came later are remembered, too.
  private void adopt() {
    Screen screen = shown.get();
    if (screen != null) {
      memory.adopt(navigator.place().get().getClass().getSimpleName(), screen.node());
    }
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

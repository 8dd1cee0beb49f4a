package dev.assay.app.gui.shell;

import dev.assay.app.gui.command.Command;
import dev.assay.app.gui.part.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Name, trail, search and the acts that matter most here.
final class TopBar extends HBox {

  private final HBox trail = new HBox();
  private final Navigator navigator;

  /// The acts of the bar.
  ///
  /// @param command copies what the screen shows as a command line
  record Acts(Runnable search, Command back, Command command, Command export, Command evaluate) {}

  TopBar(Navigator navigator, Acts acts) {
    this.navigator = navigator;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    Button name = new Button("Assay");
    name.getStyleClass().setAll("product");
    name.setId("go-start");
    name.setMinWidth(USE_PREF_SIZE);
    name.setAccessibleText("Assay, first page");
    name.setOnAction(event -> navigator.go(new Place.Start()));
    trail.getStyleClass().add("trail");
    trail.setAlignment(Pos.CENTER_LEFT);
    Button search = new Button("Search or run a command", Icons.of(Feather.SEARCH));
    search.setId("open-palette");
    search.getStyleClass().setAll("search");
    search.setAlignment(Pos.CENTER_LEFT);
    search.setTooltip(new Tooltip("Search or run a command"));
    search.setOnAction(event -> acts.search().run());
    Region space = new Region();
    // The trail goes before: in large type the search gives way.
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox.setHgrow(space, Priority.SOMETIMES);
    getChildren()
        .addAll(
            name,
            small(acts.back(), Feather.ARROW_LEFT),
            trail,
            space,
            search,
            small(acts.command(), Feather.TERMINAL),
            button(acts.export(), "quiet"),
            button(acts.evaluate(), "primary"));
  }

  /// Shows where we are.
  ///
  /// @param steps from the widest to the narrowest
  void show(List<String> steps, Place place) {
    List<Button> crumbs = new ArrayList<>();
    Place at = place;
    for (String step : steps.reversed()) {
      crumbs.addFirst(crumb(step, at, at.equals(place)));
      at = at.parent();
    }
    trail.getChildren().clear();
    for (Button crumb : crumbs) {
      if (!trail.getChildren().isEmpty()) {
        Label slash = new Label("/");
        slash.setMinWidth(USE_PREF_SIZE);
        slash.getStyleClass().add("muted");
        trail.getChildren().add(slash);
      }
      trail.getChildren().add(crumb);
    }
  }

  private Button crumb(String title, Place place, boolean here) {
    Button crumb = new Button(title);
    crumb.getStyleClass().setAll("crumb", here ? "crumb-here" : "crumb-before");
    crumb.setMnemonicParsing(false);
    crumb.setTooltip(new Tooltip(title));
    crumb.setFocusTraversable(!here);
    crumb.setOnAction(event -> navigator.go(place));
    return crumb;
  }

  private static StackPane small(Command command, Feather icon) {
    StackPane frame = button(command, "icon-button");
    if (frame.getChildren().getFirst() instanceof Button button) {
      button.setAccessibleText(command.title());
      button.setText(null);
      button.setGraphic(Icons.of(icon));
      Tooltip.install(button, new Tooltip(command.title()));
    }
    return frame;
  }

  /// A button for a command. Disabled buttons show no tooltips, so the reason hangs on a frame
  /// around them.
  private static StackPane button(Command command, String style) {
    Button button = new Button(command.title());
    button.getStyleClass().add(style);
    button.setId("do-" + command.id());
    button.setMinWidth(USE_PREF_SIZE);
    button.disableProperty().bind(command.possible().not());
    button.setOnAction(event -> command.perform());
    StackPane frame = new StackPane(button);
    frame.setMinWidth(USE_PREF_SIZE);
    Tooltip why = new Tooltip();
    why.textProperty().bind(command.hindrance());
    command
        .possible()
        .subscribe(
            possible -> {
              if (possible) {
                Tooltip.uninstall(frame, why);
              } else {
                Tooltip.install(frame, why);
              }
            });
    return frame;
  }
}

package dev.assay.app.gui.shell;

import dev.assay.app.gui.command.Command;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Name, trail, search and the acts that matter most here.
final class TopBar extends HBox {

  private final HBox trail = new HBox();

  TopBar(Runnable openPalette, Command export, Command evaluate) {
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label("Assay");
    name.getStyleClass().add("product");
    trail.setAlignment(Pos.CENTER_LEFT);
    trail.getStyleClass().add("trail");
    Button search = new Button("Search or run a command");
    search.setId("open-palette");
    search.getStyleClass().setAll("search");
    search.setAlignment(Pos.CENTER_LEFT);
    search.setOnAction(event -> openPalette.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(name, trail, space, search, button(export, "quiet"), button(evaluate, "primary"));
  }

  void show(List<String> steps) {
    trail.getChildren().clear();
    for (int i = 0; i < steps.size(); i++) {
      if (i > 0) {
        Label slash = new Label("/");
        slash.getStyleClass().add("faint");
        trail.getChildren().add(slash);
      }
      Label step = new Label(steps.get(i));
      step.getStyleClass().add(i == steps.size() - 1 ? "trail-here" : "muted");
      trail.getChildren().add(step);
    }
  }

  /// A button for a command. Disabled buttons show no tooltips, so the reason hangs on a frame
  /// around them.
  private static StackPane button(Command command, String style) {
    Button button = new Button(command.title());
    button.getStyleClass().add(style);
    button.setId("do-" + command.id());
    button.disableProperty().bind(command.possible().not());
    button.setOnAction(event -> command.perform());
    StackPane frame = new StackPane(button);
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

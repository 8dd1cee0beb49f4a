package dev.assay.app.gui.shell;

import dev.assay.app.gui.task.TaskItem;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Workspace, device, isolation, and what has been running for half a second or longer.
final class StatusBar extends HBox {

  private static final Duration UNSEEN = Duration.millis(500);
  private static final int MOST_SHOWN = 2;

  private final HBox tray = new HBox(12);
  private final ObservableList<TaskItem> running;

  StatusBar(ObservableList<TaskItem> running) {
    this.running = running;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    tray.setAlignment(Pos.CENTER_RIGHT);
    tray.setId("task-tray");
    getChildren().addAll(space, tray);
    PauseTransition patience = new PauseTransition(UNSEEN);
    patience.setOnFinished(event -> fill());
    running.addListener(
        (ListChangeListener<TaskItem>)
            change -> {
              if (running.isEmpty()) {
                patience.stop();
                fill();
              } else {
                patience.playFromStart();
              }
            });
    fill();
  }

  void word(ObservableValue<String> text) {
    Label label = new Label();
    label.textProperty().bind(text);
    getChildren().add(getChildren().size() - 2, label);
  }

  private void fill() {
    tray.getChildren().clear();
    if (running.isEmpty()) {
      tray.getChildren().add(new Label("No task running"));
    }
    for (TaskItem item : running.stream().limit(MOST_SHOWN).toList()) {
      show(item);
    }
    if (running.size() > MOST_SHOWN) {
      tray.getChildren().add(new Label("and " + (running.size() - MOST_SHOWN) + " more"));
    }
  }

  private void show(TaskItem item) {
    Label words = new Label();
    words.textProperty().bind(item.words().map(w -> item.title() + " · " + w));
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(item.share());
    bar.setPrefWidth(120);
    bar.setAccessibleText("Progress of " + item.title());
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add("small");
    cancel.setAccessibleText("Cancel " + item.title());
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(
        event -> {
          item.cancellation().cancel();
          cancel.setDisable(true);
        });
    tray.getChildren().addAll(words, bar, cancel);
  }
}

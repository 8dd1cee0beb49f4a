package dev.assay.app.gui.model;

import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks a model one thing and shows the answer below: the worker runs, the question can be stopped,
/// and what goes wrong is a sentence in the place of the answer.
final class AskBox {

  private final TaskCenter tasks;
  private final Button ask;
  private final Button stop = new Button("Stop");
  private final Label state = Parts.text("");
  private final VBox answer = new VBox(8);
  private @Nullable TaskItem running;
  private int asked;

  /// @param act on the button that asks
  /// @param id of that button
  AskBox(TaskCenter tasks, String act, String id) {
    this.tasks = tasks;
    ask = new Button(act);
    ask.setId(id);
    ask.getStyleClass().add("primary");
    ask.setMinWidth(Button.USE_PREF_SIZE);
    stop.setId(id + "-stop");
    stop.setDisable(true);
    stop.setMinWidth(Button.USE_PREF_SIZE);
    stop.setOnAction(event -> stop());
    state.setId(id + "-state");
    answer.setId(id + "-answer");
    show("", false);
  }

  private sealed interface Told<T> {
    record Answer<T>(T answer) implements Told<T> {}

    record Fault<T>(AssayException why) implements Told<T> {}
  }

  /// What the button does.
  void onAsk(Runnable act) {
    ask.setOnAction(event -> act.run());
  }

  /// Says what is wrong with the question.
  void refuse(String sentence) {
    show(sentence, true);
    answer.getChildren().clear();
  }

  /// Asks, in place of what was asked before.
  ///
  /// @param title what is being done
  /// @param work runs off the toolkit's thread
  /// @param shown makes the answer's nodes
  <T> void ask(String title, Function<TaskItem, T> work, Function<T, List<? extends Node>> shown) {
    stop();
    int mine = ++asked;
    answer.getChildren().clear();
    show(title + " …", false);
    stop.setDisable(false);
    Consumer<Told<T>> done =
        told -> {
          if (mine == asked) {
            switch (told) {
              case Told.Answer<T> good -> {
                show("", false);
                answer.getChildren().setAll(shown.apply(good.answer()));
              }
              case Told.Fault<T> bad -> show(bad.why().sentence() + " " + bad.why().remedy(), true);
            }
          }
        };
    running = tasks.start(title, item -> told(work, item), done, () -> ended(mine));
  }

  private static <T> Told<T> told(Function<TaskItem, T> work, TaskItem item) {
    try {
      return new Told.Answer<>(work.apply(item));
    } catch (Cancelled stopped) {
      throw stopped;
    } catch (AssayException failed) {
      return new Told.Fault<>(failed);
    }
  }

  /// Stops what runs.
  void stop() {
    if (running != null) {
      running.cancellation().cancel();
    }
  }

  private void ended(int mine) {
    if (mine == asked) {
      running = null;
      stop.setDisable(true);
      if (answer.getChildren().isEmpty() && state.getText().endsWith("…")) {
        show("Stopped.", false);
      }
    }
  }

  private void show(String sentence, boolean wrong) {
    state.setText(sentence);
    state.getStyleClass().setAll("label", wrong ? "attention-text" : "muted");
    state.setManaged(!sentence.isEmpty());
    state.setVisible(!sentence.isEmpty());
  }

  /// Buttons, and below them the answer.
  ///
  /// @param command line that asks the same
  VBox node(Supplier<List<String>> command) {
    Button copy = new Button("Copy as command");
    copy.getStyleClass().addAll("quiet", "small");
    copy.setMinWidth(Button.USE_PREF_SIZE);
    copy.setOnAction(event -> Clipboards.text(CommandLineText.of(command.get())));
    FlowPane row = new FlowPane(8, 6, ask, stop, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(8, row, state, answer);
  }
}

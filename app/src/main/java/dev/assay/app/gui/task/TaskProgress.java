package dev.assay.app.gui.task;

import dev.assay.app.gui.part.Parts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far work came, in a bar and in words, with the button that ends it.
public final class TaskProgress {

  private TaskProgress() {}

  /// A row for a page that waits for work.
  ///
  /// @param what the work is, in a word: "run"; the words have the id `run-progress`, the button
  ///   `run-cancel`
  public static Node row(TaskItem item, String what) {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(item.share());
    bar.setAccessibleText("Progress of the " + what);
    Label words = new Label();
    words.setId(what + "-progress");
    words.textProperty().bind(item.words());
    Button cancel = new Button("Cancel the " + what);
    cancel.setId(what + "-cancel");
    cancel.setMinWidth(Button.USE_PREF_SIZE);
    cancel.setOnAction(event -> item.cancellation().cancel());
    HBox row = new HBox(12, bar, words, Parts.space(), cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}

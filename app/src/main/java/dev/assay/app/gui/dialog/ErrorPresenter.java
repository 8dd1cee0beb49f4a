package dev.assay.app.gui.dialog;

import dev.assay.app.gui.part.Clipboards;
import dev.assay.common.AssayException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows what went wrong: the sentence, the remedy, the code, "Copy details". The window goes on.
public final class ErrorPresenter extends VBox {

  private static final Logger LOG = Logger.getLogger(ErrorPresenter.class.getName());
  private static final int MOST_SHOWN = 3;
  private static final Duration LONG_ENOUGH = Duration.seconds(6);

  private final Runnable openLog;

  /// Nothing is shown yet.
  ///
  /// @param openLog shows the log
  public ErrorPresenter(Runnable openLog) {
    this.openLog = openLog;
    getStyleClass().add("notices");
    setPickOnBounds(false);
    setAlignment(Pos.BOTTOM_RIGHT);
    setId("notices");
  }

  /// Shows an error; on the toolkit's thread.
  public void show(Throwable failed) {
    if (failed instanceof AssayException known) {
      LOG.log(Level.INFO, "{0} [{1}]", new Object[] {known.sentence(), known.code()});
      add(known.sentence(), known.remedy(), known.code(), details(failed));
    } else {
      LOG.log(Level.SEVERE, "a defect", failed);
      add(
          "This is a defect of Assay: " + failed + ".",
          "Please report it with the copied details; your work goes on.",
          "DEFECT",
          details(failed));
    }
  }

  /// Says what was done; goes away by itself.
  public void tell(String sentence) {
    LOG.log(Level.INFO, "{0}", sentence);
    Label words = new Label("✓  " + sentence);
    words.setWrapText(true);
    VBox notice = new VBox(words);
    notice.getStyleClass().addAll("notice", "done");
    notice.setAccessibleText(sentence);
    place(notice);
    PauseTransition read = new PauseTransition(LONG_ENOUGH);
    read.setOnFinished(event -> getChildren().remove(notice));
    read.play();
  }

  /// Takes the latest notice away, when there is one.
  ///
  /// @return whether there was one
  public boolean dismiss() {
    return !getChildren().isEmpty() && getChildren().removeLast() != null;
  }

  private void place(Node notice) {
    if (getChildren().size() >= MOST_SHOWN) {
      getChildren().removeFirst();
    }
    getChildren().add(notice);
  }

  private void add(String sentence, String remedy, String code, String details) {
    Label what = new Label(sentence);
    what.getStyleClass().add("notice-sentence");
    what.setWrapText(true);
    Label how = new Label(remedy);
    how.setWrapText(true);
    Label number = new Label(code);
    number.getStyleClass().add("muted");
    Button copy = new Button("Copy details");
    copy.getStyleClass().add("small");
    copy.setOnAction(event -> Clipboards.text(details));
    Button close = new Button("Dismiss");
    close.getStyleClass().add("small");
    Button log = new Button("Log");
    log.getStyleClass().add("small");
    log.setAccessibleText("Show the log");
    log.setOnAction(event -> openLog.run());
    HBox acts = new HBox(8, number, log, copy, close);
    HBox.setHgrow(number, Priority.ALWAYS);
    number.setMaxWidth(Double.MAX_VALUE);
    acts.setAlignment(Pos.CENTER_RIGHT);
    VBox notice = new VBox(6, what, how, acts);
    notice.getStyleClass().add("notice");
    notice.setAccessibleText("Error: " + sentence + " " + remedy);
    close.setOnAction(event -> getChildren().remove(notice));
    place(notice);
  }

  private static String details(Throwable failed) {
    StringWriter text = new StringWriter();
    failed.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

package dev.assay.app.gui.dialog;

import dev.assay.app.gui.part.Clipboards;
import dev.assay.common.AssayException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows what went wrong: the sentence, the remedy, the code, "Copy details". The window goes on.
public final class ErrorPresenter extends VBox {

  private static final Logger LOG = Logger.getLogger(ErrorPresenter.class.getName());
  private static final int MOST_SHOWN = 3;

  /// Nothing is shown yet.
  public ErrorPresenter() {
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
    HBox acts = new HBox(8, number, copy, close);
    HBox.setHgrow(number, Priority.ALWAYS);
    number.setMaxWidth(Double.MAX_VALUE);
    acts.setAlignment(Pos.CENTER_RIGHT);
    VBox notice = new VBox(6, what, how, acts);
    notice.getStyleClass().add("notice");
    notice.setAccessibleText("Error: " + sentence + " " + remedy);
    close.setOnAction(event -> getChildren().remove(notice));
    if (getChildren().size() >= MOST_SHOWN) {
      getChildren().removeFirst();
    }
    getChildren().add(notice);
  }

  private static String details(Throwable failed) {
    StringWriter text = new StringWriter();
    failed.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

package dev.assay.app.gui.regime;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Visible;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Where documents are dropped or chosen, and those that are there.
public final class FileDrop extends VBox {

  private static final int LONGEST_NAME = 60;

  private final AnswerForm form;
  private final VBox files = new VBox(4);

  FileDrop(AnswerForm form) {
    this.form = form;
    getStyleClass().addAll("card", "drop-zone");
    setId("answer-drop");
    Button add = new Button("Add a document …");
    add.setId("answer-add");
    add.setWrapText(true);
    add.setMinHeight(USE_PREF_SIZE);
    add.setOnAction(event -> choose());
    getChildren()
        .setAll(Parts.quiet("Drop documents here that show it. They are kept."), files, add);
    setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    setOnDragDropped(
        event -> {
          drop(event.getDragboard().getFiles().stream().map(File::toPath).toList());
          event.setDropCompleted(true);
          event.consume();
        });
    form.files().addListener((ListChangeListener<Path>) change -> fill());
    fill();
  }

  /// Takes files as when they are dropped.
  public void drop(List<Path> dropped) {
    form.add(dropped);
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Documents that show the answer");
    List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
    if (chosen != null) {
      drop(chosen.stream().map(File::toPath).toList());
    }
  }

  private void fill() {
    files.getChildren().setAll(form.files().stream().map(this::line).toList());
    files.setVisible(!form.files().isEmpty());
    files.setManaged(!form.files().isEmpty());
  }

  private HBox line(Path file) {
    String name = Visible.of(String.valueOf(file.getFileName()), LONGEST_NAME);
    Label words = Parts.text(name);
    Button away = new Button("Take away");
    away.setAccessibleText("Take away " + name);
    away.setMinWidth(USE_PREF_SIZE);
    away.setOnAction(event -> form.files().remove(file));
    HBox line = new HBox(8, words, Parts.space(), away);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}

package dev.assay.app.gui.evaluate;

import dev.assay.common.Visible;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;

/// Takes a file of one's own beside or in place of what comes with Assay, or forgets it.
///
/// @param id of the button
/// @param title of the dialog
/// @param add on the button while there is none
/// @param forget on the button while there is one
/// @param none the remark while there is none
/// @param one the remark about the name of one
record OwnFile(
    String id, String title, String add, String forget, String none, Function<String, String> one) {

  /// The button.
  ///
  /// @param files receives the file
  /// @param remark says which
  Button button(ObservableList<Path> files, Label remark) {
    Button button = new Button();
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setId(id);
    button.setWrapText(true);
    button.setMinHeight(Button.USE_PREF_SIZE);
    button.setStyle("-fx-min-width: 10em;");
    button.getStyleClass().add("quiet");
    Runnable told =
        () -> {
          button.setText(files.isEmpty() ? add : forget);
          remark.setText(
              files.isEmpty()
                  ? none
                  : one.apply(Visible.of(String.valueOf(files.getFirst().getFileName()), 60)));
        };
    told.run();
    files.addListener((ListChangeListener<Path>) change -> told.run());
    button.setOnAction(event -> chosen(files, button));
    return button;
  }

  private void chosen(ObservableList<Path> files, Button button) {
    if (!files.isEmpty()) {
      files.clear();
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("YAML", "*.yaml", "*.yml"));
    File file = chooser.showOpenDialog(button.getScene().getWindow());
    if (file != null) {
      files.setAll(file.toPath());
    }
  }
}

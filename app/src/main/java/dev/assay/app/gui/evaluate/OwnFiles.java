package dev.assay.app.gui.evaluate;

import dev.assay.common.Visible;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;

/// Takes files of one's own beside or in place of what comes with Assay, or forgets them.
///
/// @param id of the button
/// @param title of the dialog
/// @param add on the button while there are none
/// @param forget on the button while there are some
/// @param none the remark while there are none
/// @param some the remark about the names of some
record OwnFiles(
    String id,
    String title,
    String add,
    String forget,
    String none,
    Function<String, String> some) {

  private static final int LONGEST = 60;

  /// The button.
  ///
  /// @param files receives the files
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
          remark.setText(files.isEmpty() ? none : some.apply(names(files)));
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
    List<File> taken = chooser.showOpenMultipleDialog(button.getScene().getWindow());
    if (taken != null) {
      files.setAll(taken.stream().map(File::toPath).toList());
    }
  }

  private static String names(List<Path> files) {
    return files.stream()
        .map(file -> Visible.of(String.valueOf(file.getFileName()), LONGEST))
        .collect(Collectors.joining(", "));
  }
}

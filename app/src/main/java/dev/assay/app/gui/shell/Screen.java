package dev.assay.app.gui.shell;

import java.util.List;
import javafx.scene.Parent;

/// What fills the window at a place.
public interface Screen {

  /// Where this is, from the widest to the narrowest: "Runs", "Income model on Adult".
  List<String> trail();

  /// The nodes.
  Parent node();

  /// The command line that shows or does the same, without the program's name; empty when there is
  /// none: `inspect`, `data.csv`.
  default List<String> command() {
    return List.of();
  }

  /// Left for good: previews are cancelled, listeners removed. Runs go on.
  default void close() {}
}

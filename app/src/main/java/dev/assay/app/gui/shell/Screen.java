package dev.assay.app.gui.shell;

import java.util.List;
import javafx.scene.Parent;

/// What fills the window at a place.
public interface Screen {

  /// Where this is, from the widest to the narrowest: "Runs", "Income model on Adult".
  List<String> trail();

  /// The nodes.
  Parent node();

  /// Left for good: previews are cancelled, listeners removed. Runs go on.
  default void close() {}
}

package dev.assay.app.gui.part;

import dev.assay.app.gui.shell.Screen;
import java.util.List;
import javafx.scene.Parent;

/// A screen that needs nothing to be taken down.
///
/// @param trail where this is
/// @param node what is shown
/// @param command the command line that does the same, empty when there is none
public record SimpleScreen(List<String> trail, Parent node, List<String> command)
    implements Screen {

  /// A screen without a twin on the command line.
  public SimpleScreen(List<String> trail, Parent node) {
    this(trail, node, List.of());
  }
}

package dev.assay.app.gui.part;

import dev.assay.app.gui.shell.Screen;
import java.util.List;
import javafx.scene.Parent;

/// A screen that needs nothing to be taken down.
///
/// @param trail where this is
/// @param node what is shown
public record SimpleScreen(List<String> trail, Parent node) implements Screen {}

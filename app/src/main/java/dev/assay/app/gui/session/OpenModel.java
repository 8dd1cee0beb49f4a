package dev.assay.app.gui.session;

import dev.assay.model.ModelArtefact;
import java.nio.file.Path;

/// A model that is open.
///
/// @param file where it lies
/// @param artefact what it is
public record OpenModel(Path file, ModelArtefact artefact) {

  /// Whether it may be run: the static look did not refuse it.
  public boolean runnable() {
    return switch (artefact.preScan().verdict()) {
      case CLEAN, WARNING -> true;
      case REFUSED -> false;
    };
  }
}

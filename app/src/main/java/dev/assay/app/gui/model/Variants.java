package dev.assay.app.gui.model;

import dev.assay.model.Transformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the other graphs of a text model lie.
final class Variants {

  private Variants() {}

  /// The file of a variant that is not in use; none for the one in use and inside a zip.
  ///
  /// @param opened the folder, zip or graph that was opened
  /// @param used file of the graph in use, relative to the folder
  static Optional<Path> other(Path opened, String used, Transformer.Variant variant) {
    if (variant.file().equals(used)) {
      return Optional.empty();
    }
    Path root = opened.toAbsolutePath();
    if (root.endsWith(used)) {
      for (int i = Path.of(used).getNameCount(); i > 0 && root != null; i--) {
        root = root.getParent();
      }
    }
    return Optional.ofNullable(root)
        .map(r -> r.resolve(variant.file()))
        .filter(Files::isRegularFile);
  }
}

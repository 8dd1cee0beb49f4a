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
  static Optional<Path> other(Path opened, Transformer beside, Transformer.Variant variant) {
    if (variant.file().equals(beside.variant())) {
      return Optional.empty();
    }
    Path root = opened.toAbsolutePath();
    if (root.endsWith(beside.variant())) {
      for (int i = Path.of(beside.variant()).getNameCount(); i > 0 && root != null; i--) {
        root = root.getParent();
      }
    }
    return Optional.ofNullable(root)
        .map(r -> r.resolve(variant.file()))
        .filter(Files::isRegularFile);
  }
}

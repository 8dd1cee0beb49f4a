package dev.assay.usecase;

import java.nio.file.Path;
import java.util.List;

/// Files that were written.
///
/// @param paths of the files, in the order of writing
public record ExportedFiles(List<Path> paths) {

  /// The paths as text.
  public List<String> names() {
    return paths.stream().map(Path::toString).toList();
  }
}

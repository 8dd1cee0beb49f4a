package dev.assay.source;

import dev.assay.common.InputRejected;
import java.nio.file.Path;

/// Tells what a path holds before anything parses it.
public final class Sources {

  private Sources() {}

  /// What the path holds, from its first bytes and its name. Nothing is parsed and nothing blocks:
  /// pipes, devices and folders that hold nothing known are refused.
  ///
  /// @throws InputRejected when there is no such file, it cannot be read, is no regular file or
  ///   folder, is empty, is too large for its kind, or is of no known kind
  public static SourceKind recognise(Path path) {
    throw new IllegalStateException("to be built: " + path);
  }
}

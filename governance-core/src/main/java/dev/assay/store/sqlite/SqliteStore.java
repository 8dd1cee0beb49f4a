package dev.assay.store.sqlite;

import dev.assay.store.GovernanceStore;
import java.nio.file.Path;

/// Opens workspaces.
public final class SqliteStore {

  private SqliteStore() {}

  /// Opens a workspace, creating it where there is none.
  ///
  /// @throws dev.assay.common.InputRejected when the file is no workspace, damaged, or written by a
  ///   newer Assay
  /// @throws dev.assay.common.WorkFailed when another process is writing and does not finish
  public static GovernanceStore open(Path file) {
    throw new IllegalStateException("to be built: " + file);
  }
}

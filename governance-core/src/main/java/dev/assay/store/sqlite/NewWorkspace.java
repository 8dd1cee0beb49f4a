package dev.assay.store.sqlite;

import dev.assay.common.AtomicFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/// Makes a workspace: whole beside its place, then put there. Nobody ever finds a half-made one,
/// and an empty file under its name is one that has lost its content.
final class NewWorkspace {

  private NewWorkspace() {}

  /// Makes the file unless somebody else did meanwhile.
  static void create(Path file, Faults faults) throws SQLException {
    Path folder = file.toAbsolutePath().getParent();
    Path made = folder.resolve("." + file.getFileName() + ".new-" + UUID.randomUUID());
    try {
      Files.createDirectories(folder);
      fill(made, faults);
      place(made, file);
      AtomicFiles.forceDirectory(folder);
    } catch (FileAlreadyExistsException meanwhile) {
      if (!Files.exists(file)) {
        throw faults.unwritable(String.valueOf(meanwhile.getMessage()), meanwhile);
      }
    } catch (IOException e) {
      throw faults.unwritable(String.valueOf(e.getMessage()), e);
    } finally {
      remove(made);
    }
  }

  private static void fill(Path made, Faults faults) throws SQLException, IOException {
    try (Connection connection = Profile.connect(made, true)) {
      Sql sql = new Sql(connection, faults);
      sql.ask(Profile.ofSuspicion());
      sql.ask(Map.of("synchronous", "2", "fullfsync", "1"));
      sql.writing(() -> Migrations.apply(sql, 0));
      onlyForItsOwner(made);
      sql.ask(Map.of("journal_mode", "wal"));
    }
  }

  /// Puts the file in its place unless there is one. A second name for the same file is the only
  /// way that is atomic and never overwrites; file systems without it get a rename.
  private static void place(Path made, Path file) throws IOException {
    try {
      Files.createLink(file, made);
    } catch (UnsupportedOperationException e) {
      Files.move(made, file);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException noLinksHere) {
      Files.move(made, file);
    }
  }

  private static void onlyForItsOwner(Path made) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(made, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void remove(Path made) {
    for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
      try {
        Files.deleteIfExists(made.resolveSibling(made.getFileName() + suffix));
      } catch (IOException left) {
        // A hidden file is left; the workspace is whole.
      }
    }
  }
}

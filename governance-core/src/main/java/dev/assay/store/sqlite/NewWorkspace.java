package dev.assay.store.sqlite;

import dev.assay.common.AtomicFiles;
import dev.assay.ledger.VerifierKey;
import dev.assay.store.LedgerHome;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes a workspace: whole beside its place, then put there. Nobody ever finds a half-made one,
/// and an empty file under its name is one that has lost its content.
final class NewWorkspace {

  private NewWorkspace() {}

  /// Makes the file unless somebody else did meanwhile.
  static void create(Path file, Faults faults, LedgerHome home) throws SQLException {
    Path folder = file.toAbsolutePath().getParent();
    Path made = folder.resolve("." + file.getFileName() + ".new-" + UUID.randomUUID());
    @Nullable VerifierKey unused = null;
    try {
      Files.createDirectories(folder);
      unused = fill(made, faults, home);
      place(made, file);
      unused = null;
      AtomicFiles.forceDirectory(folder);
    } catch (FileAlreadyExistsException meanwhile) {
      if (!Files.exists(file)) {
        throw faults.unwritable(String.valueOf(meanwhile.getMessage()), meanwhile);
      }
    } catch (IOException e) {
      throw faults.unwritable(String.valueOf(e.getMessage()), e);
    } finally {
      if (unused != null) {
        home.forget(unused);
      }
      remove(made);
    }
  }

  private static VerifierKey fill(Path made, Faults faults, LedgerHome home)
      throws SQLException, IOException {
    List<VerifierKey> keys = new ArrayList<>();
    try (Connection connection = Profile.connect(made, true)) {
      Sql sql = new Sql(connection, faults);
      sql.ask(Profile.ofSuspicion());
      sql.ask(Map.of("synchronous", "2", "fullfsync", "1"));
      sql.writing(() -> keys.add(Beginnings.create(sql, new Ledger(sql, home))));
      onlyForItsOwner(made);
      sql.ask(Map.of("journal_mode", "wal"));
    }
    return keys.getFirst();
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

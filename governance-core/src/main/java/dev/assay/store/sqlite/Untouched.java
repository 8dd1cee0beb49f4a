package dev.assay.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteConnection;

/// Workspaces that are looked at and stay as they are: on a medium that cannot be written, or of an
/// earlier format while they are examined.
final class Untouched {

  private Untouched() {}

  /// Whether a workspace can be written where it lies; one that does not exist yet may be made.
  static boolean writable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return !Files.exists(file)
        || (Files.isWritable(file) && (folder == null || Files.isWritable(folder)));
  }

  /// Connects to a file that cannot be written. SQLite wants to make files beside it; where nobody
  /// has left any, it is told that the file does not change.
  static Connection connect(Path file, Faults faults) throws SQLException {
    try {
      Connection connection = Profile.connectToRead(file, !leftOpen(file));
      new Sql(connection, faults).pragma("user_version");
      return connection;
    } catch (SQLException e) {
      if (leftOpen(file)) {
        throw faults.leftOpen(e);
      }
      throw e;
    }
  }

  /// Whether what was written last may still lie in the file beside it.
  private static boolean leftOpen(Path file) {
    try {
      return Files.size(file.resolveSibling(file.getFileName() + "-wal")) > 0;
    } catch (IOException nothingBeside) {
      return false;
    }
  }

  /// A private copy in today's format, gone when it is closed.
  ///
  /// @param connection to the original; closed
  static Sql migratedCopy(Sql original, Connection connection, int format) throws SQLException {
    Faults faults = original.faults();
    if (format < Migrations.FIRST_WITH_LEDGER) {
      throw faults.beforeLedgers(format);
    }
    Path folder = null;
    try {
      folder = Files.createTempDirectory("assay-examined-");
      Path copy = folder.resolve("copy.assay");
      connection.unwrap(SQLiteConnection.class).getDatabase().backup("main", copy.toString(), null);
      Sql sql = new Sql(Profile.connect(copy, false), faults);
      Path mine = folder;
      sql.onceClosed(() -> remove(mine));
      try {
        sql.ask(Profile.ofSuspicion());
        sql.writing(() -> Migrations.apply(sql, format));
      } catch (SQLException | RuntimeException e) {
        sql.close();
        throw e;
      }
      connection.close();
      return sql;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException | RuntimeException e) {
      if (folder != null) {
        remove(folder);
      }
      throw e;
    }
  }

  private static void remove(Path folder) {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.sorted(Comparator.reverseOrder()).forEach(all::add);
    } catch (IOException gone) {
      return;
    }
    for (Path one : all) {
      try {
        Files.deleteIfExists(one);
      } catch (IOException left) {
        // A copy in the folder for temporary files is left; the original is as it was.
      }
    }
  }
}

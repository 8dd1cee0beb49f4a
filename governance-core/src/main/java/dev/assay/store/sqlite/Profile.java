package dev.assay.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// How connections are opened: what is asked of SQLite is asked as a statement and read back, since
/// the driver takes no notice of settings it does not know.
final class Profile {

  static final int BUSY_SECONDS = 5;

  private static final long HEAP_LIMIT_BYTES = 256L << 20;

  private Profile() {}

  /// Before anything in the file is trusted: its schema runs no functions, its pages are checked,
  /// nothing is mapped into memory.
  static Map<String, String> ofSuspicion() {
    Map<String, String> pragmas = new LinkedHashMap<>();
    pragmas.put("busy_timeout", String.valueOf(BUSY_SECONDS * 1000));
    pragmas.put("trusted_schema", "0");
    pragmas.put("cell_size_check", "1");
    pragmas.put("mmap_size", "0");
    pragmas.put("writable_schema", "0");
    pragmas.put("hard_heap_limit", String.valueOf(HEAP_LIMIT_BYTES));
    return pragmas;
  }

  /// For a file that is a workspace: durable over loss of power, foreign keys kept, REPLACE does
  /// not slip past triggers, what is freed is overwritten.
  static Map<String, String> ofDurability() {
    Map<String, String> pragmas = new LinkedHashMap<>();
    pragmas.put("journal_mode", "wal");
    pragmas.put("synchronous", "2");
    pragmas.put("fullfsync", "1");
    pragmas.put("checkpoint_fullfsync", "1");
    pragmas.put("foreign_keys", "1");
    pragmas.put("recursive_triggers", "1");
    pragmas.put("secure_delete", "1");
    return pragmas;
  }

  /// For a file that is only looked at.
  static Map<String, String> ofLooking() {
    return Map.of("query_only", "1");
  }

  /// A connection to a file that is not changed.
  ///
  /// @param immutable whether nobody else changes it either; then SQLite makes no files beside it
  static Connection connectToRead(Path file, boolean immutable) throws SQLException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    return config.createConnection("jdbc:sqlite:" + uri(file) + (immutable ? "?immutable=1" : ""));
  }

  /// A connection to a file.
  ///
  /// @param create whether a missing file is made
  static Connection connect(Path file, boolean create) throws SQLException {
    SQLiteConfig config = config();
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    if (!create) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    return config.createConnection("jdbc:sqlite:" + uri(file));
  }

  /// A connection to a database in memory, of which nothing remains.
  static Connection connectToMemory() throws SQLException {
    return config().createConnection("jdbc:sqlite::memory:");
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setSharedCache(false);
    config.enableLoadExtension(false);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    return config;
  }

  /// Names with '?', '%' and the like have a meaning to the driver; in a URI they are written out.
  private static String uri(Path file) {
    return "file:" + file.toAbsolutePath().toUri().getRawPath();
  }
}

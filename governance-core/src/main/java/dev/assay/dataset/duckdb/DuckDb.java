package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.work.Cancellation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A DuckDB of one import: in memory, spilling into a private folder, able to read one file and
/// nothing else. Configuration follows a fixed order and is locked at the end, so that no statement
/// can loosen it.
final class DuckDb implements AutoCloseable {

  private static final String MOST_SPILLED = "1TB";
  private static final long CANCEL_POLL_MILLIS = 40;

  private final DuckDBConnection connection;
  private final Cancellation cancellation;

  private DuckDb(DuckDBConnection connection, Cancellation cancellation) {
    this.connection = connection;
    this.cancellation = cancellation;
  }

  /// @param file the only file that can be read
  /// @param spill receives what does not fit into memory
  /// @param memoryBytes most memory for data
  static DuckDb open(
      Path file, Path spill, long memoryBytes, int threads, Cancellation cancellation) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      DuckDb db = new DuckDb(connection.unwrap(DuckDBConnection.class), cancellation);
      db.execute("SET allow_community_extensions=false");
      db.execute("SET autoinstall_known_extensions=false");
      db.execute("SET autoload_known_extensions=false");
      db.execute("SET preserve_insertion_order=true");
      db.execute("SET threads=" + threads);
      db.execute("SET memory_limit='" + memoryBytes / (1 << 20) + "MiB'");
      db.execute("SET temp_directory=" + text(spill.toString()));
      db.execute("SET max_temp_directory_size='" + MOST_SPILLED + "'");
      db.execute("SET allowed_paths=[" + text(file.toString()) + "]");
      db.execute("SET enable_external_access=false");
      db.execute("SET lock_configuration=true");
      return db;
    } catch (SQLException e) {
      throw failed(e, "the reader");
    }
  }

  DuckDBConnection connection() {
    return connection;
  }

  /// Runs a statement; stopped within the cancellation's time.
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      watched(statement, () -> statement.execute(sql));
    }
  }

  /// The rows of a query, each an array of objects.
  List<@Nullable Object[]> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<@Nullable Object[]> rows = new ArrayList<>();
      watched(
          statement,
          () -> {
            try (ResultSet result = statement.executeQuery(sql)) {
              int columns = result.getMetaData().getColumnCount();
              while (result.next()) {
                @Nullable Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                  row[i] = result.getObject(i + 1);
                }
                rows.add(row);
              }
            }
          });
      return rows;
    }
  }

  /// A step that talks to the database.
  @FunctionalInterface
  interface Step {
    void run() throws SQLException;
  }

  /// Runs a step while somebody looks whether it is to be stopped.
  void watched(Statement statement, Step step) throws SQLException {
    cancellation.check();
    Thread watch = Thread.ofPlatform().daemon().name("cancel-watch").start(() -> watch(statement));
    try {
      step.run();
    } catch (SQLException e) {
      cancellation.check();
      throw e;
    } finally {
      watch.interrupt();
    }
  }

  private void watch(Statement statement) {
    try {
      while (!cancellation.isRequested()) {
        Thread.sleep(CANCEL_POLL_MILLIS);
      }
      statement.cancel();
    } catch (InterruptedException finished) {
      // the step is done
    } catch (SQLException nothingToCancel) {
      // the statement ended by itself
    }
  }

  /// A text as an SQL literal.
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /// What went wrong, as a refusal of the file where the file is to blame.
  static RuntimeException failed(SQLException e, String fileName) {
    String message = String.valueOf(e.getMessage());
    String first = message.lines().findFirst().orElse("no reason was given");
    String shown = Visible.of(first.replaceAll("\"?/[^\"\\s]*\"?", "the file"), 240);
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("out of memory") || lower.contains("out of range memory")) {
      return new WorkFailed(
          "TABLE-MEMORY",
          "Reading '" + fileName + "' needs more memory than it may take.",
          "Give more memory, or a smaller file.",
          e);
    }
    if (lower.contains("no space left") || lower.contains("max_temp_directory_size")) {
      return new WorkFailed(
          "TABLE-DISK",
          "Reading '" + fileName + "' filled the disk.",
          "Make room on the disk of the temporary folder.",
          e);
    }
    if (lower.contains("internal error")) {
      return new WorkFailed(
          "TABLE-READER",
          "The reader failed on '" + fileName + "' (" + shown + ").",
          "Check the file, or export it again.",
          e);
    }
    return new InputRejected(
        "TABLE-UNREADABLE",
        "'" + fileName + "' cannot be read (" + shown + ").",
        "Check that the file is complete, or export it again.",
        e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException alreadyGone) {
      // nothing is kept in it
    }
  }
}

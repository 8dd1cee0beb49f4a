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
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// One locked-down DuckDB in memory: it may read one file, write into one temporary folder, load no
/// extension, reach no network, and nobody can change that afterwards.
final class Session implements AutoCloseable {

  /// Receives chunks of a result.
  @FunctionalInterface
  interface OnChunk {
    void chunk(DuckDBDataChunkReader chunk);
  }

  private static final double SHARE_OF_DISK = 0.9;

  private final DuckDBConnection connection;
  private final Path file;
  private final Cancellation cancellation;

  private Session(DuckDBConnection connection, Path file, Cancellation cancellation) {
    this.connection = connection;
    this.file = file;
    this.cancellation = cancellation;
  }

  /// Opens a session.
  ///
  /// @param file the one file that may be read
  /// @param temporary folder for what does not fit into memory
  static Session open(
      Path file, Path temporary, long memoryBytes, int threads, Cancellation cancellation) {
    Properties properties = new Properties();
    properties.setProperty("allow_community_extensions", "false");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("threads", Integer.toString(Math.max(1, threads)));
    properties.setProperty("memory_limit", (memoryBytes >> 10) + "KiB");
    properties.setProperty("temp_directory", temporary.toString());
    properties.setProperty(
        "max_temp_directory_size",
        (long) (temporary.toFile().getUsableSpace() * SHARE_OF_DISK / 1024) + "KiB");
    properties.setProperty("jdbc_stream_results", "true");
    try {
      DuckDBConnection connection =
          DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
      Session session = new Session(connection, file, cancellation);
      session.lock();
      return session;
    } catch (SQLException e) {
      throw notStarted(e);
    }
  }

  /// The engine's version, for instance "v2.0.0".
  static String version() {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      return String.valueOf(connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException e) {
      throw notStarted(e);
    }
  }

  private static WorkFailed notStarted(SQLException e) {
    return new WorkFailed(
        "DATASET-ENGINE",
        "The data engine (DuckDB) did not start: " + firstLine(e) + ".",
        "Run 'assay doctor' to see what is missing on this machine.",
        e);
  }

  private void lock() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET allowed_paths=[" + Sql.text(file.toString()) + "]");
      statement.execute("SET enable_external_access=false");
      statement.execute("SET TimeZone='UTC'");
      statement.execute("SET enable_progress_bar=false");
      statement.execute("SET lock_configuration=true");
    }
  }

  /// The first row of a result, as whole numbers; NULL is 0.
  long[] numbers(String sql) {
    String[] texts = texts(sql);
    long[] numbers = new long[texts.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = texts[i] == null ? 0 : Long.parseLong(texts[i]);
    }
    return numbers;
  }

  /// The first row of a result; empty when there is none.
  @Nullable String[] texts(String sql) {
    @Nullable String[][] row = {new String[0]};
    rows(
        sql,
        result -> {
          if (row[0].length == 0) {
            row[0] = new String[result.getMetaData().getColumnCount()];
            for (int i = 0; i < row[0].length; i++) {
              row[0][i] = result.getString(i + 1);
            }
          }
        });
    return row[0];
  }

  /// Receives the rows of a small result.
  interface OnRow {
    void row(ResultSet result) throws SQLException;
  }

  void rows(String sql, OnRow onRow) {
    try (Statement statement = connection.createStatement();
        Watch watch = Watch.over(cancellation, statement)) {
      ResultSet result = statement.executeQuery(sql);
      while (result.next()) {
        onRow.row(result);
      }
    } catch (SQLException e) {
      throw explained(e);
    }
  }

  /// Runs a query and hands over its chunks in row order, one at a time.
  void stream(String sql, OnChunk onChunk) {
    try (DuckDBPreparedStatement statement =
            connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
        Watch watch = Watch.over(cancellation, statement);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        cancellation.check();
        onChunk.chunk(result.chunk());
      }
    } catch (SQLException e) {
      throw explained(e);
    }
  }

  private RuntimeException explained(SQLException e) {
    cancellation.check();
    String message = firstLine(e).replace(file.toString(), "it");
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("out of memory")) {
      return new WorkFailed(
          "DATASET-MEMORY",
          "Reading the file needs more memory or temporary space than it may take: "
              + message
              + ".",
          "Give the worker more memory, or keep fewer columns and rows.",
          e);
    }
    if (lower.startsWith("internal error") || lower.startsWith("fatal error")) {
      return new WorkFailed(
          "DATASET-ENGINE",
          "The data engine failed on this file: " + message + ".",
          "Check that the file is whole; write it again with another program.",
          e);
    }
    return new InputRejected(
        "DATASET-UNREADABLE",
        "The file cannot be read: " + message + ".",
        "Check that the file is whole; write it again if it was cut or changed on the way.",
        e);
  }

  private static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage()).strip();
    int end = message.indexOf('\n');
    String line = Visible.of(end < 0 ? message : message.substring(0, end), 240).strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException alreadyGone) {
      // decision: nothing of ours is in it
    }
  }
}

package dev.assay.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The few forms of SQL that a workspace is spoken to with; one thread at a time.
final class Sql implements AutoCloseable {

  private final Connection connection;
  private final Faults faults;
  private final Map<Object, Runnable> committed = new LinkedHashMap<>();
  private Runnable closed = () -> {};
  private @Nullable Supplier<? extends RuntimeException> refusal;

  Sql(Connection connection, Faults faults) {
    this.connection = connection;
    this.faults = faults;
  }

  Faults faults() {
    return faults;
  }

  /// Runs a script of several statements.
  void script(String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(statements);
    }
  }

  /// Runs a statement.
  ///
  /// @return rows changed
  int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /// Runs a statement once for each list of values.
  void updateEach(String sql, List<@Nullable Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// Every row that a query gives.
  <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet results = statement.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (results.next()) {
        list.add(row.of(results));
      }
      return list;
    }
  }

  /// Hands over every row that a query gives, one after the other.
  void each(String sql, Reader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet results = statement.executeQuery()) {
      while (results.next()) {
        reader.read(results);
      }
    }
  }

  /// The first row that a query gives.
  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    return query(sql, row, values).stream().findFirst();
  }

  /// What SQLite answers to a pragma, "" for nothing.
  String pragma(String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute("PRAGMA " + name)) {
        return "";
      }
      try (ResultSet answer = statement.getResultSet()) {
        return answer.next() ? String.valueOf(answer.getString(1)) : "";
      }
    }
  }

  /// Tells SQLite and makes sure that it listened.
  void ask(Map<String, String> pragmas) throws SQLException {
    for (Map.Entry<String, String> pragma : pragmas.entrySet()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA " + pragma.getKey() + "=" + pragma.getValue());
      }
      String answer = pragma(pragma.getKey());
      if (!answer.equals(pragma.getValue())) {
        throw faults.pragma(pragma.getKey(), pragma.getValue(), answer);
      }
    }
  }

  /// Does the work as one transaction that holds the only right to write from its beginning: all of
  /// it, durable when this returns, or nothing.
  void writing(Work work) throws SQLException {
    if (refusal != null) {
      throw refusal.get();
    }
    script("BEGIN IMMEDIATE");
    try {
      work.run();
      script("COMMIT");
    } catch (SQLException | RuntimeException | Error e) {
      committed.clear();
      try {
        rollBack();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
    List<Runnable> due = List.copyOf(committed.values());
    committed.clear();
    due.forEach(Runnable::run);
  }

  /// From now on nothing is written.
  ///
  /// @param why what is thrown instead
  void refuseWriting(Supplier<? extends RuntimeException> why) {
    refusal = why;
  }

  /// What is done when the transaction that is being written is durable; nothing when it fails. Of
  /// one owner only the last counts.
  void onceCommitted(Object owner, Runnable afterwards) {
    committed.put(owner, afterwards);
  }

  /// Does the work on one state of the workspace, whatever others write meanwhile.
  <T> T reading(Answer<T> answer) throws SQLException {
    script("BEGIN");
    try {
      return answer.get();
    } finally {
      rollBack();
    }
  }

  /// Does the work when it is this thread's turn; what SQLite says comes out as a sentence.
  <T> T inTurn(Lock turn, Answer<T> work) {
    turn.lock();
    try {
      return work.get();
    } catch (SQLException e) {
      throw faults.of(e, false);
    } finally {
      turn.unlock();
    }
  }

  /// What is done when this is closed.
  void onceClosed(Runnable afterwards) {
    closed = afterwards;
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      closed.run();
    }
  }

  /// SQLite ends a transaction by itself after some errors; then there is nothing to roll back.
  private void rollBack() throws SQLException {
    try {
      script("ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(statement, values);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /// Reads a row.
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /// Takes a row.
  @FunctionalInterface
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  /// Work inside a transaction.
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /// Work inside a transaction that gives something.
  @FunctionalInterface
  interface Answer<T> {
    T get() throws SQLException;
  }
}

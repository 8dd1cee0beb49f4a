package dev.assay.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;

/// Somebody with a SQLite shell who takes the triggers away, changes something and puts them back.
final class Tampering {

  private Tampering() {}

  static void with(Path file, String script) throws Exception {
    with(file, sql -> sql.script(script));
  }

  static void with(Path file, Change change) throws Exception {
    try (Connection connection = Profile.connect(file, false)) {
      Sql sql = new Sql(connection, new Faults(file));
      var triggers =
          sql.query(
              "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
              r -> Map.entry(r.getString(1), r.getString(2)));
      for (var trigger : triggers) {
        sql.script("DROP TRIGGER " + trigger.getKey());
      }
      change.on(sql);
      for (var trigger : triggers) {
        sql.script(trigger.getValue());
      }
    }
  }

  /// What is done meanwhile.
  @FunctionalInterface
  interface Change {
    void on(Sql sql) throws Exception;
  }
}

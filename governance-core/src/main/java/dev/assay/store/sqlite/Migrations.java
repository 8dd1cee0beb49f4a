package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.common.Resources;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The numbered steps from an empty file to the format of today. A step that was released is never
/// changed.
final class Migrations {

  /// Marks the file as ours: "ASAY".
  static final int APPLICATION_ID = 0x41534159;

  /// The first format that has a ledger.
  static final int FIRST_WITH_LEDGER = 3;

  private static final List<String> STEPS =
      List.of(
          "0001_audits.sql",
          "0002_reviews.sql",
          "0003_ledger.sql",
          "0004_cards.sql",
          "0005_acts.sql",
          "0006_signed_documents.sql",
          "0007_act_documents.sql",
          "0008_additions.sql",
          "0009_acts_by_kind.sql",
          "0010_erasure.sql",
          "0011_migrations.sql");

  /// The format that this version writes.
  static final int FORMAT = STEPS.size();

  private static final String SCHEMA =
      "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type,"
          + " name";

  private Migrations() {}

  /// Brings a database from a format to today's; the caller holds a transaction.
  static void apply(Sql sql, int from) throws SQLException {
    for (int step = from; step < STEPS.size(); step++) {
      sql.script(text(STEPS.get(step)));
    }
    sql.script("PRAGMA application_id=" + APPLICATION_ID + "; PRAGMA user_version=" + FORMAT);
  }

  /// What the steps from a format to today's are.
  static Digest digest(int from) {
    StringBuilder steps = new StringBuilder();
    STEPS.subList(from, STEPS.size()).forEach(step -> steps.append(text(step)));
    return Digest.of(steps.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Tables, indices and triggers of a database, as text.
  static List<String> schema(Sql sql) throws SQLException {
    return sql.query(SCHEMA, r -> r.getString(1));
  }

  /// What [#schema] gives for a workspace of a format that nobody has changed.
  static List<String> schemaOf(int format, Faults faults) throws SQLException {
    try (Connection memory = Profile.connectToMemory()) {
      Sql sql = new Sql(memory, faults);
      for (int step = 0; step < format; step++) {
        sql.script(text(STEPS.get(step)));
      }
      return schema(sql);
    }
  }

  private static String text(String step) {
    return Resources.text(Migrations.class, step);
  }
}

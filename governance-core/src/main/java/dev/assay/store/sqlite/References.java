package dev.assay.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether documents and rows are those of a record: nothing lies in a workspace that nobody
/// recorded.
///
/// @param sql the open workspace
record References(Sql sql) {

  private static final Map<String, String> KINDS =
      Map.of(
          "SELECT document FROM audit", "audit",
          "SELECT evaluation FROM run", "evaluation",
          "SELECT data FROM run", "import",
          "SELECT model FROM run", "model",
          "SELECT binding FROM run", "binding",
          "SELECT scores FROM run", "scores",
          "SELECT text FROM policy", "policy");

  /// What does not belong, each half a sentence.
  List<String> faults() throws SQLException {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      faults.addAll(
          sql.query(
              "SELECT sha256 FROM content WHERE kind <> ? AND sha256 IN (" + kind.getKey() + ")",
              r -> "the document " + r.getString(1) + " is called something else than recorded",
              kind.getValue()));
    }
    List<String> users = users();
    faults.addAll(
        sql.query(
            "SELECT sha256 FROM content WHERE sha256 NOT IN ("
                + String.join(" UNION ALL ", users)
                + ")",
            r -> "the document " + r.getString(1) + " belongs to no record"));
    faults.addAll(
        sql.query(
            "SELECT id FROM policy WHERE text NOT IN (SELECT policy FROM audit)",
            r -> "the policy " + r.getString(1) + " belongs to no audit"));
    faults.addAll(
        sql.query(
            "SELECT seq FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS n FROM audit) WHERE seq <> n LIMIT 1",
            r -> "the audits are no longer numbered as recorded, from " + r.getLong(1)));
    return faults;
  }

  /// Every column of every table that names a document.
  private List<String> users() throws SQLException {
    List<String> users = new ArrayList<>();
    for (String table :
        sql.query("SELECT name FROM sqlite_schema WHERE type = 'table'", r -> r.getString(1))) {
      users.addAll(
          sql.query(
              "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE \"table\" = 'content'",
              r -> {
                String column = "\"" + r.getString(1) + "\"";
                return "SELECT "
                    + column
                    + " FROM \""
                    + table
                    + "\" WHERE "
                    + column
                    + " IS NOT NULL";
              },
              table));
    }
    return users;
  }
}

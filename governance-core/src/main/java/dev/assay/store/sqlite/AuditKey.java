package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/// An audit as what is added to it hangs on to it: its first link is the audit's own document.
///
/// @param id the audit's id
/// @param seq its row
/// @param document its document
record AuditKey(String id, long seq, String document) {

  /// The key of an audit that must be there.
  static AuditKey of(Sql sql, String id) throws SQLException {
    return sql.first(
            "SELECT seq, document FROM audit WHERE id = ?",
            r -> new AuditKey(id, r.getLong(1), r.getString(2)),
            id)
        .orElseThrow(() -> sql.faults().damagedContent("the audit " + id + " is missing"));
  }

  /// The digest that chains a document to what came before it.
  static String chained(String previous, String document) {
    return Digest.of((previous + "\n" + document).getBytes(StandardCharsets.UTF_8)).sha256();
  }
}

package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the ledger says of an audit: the digests of every document it rests on. Made from rows, so
/// that a row that points elsewhere no longer gives what was recorded.
///
/// @param id of the audit
/// @param author who recorded it
/// @param created when
/// @param payload canonical JSON of the digests
record AuditRecord(String id, String author, Instant created, byte[] payload) {

  static final String KIND = "audit";

  private static final String SELECT =
      "SELECT a.id, a.author, a.created, a.document, r.evaluation, r.data, r.model, r.binding, r.scores, a.policy"
          + " FROM audit a JOIN run r ON r.evaluation = a.run ";
  private static final List<String> PARTS =
      List.of("audit", "evaluation", "import", "model", "binding", "scores", "policy");
  private static final int FIRST_PART = 4;

  /// The record of one audit.
  static AuditRecord of(Sql sql, String id) throws SQLException {
    return sql.first(SELECT + "WHERE a.id = ?", AuditRecord::of, id)
        .orElseThrow(
            () -> sql.faults().damagedContent("the audit " + id + " or its run is missing"));
  }

  /// Entries of all audits in the order of recording.
  static List<Entry> entries(Sql sql) throws SQLException {
    return sql.query(SELECT + "ORDER BY a.seq", AuditRecord::of).stream()
        .map(AuditRecord::entry)
        .toList();
  }

  /// The entry that says so; it stands at no head yet.
  Entry entry() {
    return Entry.of(KIND, id, Digest.of(payload), author, created);
  }

  private static AuditRecord of(ResultSet row) throws SQLException {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("format", "assay.record.audit/1");
    fields.put("id", row.getString(1));
    for (int i = 0; i < PARTS.size(); i++) {
      String digest = row.getString(FIRST_PART + i);
      if (digest != null) {
        fields.put(PARTS.get(i), digest);
      }
    }
    return new AuditRecord(
        row.getString(1),
        row.getString(2),
        Times.of(row.getString(3)),
        CanonicalJson.bytes(fields));
  }
}

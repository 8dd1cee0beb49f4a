package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.evaluation.Evaluation;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the ledger says of a run that was recorded by itself: the digests of its documents. A run
/// that came with an audit is covered by the audit's entry.
///
/// @param entry in the ledger; it stands at no head yet
/// @param payload canonical JSON of the digests
record RunRecord(Entry entry, byte[] payload) {

  static final String KIND = "run";

  private static final String SELECT =
      "SELECT id, evaluation, data, model, binding, scores FROM run ";
  private static final List<String> PARTS =
      List.of("evaluation", "import", "model", "binding", "scores");

  /// The record of one run.
  static RunRecord of(Sql sql, String id) throws SQLException {
    Map<String, Object> fields =
        sql.first(SELECT + "WHERE id = ?", RunRecord::fields, id)
            .orElseThrow(() -> sql.faults().damagedContent("the run " + id + " is missing"));
    Evaluation evaluation = new RunTable(sql).evaluation(String.valueOf(fields.get("evaluation")));
    byte[] payload = CanonicalJson.bytes(fields);
    return new RunRecord(
        Entry.of(
            KIND,
            id,
            Digest.of(payload),
            evaluation.provenance().actor(),
            evaluation.provenance().finished()),
        payload);
  }

  /// Entries of all runs.
  static List<Entry> entries(Sql sql) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    for (String id : sql.query("SELECT id FROM run ORDER BY finished, id", r -> r.getString(1))) {
      entries.add(of(sql, id).entry);
    }
    return entries;
  }

  /// Runs that an audit's entry covers.
  static Set<String> inAudits(Sql sql) throws SQLException {
    return new HashSet<>(
        sql.query(
            "SELECT id FROM run WHERE evaluation IN (SELECT run FROM audit)", r -> r.getString(1)));
  }

  private static Map<String, Object> fields(ResultSet row) throws SQLException {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("format", "assay.record.run/1");
    fields.put("id", row.getString(1));
    for (int i = 0; i < PARTS.size(); i++) {
      String digest = row.getString(2 + i);
      if (digest != null) {
        fields.put(PARTS.get(i), digest);
      }
    }
    return fields;
  }
}

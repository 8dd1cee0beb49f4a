package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.bundle.Evidence;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Files whose content was erased. What is left of them is their digest, their size, the additions
/// that name them, and who signed the erasure.
///
/// @param sql the open workspace
record Erasures(Sql sql) {

  private static final Set<String> OF_PEOPLE = Set.of("answered", "feedback");

  /// Erases what an act says. The caller holds a transaction, and has added the act.
  void carryOut(String audit, Act act) throws SQLException {
    String sha256 = act.text("sha256");
    sql.update(
        "INSERT INTO erased(audit, sha256) SELECT seq, ?2 FROM audit WHERE id = ?1", audit, sha256);
    if (elsewhere(sha256).isEmpty()) {
      sql.update("UPDATE attachment SET deflated = x'' WHERE sha256 = ?", sha256);
    }
  }

  /// Audits that a file came with and that do not say that it was erased, in their order.
  List<String> elsewhere(String sha256) throws SQLException {
    return sql.query(
        "SELECT DISTINCT a.id FROM addition_attachment t JOIN audit a ON a.seq = t.audit WHERE"
            + " t.sha256 = ?1 AND NOT EXISTS(SELECT 1 FROM erased e WHERE e.audit = t.audit AND"
            + " e.sha256 = t.sha256) ORDER BY a.seq",
        r -> r.getString(1),
        sha256);
  }

  /// Whether a file is erased from an audit.
  boolean from(long audit, String sha256) throws SQLException {
    return sql.first(
            "SELECT 1 FROM erased WHERE audit = ? AND sha256 = ?", r -> r.getInt(1), audit, sha256)
        .isPresent();
  }

  /// Whether nothing of a file's content is left.
  boolean gone(String sha256) throws SQLException {
    return sql.first("SELECT 1 FROM erased WHERE sha256 = ? LIMIT 1", r -> r.getInt(1), sha256)
            .isPresent()
        && elsewhere(sha256).isEmpty();
  }

  /// The first addition that names a file that came with an audit: its digest, by the name that it
  /// has in a bundle of evidence.
  ///
  /// @throws UsageError when none does, or when the file is one that numbers rest on
  SortedMap<String, Digest> naming(String audit, String sha256) throws SQLException {
    List<Map.Entry<String, String>> named =
        sql.query(
            "SELECT e.kind, e.sha256 FROM addition_attachment t JOIN addition e ON e.audit ="
                + " t.audit AND e.position = t.position JOIN audit a ON a.seq = t.audit WHERE a.id"
                + " = ? AND t.sha256 = ? ORDER BY e.position",
            r -> Map.entry(r.getString(1), r.getString(2)),
            audit,
            sha256);
    if (named.isEmpty()) {
      throw new UsageError(
          "ERASE-FILE",
          "No file of that digest came with audit " + audit + ".",
          "'assay regime coverage' and 'assay feedback list', with --json, name the digests of all"
              + " documents.");
    }
    if (!named.stream().allMatch(one -> OF_PEOPLE.contains(one.getKey()))) {
      throw new UsageError(
          "ERASE-NEEDED",
          "That file is the text of a regime or a statement, which the audit's report rests on.",
          "Documents of answers and of feedback can be erased.");
    }
    String payload = named.getFirst().getValue();
    String name =
        sql.first(
                "SELECT seq FROM entry WHERE json_extract(body, '$.payload') = ?",
                r -> Evidence.payloadName(r.getLong(1)),
                payload)
            .orElseThrow(() -> sql.faults().damagedContent("an addition has no entry"));
    return new TreeMap<>(Map.of(name, new Digest(payload)));
  }

  /// What is damaged: content that is gone or there against what was signed, each half a sentence.
  List<String> faults() throws SQLException {
    Set<String> signed = new TreeSet<>();
    for (String document :
        sql.query(
            "SELECT document FROM act WHERE kind = '" + ActKind.ERASED.word() + "'",
            r -> r.getString(1))) {
      try {
        Act act = Act.parse(document.getBytes(StandardCharsets.UTF_8));
        signed.add(act.text("audit") + " " + act.text("sha256"));
      } catch (MalformedLedger unreadable) {
        // Told by the verification of acts.
      }
    }
    Set<String> marked =
        new TreeSet<>(
            sql.query(
                "SELECT a.id || ' ' || e.sha256 FROM erased e JOIN audit a ON a.seq = e.audit",
                r -> r.getString(1)));
    List<String> faults = new ArrayList<>();
    for (String one : marked) {
      if (!signed.contains(one)) {
        faults.add(
            "the file "
                + one.substring(one.indexOf(' ') + 1)
                + " was erased, and nobody signed for that");
      }
    }
    for (String one : signed) {
      String sha256 = one.substring(one.indexOf(' ') + 1);
      if (!marked.contains(one)) {
        faults.add("the file " + sha256 + " was to be erased, and is not");
      }
    }
    faults.addAll(
        sql.query(
            "SELECT sha256 FROM attachment t WHERE length(deflated) > 0 AND sha256 IN (SELECT"
                + " sha256 FROM erased) AND NOT EXISTS(SELECT 1 FROM addition_attachment n WHERE"
                + " n.sha256 = t.sha256 AND NOT EXISTS(SELECT 1 FROM erased e WHERE e.audit ="
                + " n.audit AND e.sha256 = n.sha256))",
            r -> "the file " + r.getString(1) + " was erased, and is there"));
    return faults;
  }
}

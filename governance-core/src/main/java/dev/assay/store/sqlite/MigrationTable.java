package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Entry;
import dev.assay.ledger.MalformedLedger;
import dev.assay.provenance.AssayVersion;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What brought a workspace from one format to the next: from where to where, by which program,
/// with which steps, and how far the ledger had come.
///
/// @param sql the open workspace
record MigrationTable(Sql sql) {

  private static final String FORMAT = "assay.migration/1";

  /// Records one, with its entry. The caller holds a transaction.
  void add(int from, String actor, Instant time, Ledger ledger) throws SQLException {
    Checkpoint before = ledger.head().checkpoint();
    SortedMap<String, Object> said = new TreeMap<>();
    said.put("format", FORMAT);
    said.put("from", (long) from);
    said.put("to", (long) Migrations.FORMAT);
    said.put("steps", Migrations.digest(from).sha256());
    said.put("tool", "Assay " + AssayVersion.number());
    said.put("size", before.size());
    said.put("root", before.root().base64());
    said.put("actor", actor);
    said.put("time", time.toString());
    byte[] document = CanonicalJson.bytes(said);
    sql.update(
        "INSERT INTO migration(number, document) SELECT count(*), ? FROM migration",
        new String(document, StandardCharsets.UTF_8));
    ledger.append(entry(document));
  }

  /// Entries of all migrations, in order.
  static List<Entry> entries(Sql sql) throws SQLException {
    MigrationTable table = new MigrationTable(sql);
    return sql.query(
        "SELECT document FROM migration ORDER BY number",
        r -> table.entry(r.getString(1).getBytes(StandardCharsets.UTF_8)));
  }

  /// The bytes that an entry names.
  static byte[] payload(Sql sql, Entry entry) throws SQLException {
    return sql
        .query(
            "SELECT document FROM migration", r -> r.getString(1).getBytes(StandardCharsets.UTF_8))
        .stream()
        .filter(document -> Digest.of(document).equals(entry.payload()))
        .findFirst()
        .orElseThrow(
            () -> sql.faults().damagedContent("a migration that the ledger names is missing"));
  }

  private Entry entry(byte[] document) {
    try {
      SortedMap<String, Object> said = CanonicalJson.parse(document);
      if (FORMAT.equals(said.get("format"))) {
        return Entry.of(
                Entry.MIGRATION,
                "format " + said.get("from") + " to " + said.get("to"),
                Digest.of(document),
                String.valueOf(said.get("actor")),
                Instant.parse(String.valueOf(said.get("time"))))
            .because(String.valueOf(said.get("tool")));
      }
    } catch (MalformedLedger | DateTimeException e) {
      throw sql.faults().damagedContent("a migration cannot be read: " + e.getMessage());
    }
    throw sql.faults().damagedContent("a migration cannot be read");
  }
}

package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.Entry;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import dev.assay.store.CardStore;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/// Versions of model cards in the workspace.
///
/// @param sql the open workspace
record CardTable(Sql sql) {

  /// Kind of their entries in the ledger.
  static final String KIND = "card";

  private static final String COLUMNS = "audit, number, sha256, narrative, author, saved";

  /// Adds a version with its entry in the ledger. The caller holds a transaction.
  CardVersion add(
      String audit, int basedOn, Narrative narrative, String author, Instant saved, Ledger ledger)
      throws SQLException {
    String id = Ids.find(sql, "audit", audit);
    int latest =
        sql.first("SELECT coalesce(max(number), 0) FROM card WHERE audit = ?", r -> r.getInt(1), id)
            .orElse(0);
    if (latest != basedOn) {
      throw new WorkFailed(
          CardStore.MEANWHILE,
          "Version "
              + latest
              + " of this card was saved meanwhile, and your text was made from "
              + (basedOn == 0 ? "the empty card" : "version " + basedOn)
              + "; nothing was overwritten.",
          "Look at what changed under 'Changes', then save again on top of it.");
    }
    byte[] json = StoredJson.write(narrative);
    CardVersion version =
        new CardVersion(id, latest + 1, narrative, Digest.of(json), author, saved);
    sql.update(
        "INSERT INTO card(" + COLUMNS + ") VALUES(?, ?, ?, ?, ?, ?)",
        id,
        version.number(),
        version.digest().sha256(),
        new String(json, StandardCharsets.UTF_8),
        author,
        Times.text(saved));
    ledger.append(entry(id, version.number(), version.digest(), author, saved));
    return version;
  }

  /// Entries that the ledger has of all versions.
  static List<Entry> entries(Sql sql) throws SQLException {
    return new CardTable(sql)
        .rows().stream()
            .map(r -> entry(r.audit, r.number, new Digest(r.sha256), r.author, Times.of(r.saved)))
            .toList();
  }

  /// The bytes that an entry names: the narrative as it was saved.
  static byte[] payload(Sql sql, Entry entry) throws SQLException {
    return sql.first(
            "SELECT narrative FROM card WHERE audit || '#' || number = ?",
            r -> r.getString(1).getBytes(StandardCharsets.UTF_8),
            entry.subject())
        .orElseThrow(
            () -> sql.faults().damagedContent("the card " + entry.subject() + " is missing"));
  }

  private static Entry entry(
      String audit, int number, Digest digest, String author, Instant saved) {
    return Entry.of(KIND, audit + "#" + number, digest, author, saved);
  }

  /// The versions of an audit's card, the latest first.
  List<CardVersion> versions(String audit) throws SQLException {
    List<CardVersion> versions = new ArrayList<>();
    for (Row row :
        sql.query(
            "SELECT " + COLUMNS + " FROM card WHERE audit = ? ORDER BY number DESC",
            Row::of,
            audit)) {
      versions.add(version(row));
    }
    return List.copyOf(versions);
  }

  /// Every row, for verification.
  List<Row> rows() throws SQLException {
    return sql.query("SELECT " + COLUMNS + " FROM card ORDER BY audit, number", Row::of);
  }

  /// @throws WorkFailed when it is not what was saved
  CardVersion version(Row row) {
    byte[] json = row.narrative.getBytes(StandardCharsets.UTF_8);
    String what = "version " + row.number + " of the card of audit " + row.audit;
    if (!Digest.of(json).sha256().equals(row.sha256)) {
      throw sql.faults().damagedContent(what + " is not what was saved");
    }
    try {
      return new CardVersion(
          row.audit,
          row.number,
          StoredJson.read(json, Narrative.class),
          new Digest(row.sha256),
          row.author,
          Times.of(row.saved));
    } catch (JacksonException e) {
      throw sql.faults().damagedContent(what + " cannot be read");
    }
  }

  /// A version as it lies in the table.
  record Row(
      String audit, int number, String sha256, String narrative, String author, String saved) {

    static Row of(ResultSet r) throws SQLException {
      return new Row(
          r.getString(1),
          r.getInt(2),
          r.getString(3),
          r.getString(4),
          r.getString(5),
          r.getString(6));
    }
  }
}

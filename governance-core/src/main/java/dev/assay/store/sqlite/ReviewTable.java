package dev.assay.store.sqlite;

import dev.assay.audit.ReviewEvent;
import dev.assay.common.Digest;
import dev.assay.ledger.Entry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/// Reviews in the workspace. Each event's digest covers the one before it, and the first that of
/// the audit.
///
/// @param sql the open workspace
record ReviewTable(Sql sql) {

  /// Kind of their entries in the ledger.
  static final String KIND = "review";

  /// Every event of a review, checked against its digest.
  ///
  /// @param auditId the whole id
  /// @throws dev.assay.common.WorkFailed when one is not what was recorded
  List<ReviewEvent> events(String auditId) throws SQLException {
    AuditKey audit = AuditKey.of(sql, auditId);
    return read(audit).stream().map(Row::event).toList();
  }

  /// Adds events, each with its entry in the ledger. The caller holds a transaction.
  List<ReviewEvent> append(String auditId, UnaryOperator<List<ReviewEvent>> next, Ledger ledger)
      throws SQLException {
    AuditKey audit = AuditKey.of(sql, auditId);
    List<Row> rows = read(audit);
    List<ReviewEvent> all = new ArrayList<>(rows.stream().map(Row::event).toList());
    String previous = rows.isEmpty() ? audit.document() : rows.getLast().sha256;
    for (ReviewEvent event : next.apply(List.copyOf(all))) {
      String document = new String(StoredJson.write(event), StandardCharsets.UTF_8);
      String sha256 = AuditKey.chained(previous, document);
      sql.update(
          "INSERT INTO review_event(audit, position, kind, at, person, document, sha256)"
              + " VALUES(?, ?, ?, ?, ?, ?, ?)",
          audit.seq(),
          all.size(),
          event.kind(),
          Times.text(event.at()),
          event.by(),
          document,
          sha256);
      ledger.append(entry(auditId, all.size(), sha256, event.by(), event.at()));
      previous = sha256;
      all.add(event);
    }
    return List.copyOf(all);
  }

  /// Entries that the ledger has of all events.
  static List<Entry> entries(Sql sql) throws SQLException {
    return sql.query(
        "SELECT a.id, e.position, e.sha256, e.person, e.at FROM review_event e JOIN audit a ON a.seq = e.audit"
            + " ORDER BY e.at, a.seq, e.position",
        r ->
            entry(
                r.getString(1),
                r.getLong(2),
                r.getString(3),
                r.getString(4),
                Times.of(r.getString(5))));
  }

  /// The bytes that an entry names: the digest before the event, a newline, the event.
  static byte[] payload(Sql sql, Entry entry) throws SQLException {
    return sql.first(
            "SELECT coalesce((SELECT b.sha256 FROM review_event b WHERE b.audit = e.audit AND b.position ="
                + " e.position - 1), a.document), e.document FROM review_event e JOIN audit a ON a.seq ="
                + " e.audit WHERE e.sha256 = ?",
            r -> (r.getString(1) + "\n" + r.getString(2)).getBytes(StandardCharsets.UTF_8),
            entry.payload().sha256())
        .orElseThrow(
            () -> sql.faults().damagedContent("the event " + entry.subject() + " is missing"));
  }

  private static Entry entry(
      String auditId, long position, String sha256, String person, Instant at) {
    return Entry.of(KIND, auditId + "#" + position, new Digest(sha256), person, at);
  }

  private List<Row> read(AuditKey audit) throws SQLException {
    List<Stored> stored =
        sql.query(
            "SELECT position, kind, at, person, document, sha256 FROM review_event WHERE audit = ?"
                + " ORDER BY position",
            Stored::of,
            audit.seq());
    List<Row> rows = new ArrayList<>(stored.size());
    String previous = audit.document();
    for (Stored one : stored) {
      ReviewEvent event = one.event();
      if (event == null
          || one.position != rows.size()
          || !one.sha256.equals(AuditKey.chained(previous, one.document))
          || !one.equals(one.as(event))) {
        throw sql.faults()
            .damagedContent(
                "entry "
                    + (rows.size() + 1)
                    + " of the review of audit "
                    + audit.id()
                    + " is not what was recorded");
      }
      rows.add(new Row(event, one.sha256));
      previous = one.sha256;
    }
    return rows;
  }

  private record Row(ReviewEvent event, String sha256) {}

  private record Stored(
      long position, String kind, String at, String person, String document, String sha256) {

    static Stored of(ResultSet r) throws SQLException {
      return new Stored(
          r.getLong(1),
          r.getString(2),
          r.getString(3),
          r.getString(4),
          r.getString(5),
          r.getString(6));
    }

    /// Null when it cannot be read.
    @org.jspecify.annotations.Nullable
    ReviewEvent event() {
      try {
        return StoredJson.read(document.getBytes(StandardCharsets.UTF_8), ReviewEvent.class);
      } catch (JacksonException e) {
        return null;
      }
    }

    /// What the columns must say beside this event.
    Stored as(ReviewEvent event) {
      return new Stored(
          position, event.kind(), Times.text(event.at()), event.by(), document, sha256);
    }
  }
}

package dev.assay.store.sqlite;

import dev.assay.audit.Addition;
import dev.assay.audit.Additions;
import dev.assay.common.AssayException;
import dev.assay.common.Digest;
import dev.assay.common.Rounded;
import dev.assay.common.UsageError;
import dev.assay.ledger.Entry;
import dev.assay.regime.Answer.Document;
import dev.assay.regime.Regime;
import dev.assay.regime.Regimes;
import dev.assay.regime.ll144.Statement;
import dev.assay.regime.ll144.StatementReader;
import dev.assay.store.AdditionStore;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What people added to audits, in the workspace. Each addition's digest covers the one before it,
/// and the first that of the audit.
///
/// @param sql the open workspace
record AdditionTable(Sql sql) {

  /// Kind of their entries in the ledger.
  static final String KIND = "addition";

  /// What was added, as it stands, checked against its digests.
  ///
  /// @param auditId the whole id
  Additions of(String auditId) throws SQLException {
    return standing(read(AuditKey.of(sql, auditId)).stream().map(Row::event).toList());
  }

  /// Adds, each with its entry in the ledger. The caller holds a transaction.
  Additions append(
      String auditId,
      SortedMap<String, byte[]> files,
      UnaryOperator<List<Addition>> next,
      Ledger ledger)
      throws SQLException {
    AuditKey audit = AuditKey.of(sql, auditId);
    List<Row> rows = read(audit);
    List<Addition> all = new ArrayList<>(rows.stream().map(Row::event).toList());
    List<String> digests = new ArrayList<>(rows.stream().map(Row::sha256).toList());
    for (Addition event : next.apply(List.copyOf(all))) {
      String previous = digests.isEmpty() ? audit.document() : digests.getLast();
      String document = new String(StoredJson.write(event), StandardCharsets.UTF_8);
      String sha256 = AuditKey.chained(previous, document);
      Stored stored = Stored.of(all.size(), event, document, sha256);
      sql.update(
          "INSERT INTO addition(audit, position, kind, at, person, replaces, document, sha256)"
              + " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
          audit.seq(),
          stored.position,
          stored.kind,
          stored.at,
          stored.person,
          stored.replaces,
          document,
          sha256);
      keep(audit.seq(), stored.position, event, files);
      Addition.Correction correction = event.correction();
      Long corrected = correction == null ? null : entryOf(sql, digests.get(correction.entry()));
      ledger.append(
          entry(
              auditId,
              stored.position,
              sha256,
              event.by(),
              event.at(),
              corrected,
              correction == null ? "" : correction.why()));
      digests.add(sha256);
      all.add(event);
    }
    requireRoom(audit.seq());
    return standing(all);
  }

  private void requireRoom(long audit) throws SQLException {
    long kept =
        sql.first(
                "SELECT coalesce(sum(bytes), 0) FROM attachment WHERE sha256 IN (SELECT sha256 FROM"
                    + " addition_attachment WHERE audit = ?)",
                r -> r.getLong(1),
                audit)
            .orElse(0L);
    if (kept > AdditionStore.MOST_OF_AN_AUDIT) {
      throw new UsageError(
          "ADDITION-ROOM",
          "The files of this audit would be "
              + Rounded.bytes(kept)
              + ", and an audit keeps at most "
              + Rounded.bytes(AdditionStore.MOST_OF_AN_AUDIT)
              + ".",
          "Hand in smaller files, or one that names where the large ones lie.");
    }
  }

  private void keep(long audit, long position, Addition event, SortedMap<String, byte[]> files)
      throws SQLException {
    Attachments attachments = new Attachments(sql);
    for (String sha256 : named(event)) {
      byte[] bytes = files.get(sha256);
      if (new Erasures(sql).gone(sha256) || new Erasures(sql).from(audit, sha256)) {
        throw new UsageError(
            "ADDITION-ERASED",
            "A file of that content was erased, so it is not taken again: " + sha256 + ".",
            "Hand in the answer or the feedback without it.");
      }
      if (bytes != null) {
        attachments.put(sha256, bytes);
      } else if (!attachments.has(sha256)) {
        throw new IllegalArgumentException("a document that is nowhere: " + sha256);
      }
      sql.update(
          "INSERT INTO addition_attachment(audit, position, sha256) VALUES(?, ?, ?)",
          audit,
          position,
          sha256);
    }
  }

  private static Set<String> named(Addition event) {
    Set<String> named = new TreeSet<>();
    event.documents().forEach(document -> named.add(document.sha256()));
    return named;
  }

  /// Packs and statements are read again from their texts.
  private Additions standing(List<Addition> events) throws SQLException {
    Map<String, Regime> regimes = new LinkedHashMap<>();
    Statement statement = null;
    for (Addition one : Additions.standing(events).values()) {
      switch (one) {
        case Addition.RegimeChosen chosen ->
            regimes.put(
                chosen.regime(),
                parsed(chosen.pack(), text -> Regimes.recorded(text, chosen.regime())));
        case Addition.Stated stated ->
            statement =
                parsed(
                    stated.statement(),
                    text -> new StatementReader(stated.statement().name()).read(text));
        case Addition.Answered ignored -> {}
        case Addition.FeedbackGiven ignored -> {}
      }
    }
    return new Additions(events, regimes, statement);
  }

  private <T> T parsed(Document document, Function<String, T> reader) throws SQLException {
    String text = new String(new Attachments(sql).bytes(document.sha256()), StandardCharsets.UTF_8);
    try {
      return reader.apply(text);
    } catch (AssayException e) {
      throw sql.faults()
          .damagedContent("the file " + document.sha256() + " cannot be read: " + e.sentence());
    }
  }

  /// Entries that the ledger has of all additions.
  static List<Entry> entries(Sql sql) throws SQLException {
    return sql.query(
        "SELECT a.id, e.position, e.sha256, e.person, e.at, e.replaces, e.document, (SELECT seq"
            + " FROM entry WHERE json_extract(body, '$.payload') = (SELECT sha256 FROM addition b"
            + " WHERE b.audit = e.audit AND b.position = e.replaces)) FROM addition e JOIN audit a"
            + " ON a.seq = e.audit ORDER BY e.at, a.seq, e.position",
        r -> {
          Long corrected = r.getObject(6) == null ? null : r.getLong(8);
          return entry(
              r.getString(1),
              r.getLong(2),
              r.getString(3),
              r.getString(4),
              Times.of(r.getString(5)),
              corrected,
              corrected == null ? "" : why(sql, r.getString(7)));
        });
  }

  private static String why(Sql sql, String document) {
    try {
      Addition event = StoredJson.read(document.getBytes(StandardCharsets.UTF_8), Addition.class);
      Addition.Correction correction = event.correction();
      return correction == null ? "" : correction.why();
    } catch (JacksonException e) {
      throw sql.faults().damagedContent("an addition cannot be read");
    }
  }

  private static Long entryOf(Sql sql, String payload) throws SQLException {
    return sql.first(
            "SELECT seq FROM entry WHERE json_extract(body, '$.payload') = ?",
            r -> r.getLong(1),
            payload)
        .orElseThrow(() -> sql.faults().damagedContent("an addition has no entry"));
  }

  private static Entry entry(
      String auditId,
      long position,
      String sha256,
      String person,
      Instant at,
      @Nullable Long corrected,
      String why) {
    Entry entry = Entry.of(KIND, auditId + "#add" + position, new Digest(sha256), person, at);
    return corrected == null ? entry : entry.correcting(corrected, why);
  }

  /// The bytes that an entry names: the digest before the addition, a newline, the addition.
  static byte[] payload(Sql sql, Entry entry) throws SQLException {
    return sql.first(
            "SELECT coalesce((SELECT b.sha256 FROM addition b WHERE b.audit = e.audit AND"
                + " b.position = e.position - 1), a.document), e.document FROM addition e JOIN"
                + " audit a ON a.seq = e.audit WHERE e.sha256 = ?",
            r -> (r.getString(1) + "\n" + r.getString(2)).getBytes(StandardCharsets.UTF_8),
            entry.payload().sha256())
        .orElseThrow(
            () -> sql.faults().damagedContent("the addition " + entry.subject() + " is missing"));
  }

  /// The files that the addition of an entry names; none for other entries.
  SortedMap<String, byte[]> files(Entry entry) throws SQLException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (entry.kind().equals(KIND)) {
      for (String sha256 :
          sql.query(
              "SELECT t.sha256 FROM addition_attachment t JOIN addition e ON e.audit = t.audit AND"
                  + " e.position = t.position WHERE e.sha256 = ? AND NOT EXISTS(SELECT 1 FROM"
                  + " erased x WHERE x.audit = t.audit AND x.sha256 = t.sha256)",
              r -> r.getString(1),
              entry.payload().sha256())) {
        files.put(sha256, new Attachments(sql).bytes(sha256));
      }
    }
    return files;
  }

  private List<Row> read(AuditKey audit) throws SQLException {
    List<Stored> stored =
        sql.query(
            "SELECT position, kind, at, person, replaces, document, sha256 FROM addition WHERE"
                + " audit = ? ORDER BY position",
            Stored::of,
            audit.seq());
    List<Row> rows = new ArrayList<>(stored.size());
    String previous = audit.document();
    for (Stored one : stored) {
      Addition event = one.event();
      if (event == null
          || one.position != rows.size()
          || !one.sha256.equals(AuditKey.chained(previous, one.document))
          || !one.equals(Stored.of(one.position, event, one.document, one.sha256))
          || !kept(audit.seq(), one.position).equals(named(event))) {
        throw sql.faults()
            .damagedContent(
                "addition "
                    + (rows.size() + 1)
                    + " to audit "
                    + audit.id()
                    + " is not what was recorded");
      }
      rows.add(new Row(event, one.sha256));
      previous = one.sha256;
    }
    return rows;
  }

  private Set<String> kept(long audit, long position) throws SQLException {
    return new TreeSet<>(
        sql.query(
            "SELECT sha256 FROM addition_attachment WHERE audit = ? AND position = ?",
            r -> r.getString(1),
            audit,
            position));
  }

  private record Row(Addition event, String sha256) {}

  private record Stored(
      long position,
      String kind,
      String at,
      String person,
      @Nullable Long replaces,
      String document,
      String sha256) {

    static Stored of(ResultSet r) throws SQLException {
      return new Stored(
          r.getLong(1),
          r.getString(2),
          r.getString(3),
          r.getString(4),
          r.getObject(5) == null ? null : r.getLong(5),
          r.getString(6),
          r.getString(7));
    }

    /// What the columns must say beside this addition.
    static Stored of(long position, Addition event, String document, String sha256) {
      Addition.Correction correction = event.correction();
      return new Stored(
          position,
          event.kind(),
          Times.text(event.at()),
          event.by(),
          correction == null ? null : (long) correction.entry(),
          document,
          sha256);
    }

    /// Null when it cannot be read.
    @Nullable Addition event() {
      try {
        return StoredJson.read(document.getBytes(StandardCharsets.UTF_8), Addition.class);
      } catch (JacksonException e) {
        return null;
      }
    }
  }
}

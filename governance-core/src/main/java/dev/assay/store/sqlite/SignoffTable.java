package dev.assay.store.sqlite;

import dev.assay.audit.SignOff;
import dev.assay.common.Digest;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.ClockOrder;
import dev.assay.ledger.Entry;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Attestations;
import dev.assay.ledger.bundle.Evidence;
import dev.assay.signoff.SignOffs;
import dev.assay.signoff.Workflow;
import dev.assay.store.SignoffStore.Discussed;
import dev.assay.store.SignoffStore.Situation;
import dev.assay.store.SignoffStore.Trail;
import dev.assay.store.SignoffStore.Written;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/// What people did, in the workspace.
///
/// @param sql the open workspace
record SignoffTable(Sql sql) {

  private static final String RENDERINGS = "signed/";

  /// What somebody decides by; the caller holds a transaction.
  ///
  /// @param audit id or what stands for it; absent = only the register
  Situation situation(@Nullable String audit, Ledger ledger) throws SQLException {
    if (audit == null) {
      return new Situation("", "", acts(null), Trail.NONE, new TreeMap<>(), ledger.head());
    }
    String id = new AuditTable(sql).idOf(audit);
    AuditRecord record = AuditRecord.of(sql, id);
    SortedMap<String, Digest> documents = documents(record);
    Trail trail = trail(id);
    last("review_event", id, trail.signed(), documents);
    last("addition", id, trail.signed(), documents);
    return new Situation(id, record.author(), acts(null), trail, documents, ledger.head());
  }

  /// What the next step depends on. Of steps there are few, and the last acts are found by an
  /// index.
  private Trail trail(String audit) throws SQLException {
    List<Act> acts = sql.query(TRAIL, Row::of, audit).stream().map(row -> row.act(sql)).toList();
    if (acts.isEmpty()) {
      return Trail.NONE;
    }
    long count =
        sql.first(
                "SELECT number + 1 FROM act WHERE audit = ? ORDER BY number DESC LIMIT 1",
                r -> r.getLong(1),
                audit)
            .orElseThrow();
    return new Trail(
        count,
        acts.stream().filter(act -> Workflow.moves(act.kind())).toList(),
        acts.reversed().stream().filter(act -> act.kind().speaksOfAudit()).findFirst().orElse(null),
        acts.getLast());
  }

  /// The documents that an audit rests on, by their names in a bundle.
  static SortedMap<String, Digest> documents(AuditRecord record) {
    SortedMap<String, Digest> documents = new TreeMap<>();
    CanonicalJson.parse(record.payload())
        .forEach(
            (part, value) -> {
              if (!part.equals("format") && !part.equals("id")) {
                documents.put(Evidence.documentName(part), new Digest(String.valueOf(value)));
              }
            });
    return documents;
  }

  /// The last event of a chain, whose digest covers all earlier ones.
  private void last(
      String chain, String audit, @Nullable Act signed, SortedMap<String, Digest> documents)
      throws SQLException {
    List<Map.Entry<Long, String>> last =
        sql.query(
            "SELECT e.position, e.sha256 FROM "
                + chain
                + " e JOIN audit a ON a.seq = e.audit"
                + " WHERE a.id = ? ORDER BY e.position DESC LIMIT 1",
            r -> Map.entry(r.getLong(1), r.getString(2)),
            audit);
    for (Map.Entry<Long, String> event : last) {
      Digest digest = new Digest(event.getValue());
      documents.put(payloadName(digest, signed), digest);
    }
  }

  /// The name of an event in a bundle. Whoever signed last named it, unless it came later; then its
  /// entry is not far from the end of the ledger.
  private String payloadName(Digest event, @Nullable Act signed) throws SQLException {
    if (signed != null) {
      for (Map.Entry<String, Digest> subject : signed.subjects().entrySet()) {
        if (subject.getValue().equals(event)) {
          return subject.getKey();
        }
      }
    }
    return sql.first(
            "SELECT seq FROM entry WHERE json_extract(body, '$.payload') = ? ORDER BY seq DESC"
                + " LIMIT 1",
            r -> Evidence.payloadName(r.getLong(1)),
            event.sha256())
        .orElseThrow(
            () -> sql.faults().damagedContent("an event of a review or an addition has no entry"));
  }

  /// Acts of an audit or, without one, of the register.
  List<Act> acts(@Nullable String audit) throws SQLException {
    List<Act> acts = new ArrayList<>();
    for (Row row : sql.query(SELECT + " WHERE audit IS ? ORDER BY number", Row::of, audit)) {
      acts.add(row.act(sql));
    }
    return acts;
  }

  /// Acts of these kinds, the latest first.
  List<Act> latest(Set<ActKind> kinds, int most) throws SQLException {
    return sql
        .query(
            SELECT + " WHERE kind IN (" + words(kinds::contains) + ") ORDER BY seq DESC LIMIT ?",
            Row::of,
            most)
        .stream()
        .map(row -> row.act(sql))
        .toList();
  }

  /// Audits in which a comment asks somebody.
  List<Discussed> discussed() throws SQLException {
    List<Discussed> discussed = new ArrayList<>();
    for (Map.Entry<String, String> audit :
        sql.query(
            "SELECT id, title FROM audit WHERE id IN (SELECT audit FROM act WHERE kind ="
                + " 'commented' AND json_type(document, '$.asks') = 'array') ORDER BY seq",
            r -> Map.entry(r.getString(1), r.getString(2)))) {
      discussed.add(new Discussed(audit.getKey(), audit.getValue(), acts(audit.getKey())));
    }
    return discussed;
  }

  /// How far an audit came and who signed; null before anybody did anything.
  @Nullable SignOff signOff(String audit) throws SQLException {
    List<Act> acts = acts(audit);
    return acts.isEmpty() ? null : SignOffs.of(acts(null), acts);
  }

  /// Adds acts with their entries. The caller holds a transaction.
  void add(Situation before, Function<Situation, List<Written>> next, Ledger ledger)
      throws SQLException {
    long number = before.audit().isEmpty() ? before.register().size() : before.trail().count();
    for (Written written : next.apply(before)) {
      Act act = written.act();
      boolean ofPeople = act.kind().ofPeople();
      if (ofPeople != before.audit().isEmpty()
          || !(ofPeople || act.text("audit").equals(before.audit()))) {
        throw new IllegalArgumentException("an act of something else: " + act.kind());
      }
      long seq =
          sql.first("SELECT coalesce(max(seq) + 1, 0) FROM act", r -> r.getLong(1)).orElseThrow();
      Row row = Row.of(ofPeople ? null : before.audit(), number, act);
      sql.update(
          "INSERT INTO act(seq, audit, number, kind, at, person, document, sha256)"
              + " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
          seq,
          row.audit,
          row.number,
          row.kind,
          row.at,
          row.person,
          row.document,
          row.sha256);
      for (Map.Entry<String, byte[]> one : written.renderings().entrySet()) {
        put(seq, one.getKey(), one.getValue());
      }
      ledger.append(row.entry());
      if (act.kind() == ActKind.ERASED) {
        new Erasures(sql).carryOut(before.audit(), act);
      }
      number++;
    }
  }

  private void put(long act, String name, byte[] bytes) throws SQLException {
    String sha256 = Digest.of(bytes).sha256();
    sql.update(
        "INSERT INTO signed_document(sha256, name, bytes, deflated) VALUES(?, ?, ?, ?)"
            + " ON CONFLICT(sha256) DO NOTHING",
        sha256,
        name,
        bytes.length,
        Content.deflate(bytes));
    sql.update("INSERT INTO act_document(act, sha256) VALUES(?, ?)", act, sha256);
  }

  /// Entries that the ledger has of all acts, in order.
  static List<Entry> entries(Sql sql, boolean ofPeople) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    for (Row row :
        sql.query(
            SELECT + " WHERE audit IS " + (ofPeople ? "" : "NOT ") + "NULL ORDER BY seq",
            Row::of)) {
      entries.add(row.entry());
    }
    return entries;
  }

  /// The bytes that an entry names: the document of the act.
  static byte[] payload(Sql sql, Entry entry) throws SQLException {
    byte[] document = payloadOrNull(sql, entry);
    if (document == null) {
      throw sql.faults().damagedContent("the act " + entry.subject() + " is missing");
    }
    return document;
  }

  /// The same; null when no act has that digest.
  static byte @Nullable [] payloadOrNull(Sql sql, Entry entry) throws SQLException {
    return sql.first(
            "SELECT document FROM act WHERE sha256 = ?",
            r -> r.getString(1).getBytes(StandardCharsets.UTF_8),
            entry.payload().sha256())
        .orElse(null);
  }

  /// The latest time that somebody did something at, since an administrator last said that the
  /// clock was right; before which nobody signs.
  Optional<Instant> latest() throws SQLException {
    Optional<Instant> acts =
        sql.first(
            "SELECT at FROM act WHERE +seq >= coalesce((SELECT seq FROM act WHERE kind = '"
                + ActKind.CLOCK.word()
                + "' ORDER BY seq DESC LIMIT 1), 0) ORDER BY at DESC LIMIT 1",
            r -> Times.of(r.getString(1)));
    Optional<Instant> last =
        sql.first(
            "SELECT json_extract(body, '$.time') FROM entry WHERE json_extract(body, '$.kind') NOT IN ("
                + quoted(ClockOrder.OTHER_TIMES.stream())
                + ") ORDER BY seq DESC LIMIT 1",
            r -> Times.of(r.getString(1)));
    return Stream.of(acts, last).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  /// The renderings that the act of an entry names; none for other entries.
  SortedMap<String, byte[]> renderings(Entry entry, byte @Nullable [] payload) throws SQLException {
    SortedMap<String, byte[]> renderings = new TreeMap<>();
    if (entry.kind().equals(Attestations.AUDIT_KIND) && payload != null) {
      try {
        for (Map.Entry<String, Digest> subject : Act.parse(payload).subjects().entrySet()) {
          if (subject.getKey().startsWith(RENDERINGS)) {
            renderings.put(subject.getKey(), rendering(subject.getValue().sha256()));
          }
        }
      } catch (MalformedLedger e) {
        throw sql.faults().damagedContent("the act " + entry.subject() + " cannot be read");
      }
    }
    return renderings;
  }

  /// A rendering, checked against its digest.
  byte[] rendering(String sha256) throws SQLException {
    var stored =
        sql.first(
                "SELECT bytes, deflated FROM signed_document WHERE sha256 = ?",
                r -> Map.entry(r.getLong(1), r.getBytes(2)),
                sha256)
            .orElseThrow(
                () -> sql.faults().damagedContent("the signed document " + sha256 + " is missing"));
    try {
      return Content.inflate(stored.getValue(), stored.getKey(), new Digest(sha256));
    } catch (DataFormatException | IllegalArgumentException e) {
      throw sql.faults()
          .damagedContent("the signed document " + sha256 + " is not what was signed");
    }
  }

  /// Every row, for verification.
  List<Row> rows() throws SQLException {
    return sql.query(SELECT + " ORDER BY seq", Row::of);
  }

  private static final String SELECT =
      "SELECT audit, number, kind, at, person, document, sha256 FROM act";

  private static final String TRAIL = trail();

  /// Every step, the last act of each other kind that is signed, and the last act, in order.
  private static String trail() {
    String last = " UNION SELECT * FROM (" + SELECT + " WHERE audit = ?1";
    StringBuilder query = new StringBuilder(SELECT).append(" WHERE audit = ?1 AND kind IN (");
    query.append(words(kind -> kind.speaksOfAudit() && Workflow.moves(kind))).append(')');
    for (ActKind kind : ActKind.values()) {
      if (kind.speaksOfAudit() && !Workflow.moves(kind)) {
        query.append(last).append(" AND kind = '").append(kind.word());
        query.append("' ORDER BY number DESC LIMIT 1)");
      }
    }
    return query.append(last).append(" ORDER BY number DESC LIMIT 1) ORDER BY number").toString();
  }

  private static String words(Predicate<ActKind> which) {
    return quoted(Arrays.stream(ActKind.values()).filter(which).map(ActKind::word));
  }

  private static String quoted(Stream<String> words) {
    return words.collect(Collectors.joining("', '", "'", "'"));
  }

  /// An act as it lies in the table.
  record Row(
      @Nullable String audit,
      long number,
      String kind,
      String at,
      String person,
      String document,
      String sha256) {

    static Row of(ResultSet r) throws SQLException {
      return new Row(
          r.getString(1),
          r.getLong(2),
          r.getString(3),
          r.getString(4),
          r.getString(5),
          r.getString(6),
          r.getString(7));
    }

    static Row of(@Nullable String audit, long number, Act act) {
      return new Row(
          audit,
          number,
          act.kind().word(),
          Times.text(act.time()),
          act.person(),
          new String(act.document(), StandardCharsets.UTF_8),
          act.digest().sha256());
    }

    /// The act; its columns must say what its document says.
    Act act(Sql sql) {
      try {
        Act act = Act.parse(document.getBytes(StandardCharsets.UTF_8));
        if (equals(of(audit, number, act))
            && (audit == null
                ? act.kind().ofPeople()
                : !act.kind().ofPeople() && audit.equals(act.text("audit")))) {
          return act;
        }
      } catch (MalformedLedger e) {
        throw sql.faults().damagedContent(name() + " cannot be read: " + e.why());
      }
      throw sql.faults().damagedContent(name() + " is not what was recorded");
    }

    Entry entry() {
      boolean ofPeople = audit == null;
      return Entry.of(
          ofPeople ? Attestations.REGISTER_KIND : Attestations.AUDIT_KIND,
          ofPeople ? Attestations.REGISTER_KIND + "#" + number : audit + "#act" + number,
          new Digest(sha256),
          person,
          Times.of(at));
    }

    private String name() {
      return "act " + number + " of " + (audit == null ? "the register" : "audit " + audit);
    }
  }
}

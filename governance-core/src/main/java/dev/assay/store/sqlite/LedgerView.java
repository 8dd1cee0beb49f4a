package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.Question;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.MerkleTree;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.Attestations;
import dev.assay.ledger.bundle.Evidence;
import dev.assay.ledger.bundle.Fork;
import dev.assay.ledger.bundle.Held;
import dev.assay.store.LedgerHome;
import dev.assay.store.LedgerStore;
import dev.assay.store.SignoffStore.Situation;
import dev.assay.store.SignoffStore.Written;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The ledger as others see it.
final class LedgerView implements LedgerStore {

  private final Sql sql;
  private final Ledger ledger;
  private final LedgerHome home;
  private final Lock turn;

  LedgerView(Sql sql, Ledger ledger, LedgerHome home, Lock turn) {
    this.sql = sql;
    this.ledger = ledger;
    this.home = home;
    this.turn = turn;
  }

  @Override
  public Receipt head() {
    return reading(ledger::head);
  }

  @Override
  public List<Entry> entries() {
    return reading(() -> sql.query("SELECT seq, body FROM entry ORDER BY seq", this::entry));
  }

  @Override
  public List<TreeHash> leaves() {
    return reading(
        () -> sql.query("SELECT leaf FROM entry ORDER BY seq", r -> TreeHash.of(r.getBytes(1))));
  }

  @Override
  public InclusionProof proof(long index) {
    return reading(
        () -> {
          Receipt head = ledger.head();
          MerkleTree tree = ledger.tree(head.checkpoint().size());
          return new InclusionProof(index, tree.inclusion(index), head.note().written());
        });
  }

  @Override
  public List<TreeHash> consistency(long earlier) {
    return reading(() -> ledger.tree(ledger.head().checkpoint().size()).consistency(earlier));
  }

  @Override
  public byte @Nullable [] payload(long index) {
    return reading(
        () -> {
          Entry entry =
              sql.first("SELECT seq, body FROM entry WHERE seq = ?", this::entry, index)
                  .orElseThrow(() -> new IndexOutOfBoundsException("no entry " + index));
          return payload(entry);
        });
  }

  @Override
  public Extract extract(Predicate<Entry> wanted) {
    return reading(
        () -> {
          Receipt head = ledger.head();
          MerkleTree tree = ledger.tree(head.checkpoint().size());
          List<Entry> all = sql.query("SELECT seq, body FROM entry ORDER BY seq", this::entry);
          List<TreeHash> leaves =
              sql.query("SELECT leaf FROM entry ORDER BY seq", r -> TreeHash.of(r.getBytes(1)));
          List<Evidence.Logged> logged = new ArrayList<>();
          SortedMap<String, byte[]> documents = new TreeMap<>();
          for (int i = 0; i < all.size(); i++) {
            if (wanted.test(all.get(i))) {
              InclusionProof proof =
                  new InclusionProof(i, tree.inclusion(i), head.note().written());
              byte[] payload = payload(all.get(i));
              logged.add(new Evidence.Logged(all.get(i), proof, payload));
              for (var named : documents(all.get(i), payload).entrySet()) {
                documents.put(
                    Evidence.documentName(named.getKey()),
                    new Contents(sql).bytes(named.getValue()));
              }
              documents.putAll(new SignoffTable(sql).renderings(all.get(i), payload));
              new AdditionTable(sql)
                  .files(all.get(i))
                  .forEach((sha, bytes) -> documents.put(Evidence.attachmentName(sha), bytes));
            }
          }
          return new Extract(head, leaves, logged, documents);
        });
  }

  /// Digests of the documents that a record names.
  private static Map<String, String> documents(Entry entry, byte @Nullable [] payload) {
    Map<String, String> named = new TreeMap<>();
    boolean record = entry.kind().equals(AuditRecord.KIND) || entry.kind().equals(RunRecord.KIND);
    if (record && payload != null) {
      Json.mapper()
          .readTree(payload)
          .properties()
          .forEach(part -> named.put(part.getKey(), part.getValue().asString()));
      named.keySet().removeAll(List.of("format", "id"));
    }
    return named;
  }

  @Override
  public byte[] sign(byte[] message) {
    return reading(() -> ledger.sign(message));
  }

  @Override
  public List<Answer> answers(@Nullable Held held) {
    return reading(
        () -> {
          List<String> damage = new ArrayList<>(new Verification(sql).faults());
          LedgerVerification.Found found = new LedgerVerification(sql, ledger).found();
          damage.addAll(found.content());
          return List.of(
              Answer.of(
                  Question.BYTES,
                  damage,
                  "Every record is what was recorded.",
                  "Something is not what was recorded."),
              signatures(found, signed(found)),
              Answer.of(
                  Question.INCLUSION,
                  found.tree(),
                  "All "
                      + found.size()
                      + " entries are in the ledger, 0 to "
                      + (found.size() - 1)
                      + ".",
                  "The ledger does not hold the entries that it claims to hold."),
              consistency(held));
        });
  }

  @Override
  public void accept(String reason, String actor, Instant time, Signing signing) {
    sql.inTurn(
        turn,
        () -> {
          String origin = ledger.verifier().name();
          Optional<Receipt> left = home.furthest(origin);
          byte[] seen = left.map(Receipt::written).orElse("").getBytes(StandardCharsets.UTF_8);
          sql.writing(
              () -> {
                SignoffTable acts = new SignoffTable(sql);
                Situation now = acts.situation(null, ledger);
                Optional<Act> signed = signing.of(now, left);
                if (signed.isPresent()) {
                  Written act = new Written(signed.get(), new TreeMap<>());
                  acts.add(now, situation -> List.of(act), ledger);
                }
                Digest payload = signed.map(Act::digest).orElseGet(() -> Digest.of(seen));
                String who = signed.map(Act::person).orElse(actor);
                ledger.append(Entry.of(Entry.RESTORE, origin, payload, who, time).because(reason));
              });
          home.remember(ledger.head());
          return null;
        });
  }

  private byte @Nullable [] payload(Entry entry) throws SQLException {
    byte[] made =
        switch (entry.kind()) {
          case AuditRecord.KIND -> AuditRecord.of(sql, entry.subject()).payload();
          case RunRecord.KIND -> RunRecord.of(sql, entry.subject()).payload();
          case ReviewTable.KIND -> ReviewTable.payload(sql, entry);
          case AdditionTable.KIND -> AdditionTable.payload(sql, entry);
          case CardTable.KIND -> CardTable.payload(sql, entry);
          case Attestations.REGISTER_KIND, Attestations.AUDIT_KIND ->
              SignoffTable.payload(sql, entry);
          case Entry.MIGRATION -> MigrationTable.payload(sql, entry);
          case Entry.RESTORE -> SignoffTable.payloadOrNull(sql, entry);
          case "genesis" -> ledger.verifier().line().getBytes(StandardCharsets.UTF_8);
          default -> null;
        };
    if (made != null) {
      return made;
    }
    String digest = entry.payload().sha256();
    boolean kept =
        sql.first("SELECT 1 FROM content WHERE sha256 = ?", r -> r.getInt(1), digest).isPresent();
    return kept ? new Contents(sql).bytes(digest) : null;
  }

  /// Acts are only replayed over a ledger that is whole.
  private SignoffVerification.Found signed(LedgerVerification.Found found) throws SQLException {
    return found.content().isEmpty() && found.tree().isEmpty()
        ? new SignoffVerification(sql, ledger).found(found.entries())
        : new SignoffVerification.Found(List.of(), List.of());
  }

  private Answer signatures(LedgerVerification.Found found, SignoffVerification.Found people)
      throws SQLException {
    String signer;
    try {
      signer = ledger.verifier().fingerprint();
    } catch (WorkFailed e) {
      signer = "unknown";
    }
    List<String> faults = new ArrayList<>(found.signatures());
    faults.addAll(people.faults());
    return Answer.of(
            Question.SIGNATURES,
            faults,
            "Signed by the key of this workspace's ledger, fingerprint " + signer + ".",
            "Not everything is signed by the key of this workspace's ledger, fingerprint "
                + signer
                + ".")
        .with(people.signed());
  }

  private Answer consistency(@Nullable Held held) throws SQLException {
    List<String> faults = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    try {
      Receipt head = ledger.head();
      Optional<Receipt> mark = home.furthest(head.checkpoint().origin());
      mark.ifPresent(
          seen -> asked.add("what this computer saw (" + seen.checkpoint().size() + " entries)"));
      if (mark.isPresent()) {
        Optional<String> how = Furthest.parted(mark.get(), head, ledger);
        if (how.isPresent()) {
          faults.add("it is not the ledger that this computer has seen: " + how.get());
          forked(Held.of(mark.get()), head, faults);
        }
      }
      if (held != null) {
        asked.add("the receipt (" + held.head().checkpoint().size() + " entries)");
        Optional<String> how = Furthest.parted(held.head(), head, ledger);
        if (how.isPresent()) {
          faults.add("it does not go on from the receipt: " + how.get());
          forked(held, head, faults);
        }
      }
    } catch (WorkFailed | InputRejected e) {
      faults.add(e.sentence());
    }
    return asked.isEmpty() && faults.isEmpty()
        ? Answer.notAsked(
            Question.CONSISTENCY,
            "No receipt was given, and this computer has not seen the ledger before.")
        : Answer.of(
            Question.CONSISTENCY,
            faults,
            "The ledger goes on from " + String.join(" and from ", asked) + ".",
            "The ledger does not go on from what was seen of it.");
  }

  /// Keeps both states as evidence where they contradict each other.
  private void forked(Held seen, Receipt head, List<String> faults) throws SQLException {
    Fork.between(seen, ledger.held(head))
        .ifPresent(evidence -> faults.add(home.keepFork(head.checkpoint().origin(), evidence)));
  }

  private Entry entry(java.sql.ResultSet row) throws SQLException {
    try {
      return Entry.parse(row.getString(2).getBytes(StandardCharsets.UTF_8));
    } catch (MalformedLedger e) {
      throw sql.faults()
          .damagedContent("entry " + row.getLong(1) + " is not what was recorded: " + e.why());
    }
  }

  private <T> T reading(Sql.Answer<T> answer) {
    return sql.inTurn(turn, () -> sql.reading(answer));
  }
}

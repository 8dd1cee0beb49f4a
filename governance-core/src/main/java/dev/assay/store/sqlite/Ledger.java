package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Entry;
import dev.assay.ledger.Frontier;
import dev.assay.ledger.LogKey;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.MerkleTree;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.SignedNote;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.bundle.Held;
import dev.assay.store.LedgerHome;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ledger of an open workspace. Whoever records something appends its entry in the same
/// transaction: both are there afterwards, or neither.
final class Ledger {

  private final Sql sql;
  private final LedgerHome home;
  private final boolean remembering;
  private @Nullable LogKey key;
  private @Nullable SignedNote signed;
  private Frontier frontier = new Frontier();

  Ledger(Sql sql, LedgerHome home) {
    this(sql, home, true);
  }

  /// @param remembering whether this computer remembers how far it comes
  Ledger(Sql sql, LedgerHome home, boolean remembering) {
    this.sql = sql;
    this.home = home;
    this.remembering = remembering;
  }

  /// Appends an entry and signs the new head. The caller holds a transaction.
  ///
  /// @param kind what happened, lower-case letters and hyphens
  /// @param subject which thing it happened to
  /// @param payload digest of the exact bytes that were recorded
  /// @return index of the entry
  /// @throws dev.assay.common.WorkFailed when the key is not on this computer, or the ledger does
  ///   not fit its last signature
  long append(String kind, String subject, Digest payload, String actor, Instant time)
      throws SQLException {
    return append(Entry.of(kind, subject, payload, actor, time));
  }

  /// Appends an entry, for instance a correction; see [#append(String, String, Digest, String,
  /// Instant)].
  long append(Entry entry) throws SQLException {
    Receipt head = head();
    if (!isHead(frontier, head)) {
      frontier = Frontier.of(tree(head.checkpoint().size()));
    }
    if (!isHead(frontier, head)) {
      throw sql.faults()
          .damagedContent("its ledger does not have the root that was signed, so nothing is added");
    }
    return put(entry.after(head.note().written()), signer(verifier()));
  }

  /// Begins the ledger of a workspace that has none: a key, and an entry that names it. The caller
  /// holds a transaction.
  ///
  /// @return the new key
  VerifierKey begin(String actor, Instant time) throws SQLException {
    LogKey made = LogKey.generate(LedgerHome.origin(UUID.randomUUID().toString()));
    VerifierKey verifier = made.verifier();
    home.keep(made);
    key = made;
    frontier = new Frontier();
    sql.update("INSERT INTO log(one, verifier_key) VALUES(1, ?)", verifier.line());
    put(Entry.of("genesis", verifier.name(), payloadOf(verifier), actor, time), made);
    return verifier;
  }

  /// What the first entry names: the key.
  static Digest payloadOf(VerifierKey verifier) {
    return Digest.of(verifier.line().getBytes(StandardCharsets.UTF_8));
  }

  private long put(Entry entry, LogKey signer) throws SQLException {
    long index = frontier.size();
    byte[] body = entry.bytes();
    TreeHash leaf = TreeHash.leaf(body);
    sql.update(
        "INSERT INTO entry(seq, body, leaf) VALUES(?, ?, ?)",
        index,
        new String(body, StandardCharsets.UTF_8),
        leaf.bytes());
    List<@Nullable Object[]> nodes = new ArrayList<>();
    frontier.append(
        leaf,
        node ->
            nodes.add(new @Nullable Object[] {node.level(), node.index(), node.hash().bytes()}));
    if (!nodes.isEmpty()) {
      sql.updateEach("INSERT INTO node(level, idx, hash) VALUES(?, ?, ?)", nodes);
    }
    Checkpoint checkpoint =
        new Checkpoint(signer.verifier().name(), frontier.size(), frontier.root());
    SignedNote note = signer.sign(checkpoint.text());
    signed = note;
    sql.update(
        "INSERT INTO checkpoint(size, root, note) VALUES(?, ?, ?)",
        checkpoint.size(),
        checkpoint.root().bytes(),
        note.written());
    sql.onceCommitted(this, () -> remember(new Receipt(signer.verifier(), note, checkpoint)));
    return index;
  }

  /// Its public key.
  VerifierKey verifier() throws SQLException {
    String line =
        sql.first("SELECT verifier_key FROM log", r -> r.getString(1))
            .orElseThrow(() -> sql.faults().damagedContent("the key of its ledger is missing"));
    try {
      VerifierKey key = VerifierKey.parse(line);
      if (LedgerHome.isOrigin(key.name())) {
        return key;
      }
    } catch (MalformedLedger e) {
      throw sql.faults().damagedContent("the key of its ledger cannot be read: " + e.why());
    }
    throw sql.faults().damagedContent("the name of its ledger is not one that Assay gives");
  }

  /// The last checkpoint, whose signature is checked.
  Receipt head() throws SQLException {
    VerifierKey verifier = verifier();
    Stored stored =
        sql.first(
                "SELECT size, root, note FROM checkpoint ORDER BY size DESC LIMIT 1",
                r -> new Stored(r.getLong(1), r.getBytes(2), r.getString(3)))
            .orElseThrow(() -> sql.faults().damagedContent("its ledger has no checkpoint"));
    try {
      SignedNote note = SignedNote.parse(stored.note);
      Receipt head = Receipt.of(verifier, note);
      Checkpoint expected = new Checkpoint(verifier.name(), stored.size, TreeHash.of(stored.root));
      if ((note.equals(signed) || verifier.signed(note)) && head.checkpoint().equals(expected)) {
        return head;
      }
    } catch (MalformedLedger e) {
      throw sql.faults()
          .damagedContent(
              "checkpoint " + stored.size + " of its ledger cannot be read: " + e.why());
    }
    throw sql.faults()
        .damagedContent(
            "checkpoint " + stored.size + " of its ledger is not signed by the ledger's key");
  }

  /// The tree as it is stored.
  MerkleTree tree(long size) {
    return new MerkleTree(size, this::stored);
  }

  /// All that lies under a head: what is shown where somebody holds another one.
  Held held(Receipt head) throws SQLException {
    List<TreeHash> leaves = new ArrayList<>();
    SortedMap<Long, byte[]> entries = new TreeMap<>();
    sql.each(
        "SELECT seq, body, leaf FROM entry ORDER BY seq",
        r -> {
          entries.put(r.getLong(1), r.getBytes(2));
          leaves.add(TreeHash.of(r.getBytes(3)));
        });
    return new Held(head, leaves, entries);
  }

  /// Signs with the ledger's key.
  byte[] sign(byte[] message) throws SQLException {
    return signer(verifier()).sign(message);
  }

  private LogKey signer(VerifierKey verifier) {
    LogKey known = key;
    if (known == null || !known.verifier().equals(verifier)) {
      known = home.key(verifier);
      key = known;
    }
    return known;
  }

  private static boolean isHead(Frontier frontier, Receipt head) {
    return frontier.size() == head.checkpoint().size()
        && frontier.root().equals(head.checkpoint().root());
  }

  /// Never lowers what is remembered: another process may have come further meanwhile.
  private void remember(Receipt reached) {
    boolean further =
        remembering
            && home.furthest(reached.checkpoint().origin())
                .map(mark -> mark.checkpoint().size() < reached.checkpoint().size())
                .orElse(true);
    if (further) {
      home.remember(reached);
    }
  }

  private TreeHash stored(int level, long index) {
    String from =
        level == 0
            ? "leaf FROM entry WHERE ?1 = 0 AND seq = ?2"
            : "hash FROM node WHERE level = ?1 AND idx = ?2";
    try {
      return sql.first("SELECT " + from, r -> TreeHash.of(r.getBytes(1)), level, index)
          .orElseThrow(
              () ->
                  sql.faults()
                      .damagedContent(
                          "its ledger lacks the hash of entries "
                              + (index << level)
                              + " to "
                              + (((index + 1) << level) - 1)));
    } catch (SQLException e) {
      throw sql.faults().of(e, false);
    }
  }

  private record Stored(long size, byte[] root, String note) {}
}

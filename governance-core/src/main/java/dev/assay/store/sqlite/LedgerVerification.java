package dev.assay.store.sqlite;

import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Entry;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.SignedNote;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the whole ledger again from the bytes of its entries and compares: every leaf, every inner
/// node, the root at every size, every checkpoint. Each entry names the checkpoint before it, so
/// the last signature covers all of them.
final class LedgerVerification {

  private static final int MOST_OF_ONE_KIND = 20;

  private final Sql sql;
  private final Ledger ledger;
  private final List<String> content = new ArrayList<>();
  private final List<String> hashes = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  LedgerVerification(Sql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /// Looks at everything; the caller holds a transaction.
  ///
  /// @return all entries, in order
  /// @throws dev.assay.common.WorkFailed naming what is damaged, the first entry first
  List<Entry> run() throws SQLException {
    Found found = found();
    List<String> all = new ArrayList<>(found.content);
    all.addAll(found.tree);
    all.addAll(found.signatures);
    Verification.refuse(sql.faults(), all);
    return found.entries;
  }

  /// What is not as it was recorded.
  Found found() throws SQLException {
    VerifierKey verifier = verifier();
    Beside<Row, Parsed> parsing = new Beside<>(Parsed::of);
    sql.each(
        "SELECT seq, body, leaf FROM entry ORDER BY seq",
        r -> parsing.add(new Row(r.getLong(1), r.getBytes(2), r.getBytes(3))));
    Beside<Note, Mark> marking =
        new Beside<>(note -> note.mark(verifier == null ? "" : verifier.name()));
    sql.each(
        "SELECT size, root, note FROM checkpoint ORDER BY size",
        r -> marking.add(new Note(r.getLong(1), r.getBytes(2), r.getBytes(3))));
    Map<Node, TreeHash> nodes = new HashMap<>();
    sql.each(
        "SELECT level, idx, hash FROM node",
        r -> nodes.put(new Node(r.getLong(1), r.getLong(2)), TreeHash.of(r.getBytes(3))));
    List<Parsed> rows = parsing.all();
    Roots tree = new Roots(rows.stream().map(Parsed::leaf).toList());
    List<TreeHash> roots = tree.all();
    Map<Long, Mark> marks = new HashMap<>();
    marking.all().forEach(mark -> marks.put(mark.size, mark));
    Mark before = null;
    for (int i = 0; i < rows.size(); i++) {
      Parsed row = rows.get(i);
      if (row.seq != i) {
        add(hashes, "entry " + i + " is missing");
        break;
      }
      entry(i, row, before);
      if (!row.leaf.equals(row.kept)) {
        add(hashes, "entry " + i + " does not have the hash that was kept of it");
      }
      nodes(i, tree, nodes);
      before = checkpoint(verifier, i + 1L, roots.get(i), marks.remove(i + 1L));
    }
    nodes.keySet().stream()
        .map(Node::toString)
        .sorted()
        .forEach(n -> add(hashes, "there is a hash too many, of node " + n));
    marks.keySet().stream()
        .sorted()
        .forEach(n -> add(hashes, "there is a checkpoint too many, of " + n + " entries"));
    if (rows.isEmpty()) {
      add(hashes, "entry 0 is missing");
    } else {
      last(verifier, rows.size());
      records(verifier);
    }
    return new Found(content, hashes, signatures, List.copyOf(entries), rows.size());
  }

  private @Nullable VerifierKey verifier() throws SQLException {
    try {
      return ledger.verifier();
    } catch (dev.assay.common.WorkFailed e) {
      add(signatures, "the key of the ledger is missing or cannot be read");
      return null;
    }
  }

  private void entry(int index, Parsed parsed, @Nullable Mark before) {
    Entry entry = parsed.entry;
    if (entry == null) {
      add(content, "entry " + index + " is not what was recorded: " + parsed.why);
      return;
    }
    if (!Objects.equals(entry.head(), before == null ? null : before.head)) {
      add(
          signatures,
          "entry " + index + " was not written after checkpoint " + index + " as it stands");
    }
    entries.add(entry);
  }

  /// The inner nodes that an entry completes, from the lowest upwards, beside those that were kept.
  private void nodes(long entry, Roots tree, Map<Node, TreeHash> nodes) {
    for (int level = 1; (entry + 1) % (1L << level) == 0; level++) {
      long index = entry >> level;
      TreeHash kept = nodes.remove(new Node(level, index));
      if (!tree.complete(level, index).equals(kept)) {
        add(
            hashes,
            "the hash of entries "
                + (index << level)
                + " to "
                + entry
                + (kept == null ? " is missing" : " is another"));
      }
    }
  }

  private @Nullable Mark checkpoint(
      @Nullable VerifierKey verifier, long size, TreeHash root, @Nullable Mark mark) {
    if (mark == null) {
      add(hashes, "checkpoint " + size + " is missing");
      return null;
    }
    if (!root.equals(mark.root)) {
      add(hashes, "checkpoint " + size + " has another root than the entries up to " + (size - 1));
    }
    if (verifier != null && !mark.says(verifier.name(), root)) {
      add(signatures, "what checkpoint " + size + " says is not what its entries are");
    }
    return mark;
  }

  /// One signature is checked: it covers every earlier checkpoint. Only when something is wrong are
  /// the others, to find the first that does not hold.
  private void last(@Nullable VerifierKey verifier, int size) throws SQLException {
    if (verifier == null || signed(verifier, size)) {
      return;
    }
    int first = size;
    for (int earlier = 1; earlier < size && first == size; earlier++) {
      first = signed(verifier, earlier) ? first : earlier;
    }
    add(
        signatures,
        "checkpoint "
            + first
            + " is not signed by the ledger's key, so entry "
            + (first - 1)
            + " may not be what was recorded");
  }

  private boolean signed(VerifierKey verifier, long size) throws SQLException {
    try {
      String note =
          sql.first("SELECT note FROM checkpoint WHERE size = ?", r -> r.getString(1), size)
              .orElse("");
      return verifier.signed(SignedNote.parse(note));
    } catch (MalformedLedger e) {
      return false;
    }
  }

  /// Rows and entries say the same, in the same order.
  private void records(@Nullable VerifierKey verifier) throws SQLException {
    if (!content.isEmpty() || entries.isEmpty()) {
      return;
    }
    Entry first = entries.getFirst();
    if (verifier != null
        && !(first.kind().equals("genesis")
            && first.subject().equals(verifier.name())
            && first.payload().equals(Ledger.payloadOf(verifier)))) {
      add(content, "entry 0 names another key than the ledger's");
    }
    for (Recorded kind : Recorded.ALL) {
      compare(kind, kind.rows().of(sql), kind.covered().of(sql));
    }
  }

  private void compare(Recorded kind, List<Entry> rows, Set<String> covered) {
    Map<String, Entry> left = new LinkedHashMap<>();
    rows.forEach(row -> left.put(row.subject(), row));
    Iterator<Entry> inOrder = rows.iterator();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (!entry.kind().equals(kind.kind())) {
        continue;
      }
      Entry row = left.remove(entry.subject());
      boolean moved = row != null && kind.ordered() && !inOrder.next().equals(row);
      String what = kind.kind() + " " + entry.subject();
      if (row == null) {
        add(content, "entry " + i + " speaks of the " + what + ", which is missing");
      } else if (!Recorded.same(entry, row)) {
        add(content, "entry " + i + " speaks of another state of the " + what + " than is there");
      } else if (moved) {
        add(content, "entry " + i + " speaks of the " + what + ", which is no longer in its place");
      }
    }
    left.keySet().stream()
        .filter(subject -> !covered.contains(subject))
        .forEach(s -> add(content, "the " + kind.kind() + " " + s + " has no entry in the ledger"));
  }

  private static void add(List<String> faults, String fault) {
    if (faults.size() < MOST_OF_ONE_KIND) {
      faults.add(fault);
    }
  }

  /// What is not as it was recorded.
  ///
  /// @param content records and bytes of entries
  /// @param tree hashes, roots, order
  /// @param signatures checkpoints and keys
  /// @param entries those that can be read, in order
  /// @param size number of entries
  record Found(
      List<String> content,
      List<String> tree,
      List<String> signatures,
      List<Entry> entries,
      long size) {}

  private record Node(long level, long index) {
    @Override
    public String toString() {
      return level + "/" + index;
    }
  }

  private record Row(long seq, byte[] body, byte[] leaf) {}

  /// An entry as it was kept.
  ///
  /// @param why it is none, "" when it is one
  /// @param leaf the hash of its bytes
  /// @param kept the hash that was kept of it
  private record Parsed(long seq, @Nullable Entry entry, String why, TreeHash leaf, TreeHash kept) {

    static Parsed of(Row row) {
      TreeHash leaf = TreeHash.leaf(row.body);
      TreeHash kept = TreeHash.of(row.leaf);
      try {
        return new Parsed(row.seq, Entry.parse(row.body), "", leaf, kept);
      } catch (MalformedLedger e) {
        return new Parsed(row.seq, null, e.why(), leaf, kept);
      }
    }
  }

  private record Note(long size, byte[] root, byte[] note) {

    /// @param log whose checkpoint it should be
    Mark mark(String log) {
      TreeHash kept = TreeHash.of(root);
      String written = new String(note, StandardCharsets.UTF_8);
      boolean agrees = says(written, log, size, kept);
      return new Mark(size, kept, agrees ? null : written, Entry.headOf(written));
    }

    static boolean says(String note, String log, long size, TreeHash root) {
      return note.startsWith(new Checkpoint(log, size, root).text() + "\n");
    }
  }

  /// A checkpoint as it was kept.
  ///
  /// @param other what it says where that is not its size and its root
  /// @param head how the entry after it names it
  private record Mark(long size, TreeHash root, @Nullable String other, String head) {

    boolean says(String log, TreeHash made) {
      return other == null ? root.equals(made) : Note.says(other, log, size, made);
    }
  }
}

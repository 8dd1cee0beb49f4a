package dev.assay.ledger.bundle;

import dev.assay.common.Digest;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.LogKey;
import dev.assay.ledger.MerkleTree;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.TreeNodes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A log of some entries, of which a bundle proves four; one of them names files that were handed
/// in.
final class SampleBundle {

  private static final int ADDITION = 3;

  final LogKey key;
  final List<Entry> entries = new ArrayList<>();
  private final List<TreeHash> leaves = new ArrayList<>();
  private final List<Receipt> heads = new ArrayList<>();
  private final byte[] policy = utf8("id: ä\n");
  private final byte[] audit = utf8("{\"title\":\"audit\"}");
  private final byte[] record =
      CanonicalJson.bytes(
          Map.of(
              "format",
              "assay.record.audit/1",
              "id",
              "a1",
              "audit",
              Digest.of(audit).sha256(),
              "policy",
              Digest.of(policy).sha256()));

  private final byte[] minutes = utf8("Minutes of 3 November.");
  private final byte[] pack = utf8("schema: assay.regime/1");
  private final byte[] addition =
      utf8(
          "0".repeat(64)
              + "\n{\"documents\":[{\"name\":\"minutes.txt\",\"sha256\":\""
              + Digest.of(minutes).sha256()
              + "\"}],\"kind\":\"answered\",\"pack\":{\"sha256\":\""
              + Digest.of(pack).sha256()
              + "\"}}");

  SampleBundle(int size) {
    this(size, LogKey.generate("assay.local/00000000-0000-0000-0000-000000000001"), "Grace");
  }

  /// @param reviewer who did everything from entry 2 on: with another one, the log is forked there
  SampleBundle(int size, LogKey key, String reviewer) {
    this.key = key;
    add(
        Entry.of(
            "genesis",
            key.verifier().name(),
            Digest.of(utf8(key.verifier().line())),
            "ada",
            at(0)));
    add(Entry.of("audit", "a1", Digest.of(record), "Ada 😀 \"quoted\"", at(1)));
    for (int i = 2; i < size; i++) {
      if (i == ADDITION) {
        add(Entry.of("addition", "a1#add0", Digest.of(addition), reviewer, at(i)));
        continue;
      }
      Entry entry = Entry.of("review", "a1#" + i, Digest.of(utf8("note " + i)), reviewer, at(i));
      add(i == size - 1 ? entry.correcting(2, "wrong label") : entry);
    }
  }

  byte[] zip() {
    SortedMap<String, byte[]> documents = new TreeMap<>();
    documents.put("documents/audit.json", audit);
    documents.put("documents/policy.yaml", policy);
    documents.put("report.html", utf8("<p>report</p>"));
    List<Evidence.Logged> logged =
        new ArrayList<>(
            List.of(
                logged(0, utf8(key.verifier().line())),
                logged(1, record),
                logged(entries.size() - 1, utf8("note " + (entries.size() - 1)))));
    if (entries.size() - 1 > ADDITION) {
      logged.add(logged(ADDITION, addition));
      documents.put(Evidence.attachmentName(Digest.of(minutes).sha256()), minutes);
      documents.put(Evidence.attachmentName(Digest.of(pack).sha256()), pack);
    }
    return Evidence.write(documents, logged, leaves, head(entries.size()), key::sign);
  }

  /// The head when the log had this many entries.
  Receipt head(int size) {
    return heads.get(size - 1);
  }

  /// The whole log, when it had this many entries.
  Held held(int size) {
    SortedMap<Long, byte[]> all = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      all.put((long) i, entries.get(i).bytes());
    }
    return new Held(head(size), List.copyOf(leaves.subList(0, size)), all);
  }

  private Evidence.Logged logged(int index, byte[] payload) {
    InclusionProof proof =
        new InclusionProof(index, tree().inclusion(index), head(entries.size()).note().written());
    return new Evidence.Logged(entries.get(index), proof, payload);
  }

  private void add(Entry entry) {
    Entry placed = entry.after(heads.isEmpty() ? null : heads.getLast().note().written());
    entries.add(placed);
    leaves.add(placed.leaf());
    Checkpoint checkpoint = new Checkpoint(key.verifier().name(), leaves.size(), tree().root());
    heads.add(Receipt.of(key.verifier(), key.sign(checkpoint.text())));
  }

  private MerkleTree tree() {
    return new MerkleTree(leaves.size(), nodes());
  }

  private TreeNodes nodes() {
    return (level, index) ->
        level == 0
            ? leaves.get((int) index)
            : TreeHash.node(
                nodes().complete(level - 1, 2 * index), nodes().complete(level - 1, 2 * index + 1));
  }

  private static Instant at(int second) {
    return Instant.parse("2026-11-25T18:00:00Z").plusMillis(second * 1_001L);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

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
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A log that holds an audit, four people and what they signed; it can be made again with acts that
/// were changed, as by somebody who has the log's key and nobody else's.
final class SignedSample {

  private final LogKey log;
  private final Map<String, LogKey> keys = new HashMap<>();
  private final List<byte[]> acts = new ArrayList<>();
  private final List<Receipt> heads = new ArrayList<>();
  private final List<TreeHash> leaves = new ArrayList<>();
  private final TreeMap<String, byte[]> documents = new TreeMap<>();
  private String register = "";
  private String line = "";

  /// @param id of the log, of twelve digits
  /// @param audit its id
  SignedSample(String id, String audit) {
    log = LogKey.generate("assay.local/00000000-0000-0000-0000-" + id);
    documents.put("documents/audit.json", utf8("{\"title\":\"" + audit + "\"}"));
    documents.put("documents/policy.yaml", utf8("id: ä\n"));
    documents.put("signed/report.html", utf8("<p>report of " + audit + "</p>"));
    zip(audit, List.of());
    enrol("ada", "Ada", "administrator", "ada");
    enrol("alan", "Alan 😀", "author", "ada");
    enrol("grace", "Grace", "reviewer", "ada");
    enrol("barbara", "Barbara", "approver", "ada");
    zip(audit, acts);
    sign(audit, ActKind.SUBMITTED, "alan", "Alan 😀");
    sign(audit, ActKind.REVIEWED, "grace", "Grace");
    sign(audit, ActKind.APPROVED, "barbara", "Barbara");
    Map<String, Object> revoked = register("ada");
    revoked.put("who", "barbara");
    revoked.put("second", "grace");
    keep(ActKind.REVOKED, revoked, "signatories/barbara", List.of(key("ada"), key("grace")));
    Map<String, Object> restored = register("ada");
    restored.put("who", log.verifier().name());
    restored.put("second", "grace");
    keep(ActKind.RESTORED, restored, "ledger/checkpoint", List.of(key("ada"), key("grace")));
    Map<String, Object> right = register("ada");
    right.put("who", "clock");
    keep(ActKind.CLOCK, right, "rules/clock", List.of(key("ada")));
  }

  private void keep(ActKind kind, Map<String, Object> said, String subject, List<LogKey> signers) {
    Act act = Act.signed(kind, said, Map.of(subject, Digest.of(utf8("x"))), signers);
    register = act.digest().sha256();
    acts.add(act.document());
  }

  List<byte[]> acts() {
    return acts;
  }

  LogKey key(String person) {
    return keys.computeIfAbsent(person, p -> LogKey.generate("person/" + p));
  }

  private Map<String, Object> register(String person) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("person", person);
    fields.put("time", at(acts.size()).toString());
    fields.put("previous", register);
    return fields;
  }

  private void enrol(String who, String name, String role, String by) {
    Map<String, Object> fields = register(by);
    fields.put("who", who);
    fields.put("name", name);
    fields.put("roles", List.of(role));
    fields.put("verified", "passport");
    fields.put("key", key(who).verifier().line());
    Act act =
        Act.signed(
            ActKind.ENROLLED,
            fields,
            Map.of("signatories/" + who, Digest.of(utf8(who))),
            who.equals(by) ? List.of(key(who)) : List.of(key(who), key(by)));
    register = act.digest().sha256();
    acts.add(act.document());
  }

  private void sign(String audit, ActKind kind, String person, String name) {
    Map<String, Object> fields = register(person);
    Checkpoint seen = heads.getLast().checkpoint();
    fields.put("audit", audit);
    fields.put("previous", line);
    fields.put("register", register);
    fields.put("name", name);
    fields.put("meaning", kind.meaning());
    fields.put(
        "head", Map.of("origin", seen.origin(), "size", seen.size(), "root", seen.root().base64()));
    Map<String, Digest> subjects = new TreeMap<>();
    documents.forEach((document, bytes) -> subjects.put(document, Digest.of(bytes)));
    Act act = Act.signed(kind, fields, subjects, List.of(key(person)));
    line = act.digest().sha256();
    acts.add(act.document());
  }

  /// The bundle with these acts in the place of its own.
  ///
  /// @param changed documents of acts; where they say nothing else, entries follow them
  byte[] zip(String audit, List<byte[]> changed) {
    heads.clear();
    leaves.clear();
    List<Evidence.Logged> logged = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    List<byte[]> payloads = new ArrayList<>();
    byte[] genesis = utf8(log.verifier().line());
    add(
        Entry.of("genesis", log.verifier().name(), Digest.of(genesis), "ada", at(0)),
        genesis,
        entries,
        payloads);
    byte[] record =
        CanonicalJson.bytes(
            Map.of(
                "format",
                "assay.record.audit/1",
                "id",
                audit,
                "audit",
                Digest.of(documents.get("documents/audit.json")).sha256(),
                "policy",
                Digest.of(documents.get("documents/policy.yaml")).sha256()));
    add(Entry.of("audit", audit, Digest.of(record), "somebody", at(0)), record, entries, payloads);
    int people = 0;
    int others = 0;
    for (byte[] document : changed) {
      boolean signoff = false;
      String person = "nobody";
      Instant time = at(0);
      try {
        Act act = Act.parse(document);
        signoff = !act.kind().ofPeople();
        person = act.person();
        time = act.time();
      } catch (RuntimeException notAnAct) {
        // An entry of the register that names nonsense.
      }
      add(
          Entry.of(
              signoff ? "signoff" : "signatory",
              signoff ? audit + "#act" + others++ : "signatory#" + people++,
              Digest.of(document),
              person,
              time),
          document,
          entries,
          payloads);
    }
    for (int i = 0; i < entries.size(); i++) {
      InclusionProof proof =
          new InclusionProof(i, tree().inclusion(i), heads.getLast().note().written());
      logged.add(new Evidence.Logged(entries.get(i), proof, payloads.get(i)));
    }
    return Evidence.write(documents, logged, leaves, heads.getLast(), log::sign);
  }

  private void add(Entry entry, byte[] payload, List<Entry> entries, List<byte[]> payloads) {
    Entry placed = entry.after(heads.isEmpty() ? null : heads.getLast().note().written());
    entries.add(placed);
    payloads.add(payload);
    leaves.add(placed.leaf());
    Checkpoint checkpoint = new Checkpoint(log.verifier().name(), leaves.size(), tree().root());
    heads.add(Receipt.of(log.verifier(), log.sign(checkpoint.text())));
  }

  Receipt head(int size) {
    return heads.get(size - 1);
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

package dev.assay.ledger.bundle;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.attest.Attestations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The entries of a bundle against its log: their hashes and proofs, what they name by digest, and
/// the documents that records name in turn.
///
/// @param files of the bundle
/// @param head of the log
/// @param leaves hashes of all entries
/// @param faults takes what is wrong
/// @param signatures takes what is wrong with what people signed
record LoggedEntries(
    SortedMap<String, byte[]> files,
    Receipt head,
    List<TreeHash> leaves,
    List<String> faults,
    List<String> signatures)
    implements Attestations.Place {

  private static final String GENESIS = "genesis";
  private static final String ADDITION = "addition";

  /// @return who signed what, a sentence each
  List<String> check() {
    Entry first = null;
    Set<String> attached = new TreeSet<>();
    Map<Attestations.Erased, String> missing = new LinkedHashMap<>();
    SortedMap<Long, Entry> read = new TreeMap<>();
    for (String name : files.keySet()) {
      if (name.startsWith(Evidence.ENTRIES)) {
        Entry entry = entry(name, attached, missing);
        first = name.equals(Evidence.ENTRIES + "0.json") ? entry : first;
        if (entry != null) {
          read.put(index(name, ".json", Evidence.ENTRIES), entry);
        }
      } else if ((name.startsWith(Evidence.PROOFS) || name.startsWith(Evidence.PAYLOADS))
          && !files.containsKey(entryOf(name))) {
        faults.add(EvidenceVerifier.shown(name) + ": its entry is missing");
      }
    }
    files.keySet().stream()
        .filter(name -> name.startsWith(Evidence.ATTACHMENTS) && !attached.contains(name))
        .forEach(name -> faults.add(EvidenceVerifier.shown(name) + ": no addition names it"));
    var key = head.key();
    byte[] named = files.get(Evidence.PAYLOADS + "0");
    if (first == null
        || key == null
        || named == null
        || !first.kind().equals(GENESIS)
        || !new String(named, java.nio.charset.StandardCharsets.UTF_8).equals(key.line())) {
      faults.add(Evidence.ENTRIES + "0.json: the log does not begin with its key");
    }
    return acts(read, missing);
  }

  /// Replays what people did, in the order of the log.
  private List<String> acts(SortedMap<Long, Entry> read, Map<Attestations.Erased, String> missing) {
    Attestations attestations = new Attestations(head.checkpoint().origin(), this);
    read.forEach(
        (index, entry) -> {
          attestations.note(index, entry);
          switch (entry.kind()) {
            case Attestations.REGISTER_KIND, Attestations.AUDIT_KIND -> {
              String name = Evidence.payloadName(index);
              byte[] payload = files.get(name);
              if (payload == null) {
                signatures.add(name + ": it is missing");
              } else {
                attestations
                    .take(index, entry, payload)
                    .ifPresent(why -> signatures.add(name + ": " + why));
              }
            }
            default -> {}
          }
        });
    missing.keySet().removeAll(attestations.erased());
    faults.addAll(missing.values());
    List<String> said =
        new ArrayList<>(
            attestations.attested().stream().map(Attestations.Attested::sentence).toList());
    said.addAll(attestations.remarks());
    return said;
  }

  @Override
  public boolean has(String audit, String name, Digest digest) {
    byte[] content = files.get(name);
    return content != null && Digest.of(content).equals(digest);
  }

  @Override
  public TreeHash root(long size) {
    return EvidenceVerifier.root(leaves.subList(0, (int) size));
  }

  private @Nullable Entry entry(
      String name, Set<String> attached, Map<Attestations.Erased, String> missing) {
    long index = index(name, ".json", Evidence.ENTRIES);
    if (index < 0 || index >= leaves.size()) {
      faults.add(EvidenceVerifier.shown(name) + ": the log has no such entry");
      return null;
    }
    Entry entry = Findings.read(faults, name, () -> Entry.parse(files.get(name)));
    if (entry == null) {
      return null;
    }
    TreeHash leaf = TreeHash.leaf(files.get(name));
    if (!leaf.equals(leaves.get((int) index))) {
      faults.add(name + ": it is not entry " + index + " of the log");
    }
    proof(index, leaf);
    payload(index, entry, attached, missing);
    return entry;
  }

  private void proof(long index, TreeHash leaf) {
    String name = Evidence.PROOFS + index + ".tlog-proof";
    InclusionProof proof =
        Findings.read(
            faults,
            name,
            () -> InclusionProof.parse(EvidenceVerifier.text(EvidenceVerifier.file(files, name))));
    if (proof != null
        && !(proof.index() == index
            && proof.note().equals(head.note().written())
            && proof.proves(leaf, head.checkpoint()))) {
      faults.add(name + ": it does not prove that the entry is in the log");
    }
  }

  private void payload(
      long index, Entry entry, Set<String> attached, Map<Attestations.Erased, String> missing) {
    String name = Evidence.PAYLOADS + index;
    byte[] payload = files.get(name);
    if (payload == null) {
      return;
    }
    if (!Digest.of(payload).equals(entry.payload())) {
      faults.add(name + ": it is not what entry " + index + " names");
      return;
    }
    record(payload).forEach((part, digest) -> document(name, part, digest));
    if (entry.kind().equals(ADDITION)) {
      for (String sha256 : documents(payload)) {
        String file = Evidence.attachmentName(sha256);
        attached.add(file);
        byte[] content = files.get(file);
        String fault = file + ": it is not the file that " + name + " names";
        if (content == null) {
          missing.putIfAbsent(new Attestations.Erased(auditOf(entry), sha256), fault);
        } else if (!Digest.of(content).sha256().equals(sha256)) {
          faults.add(fault);
        }
      }
    }
  }

  /// "AUDIT#add0" speaks of AUDIT.
  private static String auditOf(Entry addition) {
    int end = addition.subject().indexOf("#add");
    return end < 0 ? addition.subject() : addition.subject().substring(0, end);
  }

  /// The digests of the files that came with an addition: those in its `documents`, `pack` or
  /// `statement`, after the digest of the addition before it and a newline.
  private static List<String> documents(byte[] payload) {
    List<String> digests = new ArrayList<>();
    try {
      String[] lines = EvidenceVerifier.text(payload).split("\n", 2);
      JsonNode addition = Json.mapper().readTree(lines[lines.length - 1]);
      addition.path("documents").forEach(one -> digests.add(one.path("sha256").asString("")));
      for (String single : List.of("pack", "statement")) {
        if (addition.has(single)) {
          digests.add(addition.path(single).path("sha256").asString(""));
        }
      }
    } catch (JacksonException | MalformedLedger notAnAddition) {
      return List.of();
    }
    return digests;
  }

  private void document(String record, String part, String digest) {
    String name = Evidence.DOCUMENTS + part + (part.equals("policy") ? ".yaml" : ".json");
    byte[] document = files.get(name);
    if (document == null || !Digest.of(document).sha256().equals(digest)) {
      faults.add(name + ": it is not the document that " + record + " names");
    }
  }

  /// The documents that a record names; none for other payloads.
  private static Map<String, String> record(byte[] payload) {
    Map<String, String> parts = new TreeMap<>();
    try {
      JsonNode json = Json.mapper().readTree(payload);
      if (json.path("format").asString("").matches("assay\\.record\\.(audit|run)/1")) {
        json.properties()
            .forEach(field -> parts.put(field.getKey(), field.getValue().asString("")));
        if (!Arrays.equals(CanonicalJson.bytes(parts), payload)) {
          return Map.of("record", "");
        }
        parts.remove("format");
        parts.remove("id");
      }
      return parts;
    } catch (JacksonException notARecord) {
      return Map.of();
    }
  }

  private static String entryOf(String name) {
    long index =
        name.startsWith(Evidence.PROOFS)
            ? index(name, ".tlog-proof", Evidence.PROOFS)
            : index(name, "", Evidence.PAYLOADS);
    return Evidence.ENTRIES + index + ".json";
  }

  /// The number in a name, -1 when it is not written as one.
  static long index(String name, String ending, String folder) {
    if (!name.endsWith(ending)) {
      return -1;
    }
    String number = name.substring(folder.length(), name.length() - ending.length());
    return number.matches("0|[1-9][0-9]{0,17}") ? Long.parseLong(number) : -1;
  }
}

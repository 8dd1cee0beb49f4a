package dev.assay.ledger.bundle;

import dev.assay.common.Digest;
import dev.assay.common.Visible;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.Question;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Frontier;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.SignedNote;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.attest.Dsse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Answers four questions about a bundle of evidence, from its bytes alone; of the evidence of a
/// fork too. The script `verify.py` in each bundle answers the same ones and was written by itself.
///
/// @param receipt what somebody kept of the log, absent = not asked
/// @param key line or fingerprint of the key that somebody expects, absent = the bundle's own
public record EvidenceVerifier(@Nullable Receipt receipt, @Nullable String key) {

  private static final int LONGEST_NAME = 200;

  /// Of an archive.
  public List<Answer> archive(byte[] zip) {
    Findings found = new Findings();
    SortedMap<String, byte[]> files =
        Findings.read(found.bytes, "the archive", () -> StoredZip.read(zip));
    if (files == null) {
      files = new TreeMap<>();
    } else if (!Arrays.equals(StoredZip.write(files), zip)) {
      found.bytes.add(
          "the archive: it is not packed as Assay packs it; unpack it and verify the folder");
    }
    return answers(files, found);
  }

  /// Of unpacked files.
  ///
  /// @param files by name, with `/` between folders
  public List<Answer> files(SortedMap<String, byte[]> files) {
    return answers(files, new Findings());
  }

  private List<Answer> answers(SortedMap<String, byte[]> files, Findings found) {
    if (ForkVerifier.isOne(files)) {
      return new ForkVerifier(files, key, found).answers();
    }
    Dsse envelope = manifest(files, found);
    Keys keys =
        Findings.read(found.signatures, Keys.FILE, () -> Keys.parse(file(files, Keys.FILE)));
    VerifierKey log = keys == null ? null : keys.log();
    if (log != null && envelope != null) {
      byte[] signed = Dsse.signed(envelope.payload());
      Dsse.Signature one = envelope.signatures().getFirst();
      if (!one.keyId().equals(log.line()) || !log.signed(signed, one.bytes())) {
        found.signatures.add(Manifest.FILE + ": it is not signed by the key in " + Keys.FILE);
      }
    }
    if (log != null && key != null && !log.isMeantBy(key)) {
      found.signatures.add(Keys.FILE + ": it holds another key than the one you expect");
    }
    Receipt head = head(files, log, found);
    List<TreeHash> leaves = leaves(files, head, found);
    List<String> people = List.of();
    if (head != null && leaves != null) {
      people = new LoggedEntries(files, head, leaves, found.inclusion, found.signatures).check();
      consistency(head, leaves, found);
    }
    return List.of(
        Answer.of(
            Question.BYTES,
            found.bytes,
            "All " + files.size() + " files are as they were exported.",
            "Something is not as it was exported."),
        signatures(log, found).with(people),
        inclusion(head, found),
        consistency(head, found));
  }

  private static @Nullable Dsse manifest(SortedMap<String, byte[]> files, Findings found) {
    Dsse envelope =
        Findings.read(found.bytes, Manifest.FILE, () -> Dsse.single(file(files, Manifest.FILE)));
    Manifest manifest =
        envelope == null
            ? null
            : Findings.read(found.bytes, Manifest.FILE, () -> Manifest.parse(envelope.payload()));
    if (manifest == null) {
      return envelope;
    }
    for (Map.Entry<String, Digest> listed : manifest.digests().entrySet()) {
      byte[] content = files.get(listed.getKey());
      if (content == null) {
        found.bytes.add(shown(listed.getKey()) + ": it is missing");
      } else if (!Digest.of(content).equals(listed.getValue())) {
        found.bytes.add(shown(listed.getKey()) + ": it was changed after it was exported");
      }
    }
    files.keySet().stream()
        .filter(name -> !name.equals(Manifest.FILE) && !manifest.digests().containsKey(name))
        .forEach(name -> found.bytes.add(shown(name) + ": it was added after the export"));
    return envelope;
  }

  private static @Nullable Receipt head(
      SortedMap<String, byte[]> files, @Nullable VerifierKey log, Findings found) {
    SignedNote note =
        Findings.read(
            found.signatures,
            Evidence.CHECKPOINT,
            () -> SignedNote.parse(text(file(files, Evidence.CHECKPOINT))));
    Checkpoint checkpoint =
        note == null
            ? null
            : Findings.read(
                found.signatures, Evidence.CHECKPOINT, () -> Checkpoint.parse(note.text()));
    if (checkpoint == null || note == null) {
      return null;
    }
    if (log != null && !(checkpoint.origin().equals(log.name()) && log.signed(note))) {
      found.signatures.add(Evidence.CHECKPOINT + ": it is not signed by the key in " + Keys.FILE);
    }
    return new Receipt(log, note, checkpoint);
  }

  /// The hashes of all entries, when they give the root.
  private static @Nullable List<TreeHash> leaves(
      SortedMap<String, byte[]> files, @Nullable Receipt head, Findings found) {
    if (head == null) {
      found.inclusion.add(Evidence.CHECKPOINT + ": it cannot be read");
      return null;
    }
    byte[] hashes = files.getOrDefault(Evidence.LEAVES, new byte[0]);
    return Findings.read(found.inclusion, Evidence.LEAVES, () -> leaves(hashes, head.checkpoint()));
  }

  /// Reads the hashes of all entries under a state of the log.
  ///
  /// @throws MalformedLedger when they do not give its root
  static List<TreeHash> leaves(byte[] hashes, Checkpoint checkpoint) {
    if (hashes.length % TreeHash.BYTES != 0
        || hashes.length / TreeHash.BYTES != checkpoint.size()) {
      throw new MalformedLedger("it does not have a hash for each entry");
    }
    List<TreeHash> leaves = new ArrayList<>();
    for (int at = 0; at < hashes.length; at += TreeHash.BYTES) {
      leaves.add(TreeHash.of(Arrays.copyOfRange(hashes, at, at + TreeHash.BYTES)));
    }
    if (!root(leaves).equals(checkpoint.root())) {
      throw new MalformedLedger("it does not give the root of the checkpoint");
    }
    return leaves;
  }

  private void consistency(Receipt head, List<TreeHash> leaves, Findings found) {
    if (receipt == null) {
      return;
    }
    VerifierKey log = head.key();
    long size = receipt.checkpoint().size();
    if (log == null
        || !receipt.checkpoint().origin().equals(log.name())
        || !log.signed(receipt.note())) {
      found.consistency.add("the receipt: it is of another log, or signed with another key");
    } else if (size > leaves.size()) {
      found.consistency.add(
          "the receipt: it has seen " + size + " entries, the bundle's log has " + leaves.size());
    } else if (!root(leaves.subList(0, (int) size)).equals(receipt.checkpoint().root())) {
      found.consistency.add(
          "the receipt: the first " + size + " entries are not those that it saw");
    }
  }

  static TreeHash root(List<TreeHash> leaves) {
    Frontier frontier = new Frontier();
    leaves.forEach(leaf -> frontier.append(leaf, node -> {}));
    return frontier.root();
  }

  private Answer signatures(@Nullable VerifierKey log, Findings found) {
    return Answer.of(
        Question.SIGNATURES,
        found.signatures,
        log == null
            ? ""
            : "Signed by the log "
                + log.name()
                + ", fingerprint "
                + log.fingerprint()
                + (key == null
                    ? ". The key comes with the bundle: compare the fingerprint with the one you were told."
                    : ", the key you expect."),
        "A signature is missing, wrong or another's.");
  }

  private static Answer inclusion(@Nullable Receipt head, Findings found) {
    return Answer.of(
        Question.INCLUSION,
        found.inclusion,
        head == null
            ? ""
            : "Every entry of the bundle is in the log, which has "
                + head.checkpoint().size()
                + " entries.",
        "Something is not in the log as the bundle claims.");
  }

  private Answer consistency(@Nullable Receipt head, Findings found) {
    if (receipt == null) {
      return Answer.notAsked(
          Question.CONSISTENCY, "No receipt was given; name one that you kept with --against.");
    }
    if (head == null
        || (found.consistency.isEmpty() && !found.inclusion.isEmpty() && unread(found))) {
      found.consistency.add("the receipt: the bundle's log cannot be read");
    }
    return Answer.of(
        Question.CONSISTENCY,
        found.consistency,
        "The log goes on from the receipt, which saw " + receipt.checkpoint().size() + " entries.",
        "The log does not go on from the receipt.");
  }

  private static boolean unread(Findings found) {
    return found.inclusion.stream().anyMatch(fault -> fault.startsWith(Evidence.LEAVES));
  }

  static byte[] file(Map<String, byte[]> files, String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new MalformedLedger("it is missing");
    }
    return content;
  }

  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedLedger("it is not text", e);
    }
  }

  static String shown(String name) {
    return Visible.of(name, LONGEST_NAME);
  }
}

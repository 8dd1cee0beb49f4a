package dev.assay.ledger.bundle;

import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.SignedNote;
import dev.assay.ledger.TreeHash;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What somebody holds of a log: a signed state of it, and as much of what lies under that as they
/// have.
///
/// @param head the signed state
/// @param leaves hashes of every entry, which give its root; absent = only the state is held
/// @param entries bytes of some entries, by their index
public record Held(Receipt head, @Nullable List<TreeHash> leaves, SortedMap<Long, byte[]> entries) {

  /// A receipt or a checkpoint, with nothing under it.
  public static Held of(Receipt head) {
    return new Held(head, null, new TreeMap<>());
  }

  /// The state of the log in a bundle of evidence.
  ///
  /// @throws MalformedLedger when it is no such archive, or its key did not sign its state
  public static Held ofArchive(byte[] zip) {
    return ofFiles(StoredZip.read(zip));
  }

  /// The same of an unpacked bundle.
  ///
  /// @param files by name, with `/` between folders
  /// @throws MalformedLedger when they are no bundle, or its key did not sign its state
  public static Held ofFiles(SortedMap<String, byte[]> files) {
    Keys keys = Keys.parse(EvidenceVerifier.file(files, Keys.FILE));
    SignedNote note =
        SignedNote.parse(EvidenceVerifier.text(EvidenceVerifier.file(files, Evidence.CHECKPOINT)));
    if (!keys.log().signed(note)) {
      throw new MalformedLedger("its key did not sign it");
    }
    Receipt head = new Receipt(keys.log(), note, Checkpoint.parse(note.text()));
    byte[] hashes = files.get(Evidence.LEAVES);
    List<TreeHash> leaves =
        hashes == null ? null : EvidenceVerifier.leaves(hashes, head.checkpoint());
    SortedMap<Long, byte[]> entries = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith(Evidence.ENTRIES)) {
        long index = LoggedEntries.index(file.getKey(), ".json", Evidence.ENTRIES);
        if (index >= 0) {
          entries.put(index, file.getValue());
        }
      }
    }
    return new Held(head, leaves, entries);
  }
}

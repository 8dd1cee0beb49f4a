package dev.assay.ledger.bundle;

import dev.assay.common.Resources;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Two signed states of one log that cannot both be states of one history, as an archive that
/// `assay verify` and `verify.py` check without anything else: both checkpoints, the hashes of the
/// entries under each where they are held, and the first entries in which they differ.
public final class Fork {

  static final String FOLDER = "fork/";
  static final String SEEN = FOLDER + "seen/";
  static final String FOUND = FOLDER + "found/";
  static final String CHECKPOINT = "checkpoint";
  static final String LEAVES = "leaf-hashes";
  static final String ENTRIES = "entries/";

  private Fork() {}

  /// The archive; absent where what is held does not show that the two contradict each other.
  ///
  /// @param seen what somebody kept
  /// @param found what lies there now
  public static Optional<byte[]> between(Held seen, Held found) {
    VerifierKey key = found.head().key() == null ? seen.head().key() : found.head().key();
    if (key == null
        || !signed(key, seen)
        || !signed(key, found)
        || relation(seen, found) != Relation.CONTRADICT) {
      return Optional.empty();
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    List.of("FORMAT.md", "verify.py")
        .forEach(name -> files.put(name, Resources.bytes(Fork.class, name)));
    files.put(Keys.FILE, new Keys(key).bytes());
    long shared = shared(seen, found);
    put(SEEN, seen, shared, files);
    put(FOUND, found, shared, files);
    return Optional.of(StoredZip.write(files));
  }

  private static boolean signed(VerifierKey key, Held held) {
    return held.head().checkpoint().origin().equals(key.name()) && key.signed(held.head().note());
  }

  private static void put(String folder, Held held, long shared, SortedMap<String, byte[]> files) {
    files.put(folder + CHECKPOINT, held.head().note().written().getBytes(StandardCharsets.UTF_8));
    List<TreeHash> leaves = held.leaves();
    if (leaves != null) {
      ByteArrayOutputStream hashes = new ByteArrayOutputStream();
      leaves.forEach(leaf -> hashes.writeBytes(leaf.bytes()));
      files.put(folder + LEAVES, hashes.toByteArray());
    }
    byte[] entry = held.entries().get(shared);
    if (leaves != null && entry != null) {
      files.put(folder + ENTRIES + shared + ".json", entry);
    }
  }

  /// How two states stand to each other.
  static Relation relation(Held one, Held other) {
    boolean first = one.head().checkpoint().size() <= other.head().checkpoint().size();
    Held shorter = first ? one : other;
    Held longer = first ? other : one;
    long size = shorter.head().checkpoint().size();
    @Nullable TreeHash then =
        size == longer.head().checkpoint().size()
            ? longer.head().checkpoint().root()
            : longer.leaves() == null
                ? null
                : EvidenceVerifier.root(longer.leaves().subList(0, (int) size));
    if (then == null) {
      return Relation.UNKNOWN;
    }
    return then.equals(shorter.head().checkpoint().root()) ? Relation.AGREE : Relation.CONTRADICT;
  }

  /// How many entries two states begin with alike; -1 where the hashes of one are not held.
  static long shared(Held one, Held other) {
    List<TreeHash> left = one.leaves();
    List<TreeHash> right = other.leaves();
    if (left == null || right == null) {
      return -1;
    }
    int alike = 0;
    while (alike < Math.min(left.size(), right.size())
        && left.get(alike).equals(right.get(alike))) {
      alike++;
    }
    return alike;
  }

  /// How two states stand to each other.
  enum Relation {
    /// The longer one goes on from the shorter one.
    AGREE,
    /// It does not.
    CONTRADICT,
    /// The hashes of the longer one are not held.
    UNKNOWN
  }
}

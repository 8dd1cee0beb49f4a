package dev.assay.ledger;

import java.util.ArrayList;
import java.util.List;

/// A proof that stands alone (C2SP tlog-proof): index, hashes beside the way, and the signed
/// checkpoint.
///
/// @param index of the entry
/// @param path hashes from the leaf upwards
/// @param note the checkpoint as it is written
public record InclusionProof(long index, List<TreeHash> path, String note) {

  private static final String FIRST = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";
  private static final int LONGEST_PATH = 63;

  /// Keeps its own list.
  public InclusionProof {
    path = List.copyOf(path);
  }

  /// The proof as it is written.
  public String written() {
    StringBuilder text = new StringBuilder(FIRST + "\n" + INDEX + index + "\n");
    path.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(note).toString();
  }

  /// Reads a proof; nothing is checked yet.
  ///
  /// @throws MalformedLedger when it is none
  public static InclusionProof parse(String text) {
    int end = text.indexOf("\n\n");
    String[] lines = end < 0 ? new String[0] : text.substring(0, end).split("\n", -1);
    if (lines.length < 2 || lines.length > 2 + LONGEST_PATH || !lines[1].startsWith(INDEX)) {
      throw new MalformedLedger("a proof has an index, hashes and a checkpoint");
    }
    try {
      List<TreeHash> path = new ArrayList<>();
      for (int i = 2; i < lines.length; i++) {
        path.add(TreeHash.ofBase64(lines[i]));
      }
      InclusionProof read =
          new InclusionProof(
              Long.parseLong(lines[1].substring(INDEX.length())), path, text.substring(end + 2));
      if (read.index >= 0 && read.written().equals(text)) {
        return read;
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedLedger("its index or its hashes cannot be read", e);
    }
    throw new MalformedLedger("it is not written as a proof");
  }

  /// The way from the leaf to the root, hash by hash: what RFC 9162, section 2.1.3.2 computes.
  ///
  /// @param size of the tree
  public List<Step> steps(TreeHash leaf, long size) {
    List<Step> steps = new ArrayList<>();
    long node = index;
    long last = size - 1;
    TreeHash hash = leaf;
    for (TreeHash beside : path) {
      boolean left = (node & 1) == 1 || node == last;
      hash = left ? TreeHash.node(beside, hash) : TreeHash.node(hash, beside);
      steps.add(new Step(beside, left, hash));
      while (left && (node & 1) == 0 && node != 0) {
        node >>>= 1;
        last >>>= 1;
      }
      node >>>= 1;
      last >>>= 1;
    }
    return steps;
  }

  /// One step upwards.
  ///
  /// @param beside the hash that comes with the proof
  /// @param left whether it stands to the left
  /// @param result the hash of both
  public record Step(TreeHash beside, boolean left, TreeHash result) {}

  /// Whether the leaf is at the index of the tree of this checkpoint.
  public boolean proves(TreeHash leaf, Checkpoint checkpoint) {
    return Proofs.included(leaf, index, checkpoint.size(), path, checkpoint.root());
  }
}

package dev.assay.ledger;

import java.util.List;

/// Checks proofs without the tree: only hashes that were received, and the arithmetic of RFC 9162.
public final class Proofs {

  private Proofs() {}

  /// Whether the entry with this leaf hash is at this index of the tree with this root (section
  /// 2.1.3.2).
  public static boolean included(
      TreeHash leaf, long index, long size, List<TreeHash> path, TreeHash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    TreeHash hash = leaf;
    for (TreeHash beside : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = TreeHash.node(beside, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = TreeHash.node(hash, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /// Whether the tree with the earlier root is the beginning of the tree with the later one
  /// (section 2.1.4.2). The empty tree is the beginning of every tree.
  public static boolean consistent(
      long earlier, TreeHash earlierRoot, long later, TreeHash laterRoot, List<TreeHash> path) {
    if (earlier < 0 || earlier > later) {
      return false;
    }
    if (earlier == 0) {
      return path.isEmpty() && earlierRoot.equals(TreeHash.empty());
    }
    if (earlier == later) {
      return path.isEmpty() && earlierRoot.equals(laterRoot);
    }
    boolean complete = Long.bitCount(earlier) == 1;
    if (!complete && path.isEmpty()) {
      return false;
    }
    long node = earlier - 1;
    long last = later - 1;
    int shared = Long.numberOfTrailingZeros(~node);
    node >>>= shared;
    last >>>= shared;
    TreeHash old = complete ? earlierRoot : path.getFirst();
    TreeHash grown = old;
    for (TreeHash beside : complete ? path : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = TreeHash.node(beside, old);
        grown = TreeHash.node(beside, grown);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        grown = TreeHash.node(grown, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && old.equals(earlierRoot) && grown.equals(laterRoot);
  }
}

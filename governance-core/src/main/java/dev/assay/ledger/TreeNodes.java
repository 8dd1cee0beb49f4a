package dev.assay.ledger;

/// Where the hashes of complete subtrees are looked up.
@FunctionalInterface
public interface TreeNodes {

  /// The hash of the complete subtree over the leaves from `index * 2^level` to `(index + 1) *
  /// 2^level`.
  ///
  /// @param level 0 for leaves
  TreeHash complete(int level, long index);
}

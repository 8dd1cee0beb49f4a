package dev.assay.ledger;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree over the first entries of a log (RFC 9162, section 2.1). Roots and proofs are
/// made from hashes of complete subtrees, of which each needs O(log n).
///
/// @param size number of entries
/// @param nodes hashes of its complete subtrees
public record MerkleTree(long size, TreeNodes nodes) {

  /// Refuses a negative size.
  public MerkleTree {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no negative size: " + size);
    }
  }

  /// The hash of the whole tree.
  public TreeHash root() {
    return size == 0 ? TreeHash.empty() : hash(0, size);
  }

  /// The hash that the tree had when it was this large.
  ///
  /// @throws IndexOutOfBoundsException when it never was
  public TreeHash rootAt(long earlier) {
    if (earlier < 0 || earlier > size) {
      throw new IndexOutOfBoundsException("a tree of " + size + " entries never had " + earlier);
    }
    return new MerkleTree(earlier, nodes).root();
  }

  /// Proves that the entry at this index is in the tree: the hashes beside its way to the root,
  /// from the leaf upwards (section 2.1.3.1).
  ///
  /// @throws IndexOutOfBoundsException when there is no such entry
  public List<TreeHash> inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("a tree of " + size + " entries has none at " + index);
    }
    List<TreeHash> downwards = new ArrayList<>();
    long first = 0;
    long count = size;
    while (count > 1) {
      long left = split(count);
      if (index < first + left) {
        downwards.add(hash(first + left, count - left));
        count = left;
      } else {
        downwards.add(hash(first, left));
        first += left;
        count -= left;
      }
    }
    return downwards.reversed();
  }

  /// Proves that the tree of an earlier size is the beginning of this one (section 2.1.4.1). Empty
  /// for sizes 0 and n.
  ///
  /// @throws IndexOutOfBoundsException when the tree never had that size
  public List<TreeHash> consistency(long earlier) {
    if (earlier < 0 || earlier > size) {
      throw new IndexOutOfBoundsException("a tree of " + size + " entries never had " + earlier);
    }
    if (earlier == 0 || earlier == size) {
      return List.of();
    }
    List<TreeHash> downwards = new ArrayList<>();
    long first = 0;
    long count = size;
    boolean whole = true;
    while (earlier != first + count) {
      long left = split(count);
      if (earlier <= first + left) {
        downwards.add(hash(first + left, count - left));
        count = left;
      } else {
        downwards.add(hash(first, left));
        first += left;
        count -= left;
        whole = false;
      }
    }
    if (!whole) {
      downwards.add(hash(first, count));
    }
    return downwards.reversed();
  }

  private TreeHash hash(long first, long count) {
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return nodes.complete(level, first >>> level);
    }
    long left = split(count);
    return TreeHash.node(hash(first, left), hash(first + left, count - left));
  }

  /// The largest power of two below the count.
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}

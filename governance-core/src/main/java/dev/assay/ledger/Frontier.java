package dev.assay.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A tree that grows: only the roots of its largest complete subtrees are held, at most 63. Not for
/// several threads.
public final class Frontier {

  private final List<TreeHash> peaks = new ArrayList<>();
  private long size;

  /// A tree without entries.
  public Frontier() {}

  private Frontier(Frontier other) {
    peaks.addAll(other.peaks);
    size = other.size;
  }

  /// The frontier of a tree that is there.
  public static Frontier of(MerkleTree tree) {
    Frontier frontier = new Frontier();
    long first = 0;
    for (long left = tree.size(); left > 0; ) {
      long count = Long.highestOneBit(left);
      int level = Long.numberOfTrailingZeros(count);
      frontier.peaks.add(tree.nodes().complete(level, first >>> level));
      first += count;
      left -= count;
    }
    frontier.size = tree.size();
    return frontier;
  }

  /// Number of entries.
  public long size() {
    return size;
  }

  /// Another frontier of the same tree, which grows by itself.
  public Frontier copy() {
    return new Frontier(this);
  }

  /// Adds an entry.
  ///
  /// @param completed is given every inner node that the entry completes, from the lowest upwards
  public void append(TreeHash leaf, Consumer<Node> completed) {
    TreeHash hash = leaf;
    long index = size;
    for (int level = 1; (index & 1) == 1; level++) {
      hash = TreeHash.node(peaks.removeLast(), hash);
      index >>>= 1;
      completed.accept(new Node(level, index, hash));
    }
    peaks.add(hash);
    size++;
  }

  /// The hash of the whole tree.
  public TreeHash root() {
    if (size == 0) {
      return TreeHash.empty();
    }
    TreeHash hash = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      hash = TreeHash.node(peaks.get(i), hash);
    }
    return hash;
  }

  /// An inner node.
  ///
  /// @param level 1 above leaves
  /// @param index from the left, on its level
  /// @param hash of the complete subtree below it
  public record Node(int level, long index, TreeHash hash) {}
}

package dev.assay.store.sqlite;

import dev.assay.ledger.MerkleTree;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.TreeNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The whole tree over the entries of a ledger, and the roots that it had at every size. A root
/// costs a hash for every peak of its tree, many times what it costs to add its entry; so the nodes
/// are made once and all processors make the roots.
final class Roots implements TreeNodes {

  /// Complete subtrees by level and index; the lowest level are the leaves.
  private final List<List<TreeHash>> levels = new ArrayList<>();

  /// @param leaves of all entries, in order
  Roots(List<TreeHash> leaves) {
    for (List<TreeHash> below = leaves; !below.isEmpty(); ) {
      levels.add(below);
      List<TreeHash> level = new ArrayList<>(below.size() / 2);
      for (int right = 1; right < below.size(); right += 2) {
        level.add(TreeHash.node(below.get(right - 1), below.get(right)));
      }
      below = level;
    }
  }

  /// The root at every size from 1.
  List<TreeHash> all() {
    int size = levels.isEmpty() ? 0 : levels.getFirst().size();
    return IntStream.rangeClosed(1, size)
        .parallel()
        .mapToObj(n -> new MerkleTree(n, this).root())
        .toList();
  }

  @Override
  public TreeHash complete(int level, long index) {
    return levels.get(level).get((int) index);
  }
}

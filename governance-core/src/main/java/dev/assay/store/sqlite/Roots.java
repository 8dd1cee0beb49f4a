package dev.assay.store.sqlite;

import dev.assay.ledger.Frontier;
import dev.assay.ledger.TreeHash;
import java.util.ArrayList;
import java.util.List;

/// The roots that a tree had at every size. A root costs a hash for every peak of its tree, many
/// times what it costs to add its entry; so one pass adds the entries and remembers the frontier
/// now and then, and all processors fill the gaps.
final class Roots {

  private static final int GAP = 1 << 10;

  private Roots() {}

  /// The root at every size from 1.
  ///
  /// @param leaves of all entries, in order
  static List<TreeHash> of(List<TreeHash> leaves) {
    List<Gap> gaps = new ArrayList<>();
    Frontier frontier = new Frontier();
    for (int first = 0; first < leaves.size(); first += GAP) {
      List<TreeHash> part = leaves.subList(first, Math.min(first + GAP, leaves.size()));
      gaps.add(new Gap(frontier.copy(), part));
      part.forEach(leaf -> frontier.append(leaf, node -> {}));
    }
    return gaps.parallelStream().map(Gap::roots).flatMap(List::stream).toList();
  }

  private record Gap(Frontier before, List<TreeHash> leaves) {

    List<TreeHash> roots() {
      List<TreeHash> roots = new ArrayList<>(leaves.size());
      for (TreeHash leaf : leaves) {
        before.append(leaf, node -> {});
        roots.add(before.root());
      }
      return roots;
    }
  }
}

package dev.assay.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A tree of many leaves for tests, level by level in flat arrays. Its roots come from the
/// recursion of RFC 9162 itself, which knows nothing of complete subtrees.
final class FlatTree implements TreeNodes {

  private final List<byte[]> levels = new ArrayList<>();

  FlatTree(int leaves) {
    byte[] level = new byte[leaves * TreeHash.BYTES];
    for (int i = 0; i < leaves; i++) {
      put(level, i, leaf(i));
    }
    levels.add(level);
    for (int count = leaves / 2; count > 0; count /= 2) {
      byte[] next = new byte[count * TreeHash.BYTES];
      for (int i = 0; i < count; i++) {
        put(next, i, TreeHash.node(get(level, 2L * i), get(level, 2L * i + 1)));
      }
      levels.add(next);
      level = next;
    }
  }

  static TreeHash leaf(long index) {
    return TreeHash.leaf(("entry " + index).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /// MTH of the standard, entry by entry.
  static TreeHash recursive(long first, long size) {
    if (size == 0) {
      return TreeHash.empty();
    }
    if (size == 1) {
      return leaf(first);
    }
    long left = 1;
    while (left * 2 < size) {
      left *= 2;
    }
    return TreeHash.node(recursive(first, left), recursive(first + left, size - left));
  }

  @Override
  public TreeHash complete(int level, long index) {
    return get(levels.get(level), index);
  }

  private static void put(byte[] level, int index, TreeHash hash) {
    System.arraycopy(hash.bytes(), 0, level, index * TreeHash.BYTES, TreeHash.BYTES);
  }

  private static TreeHash get(byte[] level, long index) {
    int at = Math.toIntExact(index) * TreeHash.BYTES;
    return TreeHash.of(Arrays.copyOfRange(level, at, at + TreeHash.BYTES));
  }
}

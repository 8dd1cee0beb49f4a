package dev.assay.slice;

import dev.assay.work.Blocks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Crosses attributes whose combinations can all be numbered: two passes over the rows and a table
/// of which combinations occur.
final class DenseCrossing {

  private static final int MOST_CELLS = 1 << 20;
  private static final int STRIPES = 16;

  private final List<Attribute> parts;
  private final int limit;
  private final int threads;
  private final int rows;
  private final int cells;

  /// @param limit slices that may occur
  DenseCrossing(List<Attribute> parts, int limit, int threads) {
    this.parts = parts;
    this.limit = limit;
    this.threads = threads;
    this.rows = parts.getFirst().codes().length;
    this.cells = (int) cells(parts);
  }

  /// Whether the combinations can be numbered.
  static boolean fits(List<Attribute> parts) {
    return cells(parts) <= MOST_CELLS;
  }

  private static long cells(List<Attribute> parts) {
    long cells = 1;
    for (Attribute part : parts) {
      cells = Math.min(MOST_CELLS + 1L, cells * part.values().size());
    }
    return cells;
  }

  /// The slices in the order of their values; nothing where more than the limit occur.
  @Nullable Slicing slicing() {
    int[] codes = new int[rows];
    boolean[][] seen = new boolean[STRIPES][];
    Blocks.run(STRIPES, threads, stripe -> seen[stripe] = number(codes, stripe));
    int[] rank = new int[cells];
    List<SliceKey> keys = new ArrayList<>();
    int reference = reference();
    int chosen = -1;
    for (int cell = 0; cell < cells; cell++) {
      if (occurs(seen, cell)) {
        chosen = cell == reference ? keys.size() : chosen;
        rank[cell] = keys.size();
        keys.add(Intersections.key(parts, digits(cell)));
        if (keys.size() > limit) {
          return null;
        }
      }
    }
    if (keys.size() < cells) {
      Blocks.run(STRIPES, threads, stripe -> replace(codes, rank, stripe));
    }
    return Intersections.slicing(parts, codes, keys, chosen);
  }

  private boolean[] number(int[] codes, int stripe) {
    int from = start(stripe);
    int to = start(stripe + 1);
    for (Attribute part : parts) {
      int[] own = part.codes();
      int size = part.values().size();
      for (int row = from; row < to; row++) {
        codes[row] = codes[row] * size + own[row];
      }
    }
    boolean[] seen = new boolean[cells];
    for (int row = from; row < to; row++) {
      seen[codes[row]] = true;
    }
    return seen;
  }

  private void replace(int[] codes, int[] rank, int stripe) {
    for (int row = start(stripe); row < start(stripe + 1); row++) {
      codes[row] = rank[codes[row]];
    }
  }

  private static boolean occurs(boolean[][] seen, int cell) {
    for (boolean[] stripe : seen) {
      if (stripe[cell]) {
        return true;
      }
    }
    return false;
  }

  private int reference() {
    int cell = 0;
    for (Attribute part : parts) {
      cell = cell * part.values().size() + part.referenceIndex();
    }
    return cell;
  }

  private int[] digits(int cell) {
    int[] digits = new int[parts.size()];
    int left = cell;
    for (int p = parts.size() - 1; p >= 0; p--) {
      int size = parts.get(p).values().size();
      digits[p] = left % size;
      left /= size;
    }
    return digits;
  }

  private int start(int stripe) {
    return (int) ((long) rows * stripe / STRIPES);
  }
}

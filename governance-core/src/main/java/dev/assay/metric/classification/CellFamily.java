package dev.assay.metric.classification;

import dev.assay.slice.Slicing;
import dev.assay.work.Blocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Slicings that share one fine partition of the rows: every group of each of them is a union of
/// its cells, so sums are taken once a cell and then added up. Sex, race and sex × race need only
/// the cells of sex × race.
///
/// @param cellAt cell of each position in score order
/// @param cells number of cells
/// @param members index of each slicing in the caller's list
/// @param groupOf [member][cell] group of the cell; 0 for cells without rows
/// @param groups [member] number of groups
record CellFamily(char[] cellAt, int cells, List<Integer> members, int[][] groupOf, int[] groups) {

  /// More cells than this are not made by crossing.
  private static final int MOST_CELLS = 4096;

  private static final int STRIPES = 16;

  /// Everyone in one cell.
  static CellFamily whole(int rows) {
    return new CellFamily(new char[rows], 1, List.of(), new int[0][], new int[0]);
  }

  /// Divides slicings among families.
  ///
  /// @param order row of each position
  static List<CellFamily> of(List<Slicing> slicings, int[] order, int threads) {
    List<Plan> plans = new ArrayList<>();
    for (int s = 0; s < slicings.size(); s++) {
      place(s, slicings, plans);
    }
    return plans.stream().map(plan -> plan.build(slicings, order, threads)).toList();
  }

  private static void place(int s, List<Slicing> slicings, List<Plan> plans) {
    Slicing slicing = slicings.get(s);
    for (Plan plan : plans) {
      if (plan.attributes.containsAll(slicing.attributes())) {
        plan.members.add(s);
        return;
      }
    }
    Plan last = plans.isEmpty() ? null : plans.getLast();
    if (last == null || (long) last.cells * slicing.size() > MOST_CELLS) {
      last = new Plan();
      plans.add(last);
    }
    last.members.add(s);
    last.generators.add(s);
    last.cells *= Math.max(1, slicing.size());
    if (slicing.attributes().size() == 1) {
      last.attributes.addAll(slicing.attributes());
    }
  }

  /// A family before its rows are looked at.
  private static final class Plan {
    private final List<Integer> members = new ArrayList<>();
    private final List<Integer> generators = new ArrayList<>();
    private final Set<String> attributes = new HashSet<>();
    private int cells = 1;

    CellFamily build(List<Slicing> slicings, int[] order, int threads) {
      int rows = order.length;
      char[] cellOf = new char[rows];
      int[] exampleOf = new int[cells];
      int[][] codes = generators.stream().map(g -> slicings.get(g).codes()).toArray(int[][]::new);
      int[] sizes = generators.stream().mapToInt(g -> slicings.get(g).size()).toArray();
      int[][] examples = new int[STRIPES][];
      Blocks.run(
          STRIPES,
          threads,
          stripe -> {
            int from = stripe(stripe, rows);
            int to = stripe(stripe + 1, rows);
            for (int g = 0; g < codes.length; g++) {
              cross(cellOf, codes[g], sizes[g], from, to);
            }
            examples[stripe] = examples(cellOf, cells, from, to);
          });
      java.util.Arrays.fill(exampleOf, -1);
      for (int[] found : examples) {
        for (int cell = 0; cell < cells; cell++) {
          exampleOf[cell] = exampleOf[cell] < 0 ? found[cell] : exampleOf[cell];
        }
      }
      char[] cellAt = new char[rows];
      Blocks.run(
          STRIPES,
          threads,
          stripe -> {
            for (int i = stripe(stripe, rows); i < stripe(stripe + 1, rows); i++) {
              cellAt[i] = cellOf[order[i]];
            }
          });
      int[][] groupOf = new int[members.size()][cells];
      int[] groups = new int[members.size()];
      for (int m = 0; m < groups.length; m++) {
        Slicing slicing = slicings.get(members.get(m));
        groups[m] = slicing.size();
        for (int cell = 0; cell < cells; cell++) {
          groupOf[m][cell] = exampleOf[cell] < 0 ? 0 : slicing.codes()[exampleOf[cell]];
        }
      }
      return new CellFamily(cellAt, cells, Collections.unmodifiableList(members), groupOf, groups);
    }

    private static void cross(char[] cellOf, int[] codes, int size, int from, int to) {
      for (int row = from; row < to; row++) {
        cellOf[row] = (char) (cellOf[row] * size + codes[row]);
      }
    }

    private static int[] examples(char[] cellOf, int cells, int from, int to) {
      int[] example = new int[cells];
      java.util.Arrays.fill(example, -1);
      for (int row = from; row < to; row++) {
        example[cellOf[row]] = row;
      }
      return example;
    }

    private static int stripe(int stripe, int rows) {
      return (int) ((long) rows * stripe / STRIPES);
    }
  }
}

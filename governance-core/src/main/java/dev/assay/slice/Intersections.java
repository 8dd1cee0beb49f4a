package dev.assay.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Several attributes at once: sex × race. Only combinations that occur become slices.
///
/// @param slicings one a combination of attributes: pairs first, then triples …, in the order of
///   the attributes
/// @param leftOut combinations with too many slices, said openly
public record Intersections(List<Slicing> slicings, List<LeftOut> leftOut) {

  /// Slices a combination may have.
  public static final int MAX_SLICES = 10_000;

  /// Slices that all combinations may have together.
  public static final int MAX_SLICES_IN_ALL = 50_000;

  /// A combination that was not made.
  ///
  /// @param attributes names of the attributes
  /// @param reason in words
  public record LeftOut(List<String> attributes, String reason) {}

  /// Every combination of 2 to `depth` attributes.
  ///
  /// @param depth largest number of attributes in a combination; below 2 gives none
  public static Intersections of(List<Attribute> attributes, int depth) {
    return of(attributes, depth, 1);
  }

  /// The same on several threads.
  ///
  /// @param threads most threads at once; the result does not depend on it
  public static Intersections of(List<Attribute> attributes, int depth, int threads) {
    List<Slicing> slicings = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    int slices = 0;
    for (int size = 2; size <= Math.min(depth, attributes.size()); size++) {
      for (int[] choice : choices(attributes.size(), size)) {
        List<Attribute> chosen = Arrays.stream(choice).mapToObj(attributes::get).toList();
        int limit = Math.min(MAX_SLICES, MAX_SLICES_IN_ALL - slices);
        @Nullable Slicing slicing =
            DenseCrossing.fits(chosen)
                ? new DenseCrossing(chosen, limit, threads).slicing()
                : cross(chosen, limit);
        if (slicing == null) {
          leftOut.add(
              new LeftOut(
                  chosen.stream().map(Attribute::name).toList(),
                  "more slices than can be compared at once"));
        } else {
          slicings.add(slicing);
          slices += slicing.size();
        }
      }
    }
    return new Intersections(List.copyOf(slicings), List.copyOf(leftOut));
  }

  private static List<int[]> choices(int of, int size) {
    List<int[]> choices = new ArrayList<>();
    choose(new int[size], 0, 0, of, choices);
    return choices;
  }

  private static void choose(int[] choice, int filled, int from, int of, List<int[]> into) {
    if (filled == choice.length) {
      into.add(choice.clone());
      return;
    }
    for (int next = from; next < of; next++) {
      choice[filled] = next;
      choose(choice, filled + 1, next + 1, of, into);
    }
  }

  private static @Nullable Slicing cross(List<Attribute> parts, int limit) {
    int rows = parts.getFirst().codes().length;
    Map<Long, Integer> cellOf = new HashMap<>();
    List<int[]> cells = new ArrayList<>();
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      long cell = 0;
      for (Attribute part : parts) {
        cell = cell * part.values().size() + part.codes()[row];
      }
      Integer known = cellOf.get(cell);
      if (known == null) {
        if (cells.size() >= limit) {
          return null;
        }
        int at = row;
        cells.add(parts.stream().mapToInt(part -> part.codes()[at]).toArray());
        known = cells.size() - 1;
        cellOf.put(cell, known);
      }
      codes[row] = known;
    }
    return ordered(parts, cells, codes);
  }

  private static Slicing ordered(List<Attribute> parts, List<int[]> cells, int[] codes) {
    List<Integer> order = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(cells::get, Arrays::compare));
    int[] rank = new int[cells.size()];
    List<SliceKey> keys = new ArrayList<>(cells.size());
    int[] reference = parts.stream().mapToInt(Attribute::referenceIndex).toArray();
    int chosen = -1;
    for (int cell : order) {
      rank[cell] = keys.size();
      chosen = Arrays.equals(cells.get(cell), reference) ? keys.size() : chosen;
      keys.add(key(parts, cells.get(cell)));
    }
    int[] ranked = Arrays.stream(codes).map(code -> rank[code]).toArray();
    return slicing(parts, ranked, keys, chosen);
  }

  /// @param chosen the slice of the parts' reference groups, -1 where it does not occur
  static Slicing slicing(List<Attribute> parts, int[] ranked, List<SliceKey> keys, int chosen) {
    boolean all =
        parts.stream().allMatch(part -> part.reference() == Attribute.ReferenceOrigin.CHOSEN);
    return new Slicing(
        parts.stream().map(Attribute::name).sorted().toList(),
        ranked,
        Collections.unmodifiableList(keys),
        chosen >= 0 ? chosen : Slicing.largest(ranked, keys.size()),
        chosen >= 0 && all ? Attribute.ReferenceOrigin.CHOSEN : Attribute.ReferenceOrigin.LARGEST);
  }

  static SliceKey key(List<Attribute> parts, int[] cell) {
    SortedMap<String, @Nullable String> conditions = new TreeMap<>();
    for (int i = 0; i < cell.length; i++) {
      conditions.put(parts.get(i).name(), parts.get(i).values().get(cell[i]));
    }
    return new SliceKey(conditions);
  }
}

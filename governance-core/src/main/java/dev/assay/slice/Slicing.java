package dev.assay.slice;

import java.util.List;
import java.util.stream.IntStream;

/// The rows divided by one attribute, or by several at once; every row is in exactly one slice, and
/// every slice has rows.
///
/// @param attributes names of the attributes, sorted for intersections
/// @param codes slice of each element, index into `keys`
/// @param keys names of the slices, in the order of their values
/// @param referenceIndex slice that others are compared with
/// @param reference where that choice comes from; an intersection's is chosen only if every part's
///   is
public record Slicing(
    List<String> attributes,
    int[] codes,
    List<SliceKey> keys,
    int referenceIndex,
    Attribute.ReferenceOrigin reference) {

  /// The slices of one attribute.
  public static Slicing of(Attribute attribute) {
    List<SliceKey> keys =
        attribute.values().stream().map(value -> SliceKey.of(attribute.name(), value)).toList();
    return new Slicing(
        List.of(attribute.name()),
        attribute.codes(),
        keys,
        attribute.referenceIndex(),
        attribute.reference());
  }

  /// Number of slices.
  public int size() {
    return keys.size();
  }

  /// Rows in each slice.
  public int[] support() {
    return support(codes, keys.size());
  }

  static int[] support(int[] codes, int groups) {
    int[] support = new int[groups];
    for (int code : codes) {
      support[code]++;
    }
    return support;
  }

  /// The group with most rows, the first of equals; 0 when there are no groups.
  static int largest(int[] codes, int groups) {
    int[] support = support(codes, groups);
    return IntStream.range(0, groups)
        .reduce(0, (best, next) -> support[next] > support[best] ? next : best);
  }
}

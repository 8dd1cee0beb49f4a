package dev.assay.slice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to divide the rows into groups; every row is in exactly one.
///
/// @param name column name
/// @param codes group of each element of the predictions, index into `values`
/// @param values group values that occur, sorted (numbers by size), null = missing last
/// @param referenceIndex index of the group that others are compared with
/// @param reference where that choice comes from
/// @param grouping how groups were made, in words: "by value", or how numbers were cut into ranges
public record Attribute(
    String name,
    int[] codes,
    List<@Nullable String> values,
    int referenceIndex,
    ReferenceOrigin reference,
    String grouping) {

  /// Where the reference group comes from.
  public enum ReferenceOrigin {
    /// Written in the descriptor or chosen by the user.
    CHOSEN,
    /// The largest group.
    LARGEST
  }
}

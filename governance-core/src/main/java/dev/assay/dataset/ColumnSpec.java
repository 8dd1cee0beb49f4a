package dev.assay.dataset;

import org.jspecify.annotations.Nullable;

/// One column: its name, type, role, and why the role was chosen.
///
/// @param name as in the file; unique within the dataset
/// @param type type of the values
/// @param role what it is for
/// @param alsoFeature whether the model reads it as well (a sensitive column may also be a feature)
/// @param referenceGroup group that differences and ratios are taken against; absent = the largest
/// @param reason where the role comes from: "descriptor", or the guess's reason in words
public record ColumnSpec(
    String name,
    ColumnType type,
    ColumnRole role,
    boolean alsoFeature,
    @Nullable String referenceGroup,
    String reason) {

  /// The same column in another role.
  public ColumnSpec withRole(ColumnRole newRole, String newReason) {
    return new ColumnSpec(name, type, newRole, alsoFeature, referenceGroup, newReason);
  }
}

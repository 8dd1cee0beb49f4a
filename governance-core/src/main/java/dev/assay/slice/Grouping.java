package dev.assay.slice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Elements put into groups.
///
/// @param codes group of each element
/// @param values names of the groups, null = missing
/// @param words how it was done
record Grouping(int[] codes, List<@Nullable String> values, String words) {}

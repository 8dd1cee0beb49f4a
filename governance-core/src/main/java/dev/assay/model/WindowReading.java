package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an input [N, rows, features] is fed: for each row the rows up to it in its series, itself
/// last.
///
/// @param rows rows of a window
/// @param features what stands in each place of a row, as a [Formula] over columns
/// @param group column whose values name the series; absent = the whole dataset is one
/// @param order column by which a series is ordered; absent = as in the file
public record WindowReading(
    int rows, List<String> features, @Nullable String group, @Nullable String order) {}

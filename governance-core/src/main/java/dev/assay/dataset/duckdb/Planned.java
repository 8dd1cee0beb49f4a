package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnSpec;
import org.jspecify.annotations.Nullable;

/// A column that will be read.
///
/// @param name its name
/// @param described its description; absent when nobody described it
/// @param reading how it is read
record Planned(String name, @Nullable ColumnSpec described, Readable.Reading reading) {}

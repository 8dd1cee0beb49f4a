/// Reads CSV, Parquet and JSON Lines through DuckDB; the only room that sees it. Runs in the
/// worker.
@NullMarked
package dev.assay.dataset.duckdb;

import org.jspecify.annotations.NullMarked;

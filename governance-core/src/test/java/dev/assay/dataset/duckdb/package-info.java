/// Tests of the importer.
@NullMarked
package dev.assay.dataset.duckdb;

import org.jspecify.annotations.NullMarked;

package dev.assay.dataset.duckdb;

import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.guess.Evidence;

/// What one column holds: for the profile, and for the guess.
record Facts(ColumnProfile profile, Evidence evidence) {}

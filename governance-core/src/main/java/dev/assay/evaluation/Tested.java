package dev.assay.evaluation;

import org.jspecify.annotations.Nullable;

/// A disparity and the test that it reports.
///
/// @param disparity without the correction for many tests
/// @param test names the test within the evaluation, null where there is none; disparities of one
///   test share its name
record Tested(Disparity disparity, @Nullable String test) {}

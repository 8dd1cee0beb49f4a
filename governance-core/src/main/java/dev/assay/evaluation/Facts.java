package dev.assay.evaluation;

import dev.assay.dataset.Warning;
import java.util.List;

/// Everything that was computed from predictions; an [Evaluation] adds where they come from.
///
/// @param attributes the attributes that were sliced by
/// @param metrics one row a number: everyone, single attributes, intersections
/// @param disparities differences and ratios between groups
/// @param curves curves for charts
/// @param warnings what the user should know: intersections left out, ties, thresholds that do not
///   apply
public record Facts(
    List<Evaluation.AttributeInfo> attributes,
    List<MetricRow> metrics,
    List<Disparity> disparities,
    Curves curves,
    List<Warning> warnings) {}

package dev.assay.model;

import java.util.List;
import java.util.Map;

/// How an output is read.
///
/// @param output name of the graph's output
/// @param meaning what it says
/// @param classes class names in column order (or ZipMap key order); empty for labels and
///   regression
/// @param classValues raw label value → class name, for label outputs such as 0/1 → ≤50K/>50K; may
///   be empty
/// @param reason "descriptor", or why it was guessed
public record OutputBinding(
    String output,
    OutputMeaning meaning,
    List<String> classes,
    Map<String, String> classValues,
    String reason) {}

package dev.assay.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an output is read.
///
/// @param output name of the graph's output
/// @param meaning what it says
/// @param classes class names in column order (or ZipMap key order); empty for labels and
///   regression
/// @param classValues raw label value → class name, for label outputs such as 0/1 → ≤50K/>50K; may
///   be empty
/// @param reason "descriptor", or why it was guessed
/// @param forecasts where forecasts of several steps stand in it, absent for others; `classes` are
///   then the names of its numbers, empty where only the first answer says how many there are
public record OutputBinding(
    String output,
    OutputMeaning meaning,
    List<String> classes,
    Map<String, String> classValues,
    String reason,
    @Nullable ForecastLayout forecasts) {

  /// An output of anything but forecasts.
  public OutputBinding(
      String output,
      OutputMeaning meaning,
      List<String> classes,
      Map<String, String> classValues,
      String reason) {
    this(output, meaning, classes, classValues, reason, null);
  }
}

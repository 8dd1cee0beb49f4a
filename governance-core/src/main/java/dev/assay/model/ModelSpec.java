package dev.assay.model;

import dev.assay.dataset.Task;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a `*.model.json` says about a model.
///
/// @param task what it predicts, absent when not said
/// @param inputs inputs in model order
/// @param outputs outputs that are used
/// @param batchSensitive whether a row's result depends on its batch
public record ModelSpec(
    @Nullable Task task, List<Input> inputs, List<Output> outputs, boolean batchSensitive) {

  /// One input and what feeds it.
  ///
  /// @param name name of the graph's input
  /// @param columns columns that feed it, for a tokenizer the columns of texts; empty when not said
  /// @param other what feeds it instead: "tokenizer", "image_column", "window"; null for columns
  /// @param window how windows of rows are read, absent for others
  /// @param image how images are read, absent for others
  public record Input(
      String name,
      List<String> columns,
      @Nullable String other,
      @Nullable WindowReading window,
      @Nullable ImageReading image) {

    /// Fed by cells, or by texts through a tokenizer.
    public Input(String name, List<String> columns, @Nullable String other) {
      this(name, columns, other, null, null);
    }
  }

  /// One output and what it says.
  ///
  /// @param name name of the graph's output
  /// @param meaning what it says
  /// @param classes class names in column order, quantiles of forecasts; may be empty
  /// @param classValues raw label value → class name; may be empty
  /// @param channels of forecasts of several columns at once, the column of each; may be empty
  /// @param horizon steps of forecasts that are measured, absent when not said
  public record Output(
      String name,
      OutputMeaning meaning,
      List<String> classes,
      Map<String, String> classValues,
      List<String> channels,
      @Nullable Integer horizon) {

    /// An output of anything but forecasts.
    public Output(
        String name, OutputMeaning meaning, List<String> classes, Map<String, String> classValues) {
      this(name, meaning, classes, classValues, List.of(), null);
    }
  }
}

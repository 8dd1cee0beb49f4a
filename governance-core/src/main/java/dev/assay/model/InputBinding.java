package dev.assay.model;

import dev.assay.dataset.TagSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which columns feed an input.
///
/// @param input name of the graph's input
/// @param columns one column for shape [N] or [N,1]; several, in order, for a matrix [N,k]
/// @param reason "descriptor", or why it was guessed: "same name", "metadata feature_names"
/// @param window how windows of rows are read, absent for others
/// @param image how images are read from the paths in the column, absent for others
/// @param words how the words are written whose tags the model gives, absent for others
public record InputBinding(
    String input,
    List<String> columns,
    String reason,
    @Nullable WindowReading window,
    @Nullable ImageReading image,
    TagSpec.@Nullable Form words) {

  /// Fed by cells, windows of rows or images.
  public InputBinding(
      String input,
      List<String> columns,
      String reason,
      @Nullable WindowReading window,
      @Nullable ImageReading image) {
    this(input, columns, reason, window, image, null);
  }

  /// Fed by cells.
  public InputBinding(String input, List<String> columns, String reason) {
    this(input, columns, reason, null, null, null);
  }

  /// Numbers of a row that the input takes.
  public int cells() {
    return image != null
        ? image.values()
        : window != null ? window.rows() * window.features().size() : columns.size();
  }
}

package dev.assay.inference;

import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ValueInfo;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A text whose attention is asked for.
///
/// @param model the model's folder
/// @param binding how it reads texts
/// @param output the graph's output that holds the attention
/// @param text the text
/// @param threads threads of the runtime
public record AttentionRequest(
    Path model, ModelBinding binding, String output, String text, int threads) {

  private static final int DIMENSIONS = 4;

  /// The output of a graph that holds the attention of its last layer: the last one that is called
  /// attention and has the shape [text, head, token, token]. Most graphs give none.
  public static Optional<String> output(ModelArtefact model) {
    return model.outputs().stream()
        .filter(o -> o.form() == ValueInfo.Form.TENSOR && o.shape().size() == DIMENSIONS)
        .map(ValueInfo::name)
        .filter(name -> name.toLowerCase(Locale.ROOT).contains("attention"))
        .reduce((first, later) -> later);
  }
}

package dev.assay.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Text models without a head, whose answer is a vector for each token or for the text: two texts
/// are as alike as the cosine of their vectors.
public final class Embeddings {

  private static final String BARE = "Model";
  private static final List<String> POOLED = List.of("sentence_embedding");
  private static final List<String> BY_TOKEN = List.of("last_hidden_state", "token_embeddings");
  private static final int DIMENSIONS_BY_TOKEN = 3;

  private Embeddings() {}

  /// The output that holds them: one vector a text where the graph gives it, else one a token.
  ///
  /// @return absent for models with a head
  public static Optional<ValueInfo> output(ModelArtefact model) {
    Transformer beside = model.transformer();
    if (beside == null
        || !(beside.architecture().isEmpty() || beside.architecture().endsWith(BARE))) {
      return Optional.empty();
    }
    return Stream.concat(
            named(model, POOLED, DIMENSIONS_BY_TOKEN - 1),
            named(model, BY_TOKEN, DIMENSIONS_BY_TOKEN))
        .findFirst();
  }

  private static Stream<ValueInfo> named(ModelArtefact model, List<String> names, int dimensions) {
    return model.outputs().stream()
        .filter(o -> names.contains(o.name()))
        .filter(o -> o.form() == ValueInfo.Form.TENSOR && o.shape().size() == dimensions);
  }
}

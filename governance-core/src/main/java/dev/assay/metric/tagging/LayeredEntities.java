package dev.assay.metric.tagging;

import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.predictions.TagNames;
import java.util.Comparator;
import java.util.List;

/// Reads entities from tags that may say several things at once, one layer of entities within
/// another: "I-ORG|B-PER".
///
/// @param layers one where tags say one thing each
public record LayeredEntities(List<Entities> layers) {

  /// Of the tags of a run.
  public static LayeredEntities of(TokenTags predictions) {
    return new LayeredEntities(
        TagNames.layers(predictions.tags()).stream()
            .map(names -> new Entities(names, predictions.scheme()))
            .toList());
  }

  /// Types of entities in the order of their names.
  public List<String> types() {
    return layers.getFirst().names().types();
  }

  /// The entities of a text by their first word, the longest first; none where tags mark no
  /// entities.
  ///
  /// @param tags places of tags, word by word
  public List<Entity> of(int[] tags, Entities.Mode mode) {
    return layers.stream()
        .flatMap(layer -> layer.of(tags, mode).stream())
        .distinct()
        .sorted(Comparator.comparingInt(Entity::from).thenComparingInt(e -> -e.to()))
        .toList();
  }
}

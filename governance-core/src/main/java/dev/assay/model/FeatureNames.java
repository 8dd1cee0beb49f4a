package dev.assay.model;

import dev.assay.common.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Names of features that exporters leave in a model's metadata.
///
/// @param key the metadata key
/// @param names in the order of the matrix
record FeatureNames(String key, List<String> names) {

  private static final List<String> KEYS =
      List.of(
          "feature_names",
          "feature_names_in_",
          "features",
          "feature_name",
          "input_columns",
          "columns");

  static Optional<FeatureNames> in(Map<String, String> metadata) {
    return KEYS.stream()
        .filter(metadata::containsKey)
        .findFirst()
        .map(key -> new FeatureNames(key, parsed(metadata.get(key))));
  }

  private static List<String> parsed(String text) {
    String bare = text.strip();
    if (bare.startsWith("[")) {
      try {
        JsonNode list = Json.mapper().readTree(bare);
        return list.values().stream().map(n -> n.asString("")).toList();
      } catch (JacksonException e) {
        bare = bare.replaceAll("[\\[\\]'\"]", "");
      }
    }
    return Arrays.stream(bare.split("[,;\n]"))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}

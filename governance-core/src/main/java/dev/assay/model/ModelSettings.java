package dev.assay.model;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Configuration and tokenizer beside a graph, value by value. Runs in the worker.
final class ModelSettings {

  private static final long MOST_BYTES = 64L << 20;

  /// A list or object with more entries is told by its count and digest: vocabularies, merges.
  private static final int LISTED = 200;

  private static final List<String> FILES =
      List.of(
          TransformerFolder.CONFIG,
          TransformerFolder.TOKENIZER,
          TransformerFolder.PREPROCESSOR,
          "tokenizer_config.json",
          "special_tokens_map.json",
          "generation_config.json",
          "1_Pooling/config.json");

  private ModelSettings() {}

  /// The files that are there, by name.
  static SortedMap<String, Path> files(Path folder) {
    SortedMap<String, Path> files = new TreeMap<>();
    for (String name : FILES) {
      if (Files.isRegularFile(folder.resolve(name))) {
        files.put(name, folder.resolve(name));
      }
    }
    return files;
  }

  /// Every value: "config.json: id2label.0".
  ///
  /// @throws InputRejected when a file is no JSON, or larger than 64 MiB
  static SortedMap<String, String> of(Path folder) throws InputRejected {
    SortedMap<String, String> settings = new TreeMap<>();
    files(folder)
        .forEach(
            (name, file) -> {
              try {
                if (Files.size(file) > MOST_BYTES) {
                  throw rejected(name, "is larger than 64 MiB");
                }
                put(name + ":", Json.mapper().readTree(file.toFile()), settings);
              } catch (JacksonException | IOException e) {
                throw rejected(name, "is no valid JSON");
              }
            });
    return settings;
  }

  private static void put(String name, JsonNode value, SortedMap<String, String> settings) {
    String before = name.endsWith(":") ? name + " " : name + ".";
    if (value.isContainer() && (value.size() > LISTED || value.isEmpty())) {
      settings.put(name, value.size() + " entries" + (value.isEmpty() ? "" : digest(value)));
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        put(before + entry.getKey(), entry.getValue(), settings);
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        put(before + i, value.get(i), settings);
      }
    } else {
      String text = value.isString() ? value.asString() : value.toString();
      String cut = GraphWords.cut(text);
      settings.put(name, cut.equals(text) ? text : cut + digest(value));
    }
  }

  private static String digest(JsonNode value) {
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    return ", SHA-256 " + Digest.of(bytes).brief() + "…";
  }

  private static InputRejected rejected(String name, String what) {
    return new InputRejected(
        "TRANSFORMER-CONFIG",
        "File " + name + " of the model " + what + ".",
        "Export the model again, or correct the file.");
  }
}

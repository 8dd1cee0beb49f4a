package dev.assay.model;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the files beside a text model's graph and brings them together. Runs in the worker.
final class TransformerReader {

  private static final long MOST_BYTES = 8L << 20;
  private static final String TOKENIZER_CONFIG = "tokenizer_config.json";
  private static final String SPECIAL_TOKENS = "special_tokens_map.json";
  private static final String POOLING = "1_Pooling/config.json";
  private static final String GENERATION = "generation_config.json";
  private static final String POOLING_MODE = "pooling_mode_";
  private static final List<String> DECIDING =
      List.of(
          TransformerFolder.CONFIG,
          TransformerFolder.PREPROCESSOR,
          TransformerFolder.TOKENIZER,
          TOKENIZER_CONFIG,
          SPECIAL_TOKENS,
          POOLING,
          GENERATION);
  private static final long UNLIMITED = 1_000_000;

  private final TransformerFolder folder;
  private final List<Warning> warnings = new ArrayList<>();

  TransformerReader(TransformerFolder folder) {
    this.folder = folder;
  }

  /// @throws InputRejected when a file cannot be used or two of them contradict each other
  static Transformer read(TransformerFolder folder, ModelArtefact graph) {
    return new TransformerReader(folder).read(graph);
  }

  private Transformer read(ModelArtefact graph) {
    JsonNode config = json(TransformerFolder.CONFIG);
    JsonNode tokenizerConfig = json(TOKENIZER_CONFIG);
    TokenizerSkim tokenizer = TokenizerSkim.read(folder.tokenizer());
    int embeddings = config.path("vocab_size").asInt(0);
    TokenizerFit.check(tokenizer, embeddings, folder.root(), warnings);
    int positions = positions(config);
    return new Transformer(
        String.valueOf(folder.root().toAbsolutePath().getFileName()),
        folder.variant(),
        variants(graph),
        text(config.path("architectures").path(0)),
        text(config.path("model_type")),
        text(config.path("problem_type")),
        labels(config.path("id2label")),
        tokenizer.kind(),
        tokenizer.ids().size(),
        embeddings,
        positions,
        maxLength(tokenizerConfig, positions, graph),
        padId(config, tokenizerConfig, tokenizer),
        tokenizer.unknownId() < 0 ? null : (long) tokenizer.unknownId(),
        pooling(json(POOLING)),
        ends(json(GENERATION), config),
        digests(graph),
        List.copyOf(warnings));
  }

  /// The graph that was read tells its precision itself; the others are told by their names.
  List<Transformer.Variant> variants(ModelArtefact graph) {
    String read =
        switch (graph.quantisation()) {
          case "none" -> "fp32";
          case "float16" -> "fp16";
          default -> graph.quantisation();
        };
    return folder.variants().stream()
        .map(
            v ->
                v.file().equals(folder.variant()) && !v.kind().startsWith("optimised")
                    ? new Transformer.Variant(v.file(), read, v.bytes())
                    : v)
        .toList();
  }

  /// A file as JSON; an empty object where there is none.
  JsonNode json(String name) {
    Path file = folder.root().resolve(name);
    if (!Files.exists(file)) {
      return Json.mapper().createObjectNode();
    }
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw rejected(name, "is no file of at most 8 MiB");
      }
      JsonNode root = Json.mapper().readTree(file.toFile());
      if (!root.isObject()) {
        throw rejected(name, "does not hold a JSON object");
      }
      return root;
    } catch (JacksonException | IOException e) {
      throw rejected(name, "is no valid JSON");
    }
  }

  private static InputRejected rejected(String name, String what) {
    return new InputRejected(
        "TRANSFORMER-CONFIG",
        "File " + name + " of the model " + what + ".",
        "Export the model again, or correct the file.");
  }

  static String text(JsonNode node) {
    return node.isString() ? Visible.of(node.asString(), 120) : "";
  }

  /// The classes in column order.
  static List<String> labels(JsonNode map) {
    SortedMap<Integer, String> byId = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      try {
        byId.put(Integer.valueOf(entry.getKey()), entry.getValue().asString(""));
      } catch (NumberFormatException e) {
        throw labels("names the class '" + Visible.of(entry.getKey(), 40) + "' by no number");
      }
    }
    List<String> labels = List.copyOf(byId.values());
    if (!byId.isEmpty() && (byId.firstKey() != 0 || byId.lastKey() != byId.size() - 1)) {
      throw labels(
          "names the classes "
              + Visible.of(byId.keySet().toString(), 80)
              + ", which are not 0 to "
              + (byId.size() - 1));
    }
    if (labels.stream().distinct().count() < labels.size()) {
      throw labels("gives two classes the same name");
    }
    return labels;
  }

  private static InputRejected labels(String what) {
    return new InputRejected(
        "TRANSFORMER-LABELS",
        "The label map (id2label in config.json) " + what + ".",
        "Correct id2label so that it names every output of the model once.");
  }

  /// Most tokens that the model can place. Models of the RoBERTa family count positions from behind
  /// the padding token.
  private static int positions(JsonNode config) {
    int said = 0;
    for (String field :
        List.of("max_position_embeddings", "n_positions", "max_sequence_length", "seq_length")) {
      said = said > 0 ? said : config.path(field).asInt(0);
    }
    boolean offset =
        switch (config.path("model_type").asString("")) {
          case "roberta", "xlm-roberta", "camembert", "xlm-roberta-xl", "mpnet", "longformer" ->
              true;
          default -> false;
        };
    int reserved = offset ? config.path("pad_token_id").asInt(1) + 1 : 0;
    return Math.max(0, said - reserved);
  }

  private int maxLength(JsonNode tokenizerConfig, int positions, ModelArtefact graph) {
    long said = tokenizerConfig.path("model_max_length").asLong(0);
    long wanted = said > 0 && said < UNLIMITED ? said : 0;
    long limit = positions;
    for (ValueInfo input : graph.inputs()) {
      boolean fixed = input.shape().size() == 2 && input.shape().get(1) > 0;
      limit = fixed && (limit == 0 || input.shape().get(1) < limit) ? input.shape().get(1) : limit;
    }
    if (wanted > limit && limit > 0) {
      warnings.add(
          new Warning(
              "TOKENIZER-TOO-LONG",
              "The tokenizer would keep "
                  + wanted
                  + " tokens of a text and the model can place "
                  + limit
                  + "; texts are cut to "
                  + limit
                  + ".",
              "Set model_max_length in tokenizer_config.json to what the model can take."));
    }
    return (int) (wanted == 0 ? limit : limit == 0 ? wanted : Math.min(wanted, limit));
  }

  private long padId(JsonNode config, JsonNode tokenizerConfig, TokenizerSkim tokenizer) {
    if (config.path("pad_token_id").isIntegralNumber()) {
      return config.path("pad_token_id").asLong();
    }
    for (JsonNode words : List.of(tokenizerConfig, json(SPECIAL_TOKENS))) {
      JsonNode token = words.path("pad_token");
      String content = token.isObject() ? text(token.path("content")) : text(token);
      Integer id = tokenizer.ids().get(content);
      if (id != null) {
        return id;
      }
    }
    return 0;
  }

  /// Of the files that decide the scores. As sentence-transformers says it; the mean where nothing
  /// is said.
  private static String pooling(JsonNode config) {
    List<String> said =
        config.properties().stream()
            .filter(e -> e.getKey().startsWith(POOLING_MODE) && e.getValue().asBoolean(false))
            .map(e -> e.getKey().substring(POOLING_MODE.length()))
            .toList();
    String mode = said.isEmpty() ? "mean_tokens" : String.join(" + ", said);
    return switch (mode) {
      case "mean_tokens" -> Transformer.MEAN;
      case "cls_token" -> Transformer.FIRST_TOKEN;
      default -> Visible.of(mode, 80);
    };
  }

  /// As the configuration of generation says it, else that of the model.
  private static Transformer.Ends ends(JsonNode generation, JsonNode config) {
    JsonNode begin = said("bos_token_id", generation, config);
    JsonNode end = said("eos_token_id", generation, config);
    List<Long> ids = new ArrayList<>();
    for (JsonNode id : end.isArray() ? end : List.of(end)) {
      if (id.isIntegralNumber()) {
        ids.add(id.asLong());
      }
    }
    return new Transformer.Ends(begin.isIntegralNumber() ? begin.asLong() : null, List.copyOf(ids));
  }

  private static JsonNode said(String field, JsonNode first, JsonNode second) {
    JsonNode own = first.path(field);
    return own.isMissingNode() || own.isNull() ? second.path(field) : own;
  }

  SortedMap<String, String> digests(ModelArtefact graph) {
    SortedMap<String, String> digests = new TreeMap<>();
    digests.put(folder.variant(), graph.digest().sha256());
    for (String name : DECIDING) {
      Path file = folder.root().resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          digests.put(name, Digest.of(file).sha256());
        } catch (IOException e) {
          throw rejected(name, "cannot be read");
        }
      }
    }
    return digests;
  }
}

package dev.assay.evaluation;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.cost.Cost;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import dev.assay.predictions.Predictions;
import dev.assay.provenance.Provenance;
import dev.assay.slice.SliceKey;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `assay.evaluation/1`, keys in any order, unknown keys ignored. Sizes and nesting are
/// limited; whatever is missing or of the wrong kind is refused by an [IllegalArgumentException] or
/// a Jackson exception.
final class EvaluationReader {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 1 << 20;
  private static final long MAX_DOCUMENT = 4L << 30;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_TEXT)
                          .maxDocumentLength(MAX_DOCUMENT)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonIn forms = new JsonIn();
  private final Parts parts = new Parts();

  Evaluation read(InputStream in) {
    try (JsonParser json = MAPPER.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("the document is not an object");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String key = json.currentName();
        part(json, key, json.nextToken());
      }
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("something follows the document");
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time is not written as 2026-01-31T12:00:00Z", e);
    }
    return parts.build();
  }

  private void part(JsonParser json, String key, JsonToken token) {
    switch (key) {
      case "attributes" -> parts.attributes = each(json, token, key, this::attribute);
      case "checks" -> parts.checks = each(json, token, key, new CheckReader()::read);
      case "classes" -> parts.classes = each(json, token, key, JsonIn::textOf);
      case "cost" -> parts.cost = Json.mapper().treeToValue(MAPPER.readTree(json), Cost.class);
      case "curves" -> parts.curves = new CurvesReader(forms).read(MAPPER.readTree(json));
      case "disparities" -> parts.disparities = each(json, token, key, this::disparity);
      case "excluded" -> parts.excluded = each(json, token, key, this::exclusion);
      case "favourable" -> parts.favourable = JsonIn.textOf(MAPPER.readTree(json));
      case "level" -> parts.level = json.getDoubleValue();
      case "metrics" -> parts.metrics = metrics(json, token);
      case "positive" -> parts.positive = JsonIn.textOf(MAPPER.readTree(json));
      case "provenance" -> parts.provenance = provenance(MAPPER.readTree(json));
      case "schema" -> schema(JsonIn.textOf(MAPPER.readTree(json)));
      case "task" -> parts.task = JsonIn.word(Task.class, JsonIn.textOf(MAPPER.readTree(json)));
      case "threshold" -> parts.threshold = json.getDoubleValue();
      case "warnings" -> parts.warnings = each(json, token, key, this::warning);
      default -> json.skipChildren();
    }
  }

  private void schema(String schema) {
    if (!schema.equals(EvaluationJson.SCHEMA)) {
      throw new IllegalArgumentException("its schema is '" + schema + "'");
    }
    parts.schema = schema;
  }

  private static <T> List<T> each(
      JsonParser json, JsonToken token, String key, Function<JsonNode, T> element) {
    startOfList(token, key);
    List<T> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.apply(MAPPER.readTree(json)));
    }
    return List.copyOf(list);
  }

  private List<MetricRow> metrics(JsonParser json, JsonToken token) {
    startOfList(token, "metrics");
    MetricRowReader rows = new MetricRowReader(json, forms);
    List<MetricRow> list = new ArrayList<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("'metrics' holds something that is not an object");
      }
      list.add(rows.read());
    }
    return List.copyOf(list);
  }

  private static void startOfList(JsonToken token, String key) {
    if (token != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException("'" + key + "' is not a list");
    }
  }

  private Evaluation.AttributeInfo attribute(JsonNode node) {
    List<@Nullable String> groups =
        JsonIn.list(node, "groups", g -> g.isNull() ? "" : JsonIn.textOf(g));
    for (int i = 0; i < groups.size(); i++) {
      if (node.get("groups").get(i).isNull()) {
        groups.set(i, null);
      }
    }
    return new Evaluation.AttributeInfo(
        JsonIn.text(node, "name"),
        JsonIn.optionalText(node, "reference"),
        JsonIn.truth(node, "chosen"),
        groups);
  }

  private Disparity disparity(JsonNode node) {
    List<String> attributes = List.copyOf(JsonIn.list(node, "attributes", JsonIn::textOf));
    Disparity.Comparison comparison =
        JsonIn.word(Disparity.Comparison.class, JsonIn.text(node, "comparison"));
    GroupWords words = GroupWords.of(comparison);
    JsonNode groups = JsonIn.object(node, "groups");
    return new Disparity(
        JsonIn.text(node, "metric"),
        attributes,
        comparison,
        Optional.ofNullable(groups.get(words.high())).map(g -> group(g, attributes)).orElse(null),
        Optional.ofNullable(groups.get(words.low())).map(g -> group(g, attributes)).orElse(null),
        JsonIn.value(node),
        JsonIn.optionalNumber(node, "expected_if_equal"),
        JsonIn.optionalNumber(node, "p_value"),
        JsonIn.text(node, "direction"),
        List.copyOf(JsonIn.list(node, "left_out", g -> group(g, attributes))),
        JsonIn.optionalText(node, "target"),
        JsonIn.optionalNumber(node, "p_value_adjusted"));
  }

  private SliceKey group(JsonNode node, List<String> attributes) {
    if (node.isObject()) {
      return forms.slice(node);
    }
    if (attributes.size() != 1) {
      throw new IllegalArgumentException("a group of several attributes is an object");
    }
    return SliceKey.of(attributes.getFirst(), node.isNull() ? null : JsonIn.textOf(node));
  }

  private Predictions.Exclusion exclusion(JsonNode node) {
    return new Predictions.Exclusion(
        JsonIn.text(node, "reason"),
        JsonIn.whole(node, "count"),
        List.copyOf(JsonIn.list(node, "first_rows", JsonIn::wholeOf)));
  }

  private Warning warning(JsonNode node) {
    return new Warning(
        JsonIn.text(node, "code"), JsonIn.text(node, "sentence"), JsonIn.text(node, "remedy"));
  }

  private static Provenance provenance(JsonNode node) {
    JsonNode model = JsonIn.object(node, "model");
    JsonNode dataset = JsonIn.object(node, "dataset");
    JsonNode reference = node.get("reference");
    return new Provenance(
        JsonIn.text(model, "name"),
        digest(model),
        JsonIn.text(dataset, "name"),
        new Digest(JsonIn.text(dataset, "sha256")),
        JsonIn.whole(dataset, "rows"),
        reference == null ? null : digest(reference),
        JsonIn.texts(node, "engine"),
        JsonIn.texts(node, "device"),
        JsonIn.text(node, "isolation"),
        JsonIn.whole(node, "seed"),
        Instant.parse(JsonIn.text(node, "started")),
        Instant.parse(JsonIn.text(node, "finished")),
        JsonIn.text(node, "actor"),
        List.copyOf(JsonIn.list(node, "command", JsonIn::textOf)));
  }

  private static @Nullable Digest digest(JsonNode node) {
    String hex = JsonIn.optionalText(node, "sha256");
    return hex == null ? null : new Digest(hex);
  }

  /// The evaluation as far as it has been read.
  private static final class Parts {
    private @Nullable String schema;
    private @Nullable Provenance provenance;
    private @Nullable Task task;
    private @Nullable String positive;
    private @Nullable String favourable;
    private @Nullable Double threshold;
    private @Nullable Double level;
    private @Nullable List<String> classes;
    private @Nullable List<Evaluation.AttributeInfo> attributes;
    private @Nullable List<MetricRow> metrics;
    private @Nullable List<Disparity> disparities;
    private @Nullable Curves curves;
    private @Nullable List<CheckResult> checks;
    private @Nullable List<Predictions.Exclusion> excluded;
    private @Nullable List<Warning> warnings;
    private @Nullable Cost cost;

    Evaluation build() {
      needed(schema, "schema");
      return new Evaluation(
          needed(provenance, "provenance"),
          needed(task, "task"),
          positive,
          favourable,
          threshold,
          needed(classes, "classes"),
          needed(level, "level"),
          needed(attributes, "attributes"),
          needed(metrics, "metrics"),
          needed(disparities, "disparities"),
          needed(curves, "curves"),
          needed(checks, "checks"),
          needed(excluded, "excluded"),
          needed(warnings, "warnings"),
          cost);
    }

    private static <T> T needed(@Nullable T part, String key) {
      if (part == null) {
        throw new IllegalArgumentException("'" + key + "' is missing");
      }
      return part;
    }
  }
}

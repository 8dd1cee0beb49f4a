package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The parts of a model description, from JSON.
final class ModelSpecNodes {

  private static final List<String> OTHER_BINDINGS = List.of("tokenizer", "text_column");

  private final String file;

  /// @param file name of the file, for sentences
  ModelSpecNodes(String file) {
    this.file = file;
  }

  ModelSpec spec(JsonNode root) {
    if (!root.isObject()) {
      throw rejected("is not a JSON object", "");
    }
    List<ModelSpec.Input> inputs = new ArrayList<>();
    for (JsonNode node : list(root, "inputs")) {
      inputs.add(input(node, "inputs[" + inputs.size() + "]"));
    }
    List<ModelSpec.Output> outputs = new ArrayList<>();
    for (JsonNode node : list(root, "outputs")) {
      outputs.add(output(node, "outputs[" + outputs.size() + "]"));
    }
    JsonNode sensitive = root.path("batch_sensitive");
    return new ModelSpec(
        task(root.path("task")), inputs, outputs, sensitive.isBoolean() && sensitive.asBoolean());
  }

  private @Nullable Task task(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    String word = node.asString("").toLowerCase(Locale.ROOT);
    if (word.contains("regression")) {
      return Task.REGRESSION;
    }
    if (word.contains("multiclass")) {
      return Task.MULTICLASS_CLASSIFICATION;
    }
    if (word.contains("binary")) {
      return Task.BINARY_CLASSIFICATION;
    }
    throw rejected(
        "has the task " + shown(node),
        "Tasks are binary_classification, multiclass_classification and regression.");
  }

  private ModelSpec.Input input(JsonNode node, String place) {
    String name = name(node, place);
    JsonNode binding = node.path("binding");
    if (binding.isMissingNode() || binding.isNull()) {
      return new ModelSpec.Input(name, List.of(), null);
    }
    if (!binding.isObject()) {
      throw rejected("has " + place + ".binding = " + shown(binding), bindingRemedy());
    }
    if (binding.has("window")) {
      return new ModelSpec.Input(
          name, List.of(), "window", new ReadingNodes(file).window(binding, place), null);
    }
    if (binding.has("image_column")) {
      String column = text(binding.get("image_column"), place + ".binding.image_column");
      return new ModelSpec.Input(
          name,
          List.of(column),
          "image_column",
          null,
          new ReadingNodes(file).image(binding, place));
    }
    for (String other : OTHER_BINDINGS) {
      if (binding.has(other)) {
        return new ModelSpec.Input(name, textColumns(binding, place), other);
      }
    }
    if (binding.has("column")) {
      return new ModelSpec.Input(
          name, List.of(text(binding.get("column"), place + ".binding.column")), null);
    }
    if (binding.path("columns").isArray()) {
      return new ModelSpec.Input(
          name, texts(binding.get("columns"), place + ".binding.columns"), null);
    }
    throw rejected("binds nothing in " + place + ".binding", bindingRemedy());
  }

  /// The columns of texts that a tokenizer reads.
  private List<String> textColumns(JsonNode binding, String place) {
    List<String> columns = new ArrayList<>();
    for (String field : List.of("text_column", "pair_column")) {
      if (binding.has(field)) {
        columns.add(text(binding.get(field), place + ".binding." + field));
      }
    }
    return List.copyOf(columns);
  }

  private static String bindingRemedy() {
    return "Write {\"column\": name} or {\"columns\": [names]}.";
  }

  private ModelSpec.Output output(JsonNode node, String place) {
    String name = name(node, place);
    String names = node.has("quantiles") ? "quantiles" : "classes";
    List<String> classes = texts(node.path(names), place + "." + names);
    Map<String, String> values = new LinkedHashMap<>();
    JsonNode given = node.path("class_values");
    if (given.isObject()) {
      for (Map.Entry<String, JsonNode> entry : given.properties()) {
        values.put(entry.getKey(), text(entry.getValue(), place + ".class_values"));
      }
    }
    List<String> raw = texts(node.path("raw_classes"), place + ".raw_classes");
    for (int i = 0; i < raw.size() && raw.size() == classes.size(); i++) {
      values.putIfAbsent(raw.get(i), classes.get(i));
    }
    return new ModelSpec.Output(
        name,
        meaning(node.path("meaning"), place),
        classes,
        values,
        texts(node.path("channels"), place + ".channels"),
        horizon(node.path("horizon"), place));
  }

  private @Nullable Integer horizon(JsonNode node, String place) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node.isIntegralNumber() && node.canConvertToInt() && node.asInt() > 0) {
      return node.asInt();
    }
    throw rejected(
        "has " + place + ".horizon = " + shown(node),
        "Write how many steps ahead are measured, such as 24.");
  }

  private OutputMeaning meaning(JsonNode node, String place) {
    if (node.isMissingNode() || node.isNull()) {
      return OutputMeaning.IGNORED;
    }
    String word = node.asString("");
    for (OutputMeaning meaning : OutputMeaning.values()) {
      if (meaning.name().toLowerCase(Locale.ROOT).equals(word)) {
        return meaning;
      }
    }
    String words =
        Arrays.stream(OutputMeaning.values())
            .map(m -> m.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw rejected("gives " + place + " the meaning " + shown(node), "Meanings are " + words + ".");
  }

  private String name(JsonNode node, String place) {
    String name = node.path("name").asString("");
    if (name.isEmpty()) {
      throw rejected("has no name in " + place, "Name the graph's input or output.");
    }
    return name;
  }

  private JsonNode list(JsonNode root, String field) {
    JsonNode node = root.path(field);
    if (node.isMissingNode() || node.isNull() || node.isArray()) {
      return node;
    }
    throw rejected("has " + field + " that is no list", "Write " + field + " as a list.");
  }

  private List<String> texts(JsonNode node, String place) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw rejected("has " + place + " = " + shown(node), "Write it as a list.");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node) {
      texts.add(text(element, place + "[" + texts.size() + "]"));
    }
    return List.copyOf(texts);
  }

  private String text(JsonNode node, String place) {
    if (node.isString() || node.isNumber() || node.isBoolean()) {
      return node.asString();
    }
    throw rejected("has " + place + " = " + shown(node), "Write a text or a number there.");
  }

  private static String shown(JsonNode node) {
    return Visible.of(node.toString(), 60);
  }

  private InputRejected rejected(String what, String remedy) {
    return new InputRejected(
        "MODEL-SPEC",
        "Model description " + file + " " + what + ".",
        remedy.isEmpty() ? "See the guide for what a description holds." : remedy);
  }
}

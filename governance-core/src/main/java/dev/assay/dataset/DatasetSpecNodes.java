package dev.assay.dataset;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The parts of a dataset description, from JSON.
final class DatasetSpecNodes {

  private final String file;

  /// @param file name of the file, safe to show
  DatasetSpecNodes(String file) {
    this.file = file;
  }

  DatasetSpec spec(JsonNode root, String defaultName) {
    if (!root.isObject()) {
      throw rejected("is not a JSON object", "Write an object with a list of columns.");
    }
    List<ColumnSpec> columns = columns(root.path("columns"));
    TagSpec tags = new TagNodes(file, columns).tags(root);
    LabelSet labels = tags == null ? labels(root, columns) : null;
    LabelSpec label = labels == null && tags == null ? label(root.path("label"), columns) : null;
    String name = text(root.path("name"), "name");
    String title = text(root.path("title"), "title");
    String known = name == null ? defaultName : name;
    return new DatasetSpec(
        known,
        title == null ? known : title,
        tags != null
            ? Task.TOKEN_CLASSIFICATION
            : labels == null ? task(root.path("task"), label) : Task.MULTI_LABEL_CLASSIFICATION,
        label,
        tags != null
            ? TagNodes.inRoles(columns, tags)
            : labels == null ? columns : asLabels(columns, labels.columns()),
        format(root.path("format")),
        labels,
        tags);
  }

  private List<ColumnSpec> columns(JsonNode node) {
    if (!node.isArray() || node.isEmpty()) {
      throw rejected("has no list of columns", "Write \"columns\": [{\"name\": …, \"role\": …}].");
    }
    List<ColumnSpec> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode column : node) {
      ColumnSpec spec = column(column, "columns[" + columns.size() + "]");
      if (!names.add(spec.name())) {
        throw rejected(
            "describes the column '" + Visible.of(spec.name(), 80) + "' twice",
            "Keep one of the two descriptions.");
      }
      columns.add(spec);
    }
    return List.copyOf(columns);
  }

  private ColumnSpec column(JsonNode node, String place) {
    String name = text(node.path("name"), place + ".name");
    if (name == null) {
      throw rejected("has no name in " + place, "Name the column as the file does.");
    }
    JsonNode feature = node.path("also_feature");
    String reason = text(node.path("reason"), place + ".reason");
    return new ColumnSpec(
        name,
        word(ColumnType.values(), node.path("type"), place + ".type", "string"),
        word(ColumnRole.values(), node.path("role"), place + ".role", "feature"),
        feature.isBoolean() && feature.asBoolean(),
        text(node.path("reference_group"), place + ".reference_group"),
        reason == null ? "descriptor" : reason);
  }

  private @Nullable LabelSpec label(JsonNode node, List<ColumnSpec> columns) {
    if (isAbsent(node)) {
      return null;
    }
    String column = text(node.path("column"), "label.column");
    if (column == null || columns.stream().noneMatch(c -> c.name().equals(column))) {
      throw rejected(
          "names the label column "
              + (column == null ? "not at all" : "'" + Visible.of(column, 80) + "'")
              + ", which is none of its columns",
          "Write one of the columns as label.column.");
    }
    List<String> classes = texts(node.path("classes"), "label.classes");
    String positive = oneOf(classes, node.path("positive"), "label.positive");
    String favourable = oneOf(classes, node.path("favourable"), "label.favourable");
    return new LabelSpec(column, positive, classes, favourable);
  }

  /// The labels of a multi-label task: `{"columns": […]}`, or `{"column": …, "separator": …}`.
  private @Nullable LabelSet labels(JsonNode root, List<ColumnSpec> columns) {
    JsonNode node = root.path("labels");
    if (isAbsent(node)) {
      if (root.path("task").asString("").startsWith("multi_label")) {
        throw rejected(
            "has the task multi_label_classification and no labels",
            "Write \"labels\": {\"columns\": [names]} or {\"column\": name, \"separator\":"
                + " \";\"}.");
      }
      return null;
    }
    List<String> names = texts(node.path("names"), "labels.names");
    String column = text(node.path("column"), "labels.column");
    if (column != null) {
      requireColumn(columns, column, "labels.column");
      String separator = text(node.path("separator"), "labels.separator");
      return LabelSet.separated(names, column, separator == null ? ";" : separator);
    }
    List<String> each = texts(node.path("columns"), "labels.columns");
    each.forEach(name -> requireColumn(columns, name, "labels.columns"));
    if (each.isEmpty() || (!names.isEmpty() && names.size() != each.size())) {
      throw rejected(
          "names " + each.size() + " columns for " + names.size() + " labels",
          "Write one column of 0 and 1 for each label in labels.columns.");
    }
    return LabelSet.ofColumns(names.isEmpty() ? each : names, each);
  }

  private void requireColumn(List<ColumnSpec> columns, String name, String place) {
    if (columns.stream().noneMatch(c -> c.name().equals(name))) {
      throw rejected(
          "has " + place + " = '" + Visible.of(name, 80) + "', which is none of its columns",
          "Name a column as the file does.");
    }
  }

  private static List<ColumnSpec> asLabels(List<ColumnSpec> columns, List<String> labels) {
    return columns.stream()
        .map(c -> labels.contains(c.name()) ? c.withRole(ColumnRole.LABEL, c.reason()) : c)
        .toList();
  }

  private @Nullable String oneOf(List<String> classes, JsonNode node, String place) {
    String value = text(node, place);
    if (value != null && !classes.isEmpty() && !classes.contains(value)) {
      throw rejected(
          "has " + place + " = " + shown(node) + ", which is none of its classes",
          "Classes are " + Visible.of(String.join(", ", classes), 200) + ".");
    }
    return value;
  }

  private @Nullable Task task(JsonNode node, @Nullable LabelSpec label) {
    if (isAbsent(node) || label == null) {
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
        "Tasks are binary_classification, multiclass_classification, multi_label_classification,"
            + " token_classification and regression.");
  }

  private @Nullable DatasetFormat format(JsonNode node) {
    if (isAbsent(node)) {
      return null;
    }
    JsonNode header = node.path("header");
    return new DatasetFormat(
        text(node.path("type"), "format.type"),
        character(node.path("delimiter"), "format.delimiter"),
        character(node.path("quote"), "format.quote"),
        text(node.path("encoding"), "format.encoding"),
        header.isBoolean() ? header.asBoolean() : null,
        text(node.path("null_token"), "format.null_token"));
  }

  private @Nullable String character(JsonNode node, String place) {
    String text = text(node, place);
    if (text != null && (text.length() != 1 || text.charAt(0) > 127)) {
      throw rejected(
          "has " + place + " = " + shown(node), "Write one character of ASCII, for instance ';'.");
    }
    return text;
  }

  private <E extends Enum<E>> E word(E[] words, JsonNode node, String place, String absent) {
    String word = isAbsent(node) ? absent : node.asString("");
    for (E candidate : words) {
      if (candidate.name().toLowerCase(Locale.ROOT).equals(word)) {
        return candidate;
      }
    }
    String all =
        Arrays.stream(words)
            .map(w -> w.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw rejected("has " + place + " = " + shown(node), "Write one of: " + all + ".");
  }

  private List<String> texts(JsonNode node, String place) {
    if (isAbsent(node)) {
      return List.of();
    }
    if (!node.isArray()) {
      throw rejected("has " + place + " = " + shown(node), "Write it as a list.");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node) {
      String text = text(element, place + "[" + texts.size() + "]");
      if (text == null || texts.contains(text)) {
        throw rejected("has a missing or repeated value in " + place, "Write each value once.");
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  private @Nullable String text(JsonNode node, String place) {
    if (isAbsent(node)) {
      return null;
    }
    if (node.isString() || node.isNumber() || node.isBoolean()) {
      return node.asString();
    }
    throw rejected("has " + place + " = " + shown(node), "Write a text or a number there.");
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static String shown(JsonNode node) {
    return Visible.of(node.toString(), 60);
  }

  private InputRejected rejected(String what, String remedy) {
    return new InputRejected(
        "DATASET-SPEC", "Dataset description " + file + " " + what + ".", remedy);
  }
}

package dev.assay.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A description in the words of `*.dataset.json`; what is absent is left out.
final class DatasetSpecText {

  private DatasetSpecText() {}

  static Map<String, Object> of(DatasetSpec spec) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("name", spec.name());
    root.put("title", spec.title());
    put(root, "task", word(spec.task()));
    LabelSpec label = spec.label();
    if (label != null) {
      root.put("label", label(label));
    }
    LabelSet labels = spec.labels();
    if (labels != null) {
      root.put("labels", labels(labels));
    }
    TagSpec tags = spec.tags();
    if (tags != null) {
      root.put("tags", tags(tags));
    }
    DatasetFormat format = spec.format();
    if (format != null) {
      root.put("format", format(format));
    }
    List<Map<String, Object>> columns = new ArrayList<>();
    spec.columns().forEach(column -> columns.add(column(column)));
    root.put("columns", columns);
    return root;
  }

  private static Map<String, Object> label(LabelSpec label) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("column", label.column());
    put(node, "positive", label.positive());
    if (!label.classes().isEmpty()) {
      node.put("classes", label.classes());
    }
    put(node, "favourable", label.favourable());
    return node;
  }

  private static Map<String, Object> labels(LabelSet labels) {
    Map<String, Object> node = new LinkedHashMap<>();
    if (labels.separator() == null) {
      node.put("columns", labels.columns());
    } else {
      node.put("column", labels.columns().getFirst());
      node.put("separator", labels.separator());
    }
    if (!labels.names().isEmpty()) {
      node.put("names", labels.names());
    }
    return node;
  }

  private static Map<String, Object> tags(TagSpec tags) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("text", tags.text());
    node.put("column", tags.tags());
    node.put("form", word(tags.form()));
    put(node, "scheme", word(tags.scheme()));
    return node;
  }

  private static Map<String, Object> format(DatasetFormat format) {
    Map<String, Object> node = new LinkedHashMap<>();
    put(node, "type", format.type());
    put(node, "delimiter", format.delimiter());
    put(node, "quote", format.quote());
    put(node, "encoding", format.encoding());
    put(node, "header", format.header());
    put(node, "null_token", format.nullToken());
    return node;
  }

  private static Map<String, Object> column(ColumnSpec column) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", column.name());
    put(node, "type", word(column.type()));
    put(node, "role", word(column.role()));
    if (column.alsoFeature()) {
      node.put("also_feature", true);
    }
    put(node, "reference_group", column.referenceGroup());
    node.put("reason", column.reason());
    return node;
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  private static void put(Map<String, Object> node, String key, @Nullable Object value) {
    if (value != null) {
      node.put(key, value);
    }
  }
}

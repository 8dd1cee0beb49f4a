package dev.assay.evaluation;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the forms that evaluations are made of; anything else is an [IllegalArgumentException]
/// that names the key.
final class JsonIn {

  /// Equal slices are one object: a big evaluation names each slice once a metric.
  private final Map<SliceKey, SliceKey> slices = new HashMap<>();

  static String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("'" + key + "' is missing or not a text");
    }
    return value.stringValue();
  }

  static @Nullable String optionalText(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : text(node, key);
  }

  static double number(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isNumber()) {
      throw new IllegalArgumentException("'" + key + "' is missing or not a number");
    }
    return value.doubleValue();
  }

  static @Nullable Double optionalNumber(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : Double.valueOf(number(node, key));
  }

  static long whole(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("'" + key + "' is missing or not a whole number");
    }
    return value.longValue();
  }

  static boolean truth(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isBoolean()) {
      throw new IllegalArgumentException("'" + key + "' is missing or neither true nor false");
    }
    return value.booleanValue();
  }

  static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> element) {
    JsonNode values = node.get(key);
    if (values == null || !values.isArray()) {
      throw new IllegalArgumentException("'" + key + "' is missing or not a list");
    }
    List<T> list = new ArrayList<>(values.size());
    for (JsonNode value : values) {
      list.add(element.apply(value));
    }
    return list;
  }

  static String textOf(JsonNode value) {
    if (!value.isString()) {
      throw new IllegalArgumentException("a text was expected, not " + value.getNodeType());
    }
    return value.stringValue();
  }

  static long wholeOf(JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("a whole number was expected, not " + value.getNodeType());
    }
    return value.longValue();
  }

  static JsonNode object(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isObject()) {
      throw new IllegalArgumentException("'" + key + "' is missing or not an object");
    }
    return value;
  }

  static SortedMap<String, String> texts(JsonNode node, String key) {
    SortedMap<String, String> texts = new TreeMap<>();
    object(node, key).properties().forEach(e -> texts.put(e.getKey(), textOf(e.getValue())));
    return texts;
  }

  static <E extends Enum<E>> E word(Class<E> type, String word) {
    for (E choice : type.getEnumConstants()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(word)) {
        return choice;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is not a known " + type.getSimpleName());
  }

  SliceKey slice(JsonNode conditions) {
    if (!conditions.isObject()) {
      throw new IllegalArgumentException("a slice is an object of attribute and value");
    }
    SortedMap<String, @Nullable String> map = new TreeMap<>();
    conditions
        .properties()
        .forEach(e -> map.put(e.getKey(), e.getValue().isNull() ? null : textOf(e.getValue())));
    return slice(map);
  }

  SliceKey slice(SortedMap<String, @Nullable String> conditions) {
    SliceKey key = conditions.isEmpty() ? SliceKey.WHOLE : new SliceKey(conditions);
    return slices.computeIfAbsent(key, k -> k);
  }

  static MetricValue value(
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      @Nullable Double level,
      @Nullable String method,
      @Nullable String reason) {
    if (value == null) {
      if (reason == null) {
        throw new IllegalArgumentException("a value of null needs its reason under 'undefined'");
      }
      return new MetricValue.Undefined(reason);
    }
    if (lower == null && upper == null) {
      return MetricValue.of(value);
    }
    if (lower == null || upper == null || level == null || method == null) {
      throw new IllegalArgumentException(
          "an interval needs 'lower', 'upper', 'level' and 'method'");
    }
    return new MetricValue.Defined(value, new Interval(lower, upper, level, method));
  }

  static MetricValue value(JsonNode node) {
    return value(
        optionalNumber(node, "value"),
        optionalNumber(node, "lower"),
        optionalNumber(node, "upper"),
        optionalNumber(node, "level"),
        optionalText(node, "method"),
        optionalText(node, "undefined"));
  }
}

package dev.assay.ledger;

import dev.assay.common.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// JSON in the one way of RFC 8785: no spaces, keys sorted, the shortest escapes. Only what a
/// ledger needs: objects, lists, text and whole numbers.
public final class CanonicalJson {

  private CanonicalJson() {}

  /// The bytes of a value made of maps with text as keys, lists, text, integers and longs.
  ///
  /// @throws IllegalArgumentException for anything else
  public static byte[] bytes(Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Reads an object again; only its canonical bytes are taken.
  ///
  /// @return maps with sorted keys, lists, text and longs
  /// @throws MalformedLedger for any other bytes
  public static SortedMap<String, Object> parse(byte[] bytes) {
    try {
      Object read = value(Json.mapper().readTree(bytes));
      if (read instanceof SortedMap<?, ?> map && Arrays.equals(bytes(map), bytes)) {
        SortedMap<String, Object> fields = new TreeMap<>();
        map.forEach((key, value) -> fields.put((String) key, value));
        return fields;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new MalformedLedger("it cannot be read", e);
    }
    throw new MalformedLedger("it is not written in the canonical way");
  }

  private static Object value(JsonNode json) {
    if (json.isObject()) {
      SortedMap<String, Object> map = new TreeMap<>();
      json.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
      return map;
    }
    if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      json.forEach(element -> list.add(value(element)));
      return list;
    }
    if (json.isString()) {
      return json.stringValue();
    }
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      return json.longValue();
    }
    throw new IllegalArgumentException("no such value: " + json.getNodeType());
  }

  /// Text that UTF-8 can carry: halves of characters become the replacement character.
  public static String wellFormed(String text) {
    if (!hasSurrogates(text)) {
      return text;
    }
    return new String(
        text.codePoints().map(CanonicalJson::whole).toArray(), 0, (int) text.codePoints().count());
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int whole(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
        ? 0xFFFD
        : codePoint;
  }

  private static void append(Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> appendMap(map, out);
      case List<?> list -> {
        String separator = "[";
        for (Object element : list) {
          out.append(separator);
          append(element, out);
          separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case String text -> appendText(text, out);
      case Long number -> out.append(number.longValue());
      case Integer number -> out.append(number.intValue());
      default -> throw new IllegalArgumentException("no such value: " + value.getClass());
    }
  }

  private static void appendMap(Map<?, ?> map, StringBuilder out) {
    SortedMap<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    String separator = "{";
    for (Map.Entry<String, Object> field : sorted.entrySet()) {
      out.append(separator);
      appendText(field.getKey(), out);
      out.append(':');
      append(field.getValue(), out);
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  /// Text in quotes, with the shortest escapes.
  static void appendText(String text, StringBuilder out) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, plain, i).append(escaped(c));
        plain = i + 1;
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}

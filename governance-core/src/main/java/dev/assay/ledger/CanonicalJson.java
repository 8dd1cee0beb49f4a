package dev.assay.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /// Text that UTF-8 can carry: halves of characters become the replacement character.
  public static String wellFormed(String text) {
    return new String(
        text.codePoints().map(CanonicalJson::whole).toArray(), 0, (int) text.codePoints().count());
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

  private static void appendText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }
}

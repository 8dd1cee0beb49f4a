package dev.assay.dataset;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A dictionary as it lies in a column's file, decoded.
final class Dictionary {

  private Dictionary() {}

  /// @param bytes texts as UTF-8, one after the other
  /// @param offsets where each begins, and the end of the last; ascending, within `bytes`
  static List<String> of(byte[] bytes, long[] offsets) {
    String[] texts = new String[offsets.length - 1];
    for (int i = 0; i < texts.length; i++) {
      int from = (int) offsets[i];
      texts[i] = new String(bytes, from, (int) offsets[i + 1] - from, StandardCharsets.UTF_8);
    }
    return List.of(texts);
  }
}

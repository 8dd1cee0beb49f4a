package dev.assay.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Texts as codes into a growing dictionary.
final class CodedTexts {

  /// No code: the dictionary is full.
  static final int FULL = Integer.MIN_VALUE;

  private final AppendingFile file;
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> dictionary = new ArrayList<>();
  private long characters;
  private int rows;

  CodedTexts(AppendingFile file) {
    this.file = file;
  }

  /// Adds a row.
  ///
  /// @return the value's code, -1 when missing; [#FULL], and nothing added, when the dictionary is
  ///   full
  int add(@Nullable String value) {
    int code = value == null ? -1 : codeOf(value);
    if (code != FULL) {
      file.putInt(code);
      rows++;
    }
    return code;
  }

  private int codeOf(String value) {
    Integer known = codes.get(value);
    if (known != null) {
      return known;
    }
    boolean full =
        dictionary.size() >= ColumnarWriter.DICTIONARY_ENTRIES
            || characters + value.length() > ColumnarWriter.DICTIONARY_CHARACTERS;
    if (full) {
      return FULL;
    }
    int code = dictionary.size();
    codes.put(value, code);
    dictionary.add(value);
    characters += value.length();
    return code;
  }

  AppendingFile file() {
    return file;
  }

  List<String> dictionary() {
    return dictionary;
  }

  int rows() {
    return rows;
  }

  ColumnarManifest.Entry complete(String name, ColumnType type) {
    file.align();
    List<byte[]> encoded =
        dictionary.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
    long end = 0;
    file.putLong(0);
    for (byte[] text : encoded) {
      end += text.length;
      file.putLong(end);
    }
    encoded.forEach(text -> file.putBytes(text, 0, text.length));
    file.flush();
    return new ColumnarManifest.Entry(
        name, type, ColumnarManifest.Form.CATEGORIES, dictionary.size(), end);
  }
}

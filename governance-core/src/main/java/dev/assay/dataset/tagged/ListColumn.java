package dev.assay.dataset.tagged;

import dev.assay.common.Json;
import dev.assay.dataset.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A column whose cells are lists: JSON arrays where every cell is one, else parts between blanks.
public final class ListColumn {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Column column;
  private final boolean json;

  private ListColumn(Column column, boolean json) {
    this.column = column;
    this.json = json;
  }

  /// Looks at every cell.
  public static ListColumn of(Column column) {
    boolean some = false;
    for (int row = 0; row < column.rows(); row++) {
      String cell = column.text(row);
      if (cell != null && !cell.isBlank()) {
        if (!isArray(cell)) {
          return new ListColumn(column, false);
        }
        some = true;
      }
    }
    return new ListColumn(column, some);
  }

  private static boolean isArray(String cell) {
    String bare = cell.strip();
    return bare.startsWith("[") && bare.endsWith("]") && array(bare) != null;
  }

  /// Whether cells are JSON arrays.
  public boolean isJson() {
    return json;
  }

  /// The elements of a row's list; absent where the cell is missing or holds something else than
  /// texts and numbers.
  public @Nullable List<String> texts(int row) {
    String cell = column.text(row);
    if (cell == null || cell.isBlank()) {
      return null;
    }
    if (!json) {
      return List.of(BLANKS.split(cell.strip()));
    }
    JsonNode array = array(cell);
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array == null ? Json.mapper().createArrayNode() : array) {
      if (!element.isString() && !element.isNumber()) {
        return null;
      }
      texts.add(element.asString());
    }
    return texts;
  }

  /// The spans of a row: objects with start, end and label, or arrays of the three; absent where
  /// the cell is missing or holds something else.
  public @Nullable List<Span> spans(int row) {
    String cell = column.text(row);
    JsonNode array = cell == null ? null : array(cell);
    if (array == null) {
      return null;
    }
    List<Span> spans = new ArrayList<>();
    for (JsonNode element : array) {
      boolean list = element.isArray() && element.size() == 3;
      JsonNode from = list ? element.get(0) : element.path("start");
      JsonNode to = list ? element.get(1) : element.path("end");
      JsonNode label = list ? element.get(2) : element.path("label");
      if (!from.isInt() || !to.isInt() || !label.isString()) {
        return null;
      }
      spans.add(new Span(from.asInt(), to.asInt(), label.asString()));
    }
    return spans;
  }

  private static @Nullable JsonNode array(String cell) {
    try {
      JsonNode node = Json.mapper().readTree(cell);
      return node.isArray() ? node : null;
    } catch (JacksonException notJson) {
      return null;
    }
  }
}

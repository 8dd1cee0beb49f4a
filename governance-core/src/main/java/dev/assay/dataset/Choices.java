package dev.assay.dataset;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The choices of a row: in a column each, or listed in one column as a JSON array of texts.
///
/// @param names names of the columns
/// @param columns the columns
public record Choices(List<String> names, List<Column> columns) {

  /// The texts of a row's choices, in order; empty where a row has no such choice.
  ///
  /// @throws InputRejected when the only column holds something else than a JSON array of texts
  public List<String> of(int row) {
    if (columns.size() == 1) {
      return texts(columns.getFirst().text(row))
          .orElseThrow(
              () ->
                  new InputRejected(
                      "CAUSAL-CHOICES",
                      "Row "
                          + (row + 1)
                          + " of the column of choices '"
                          + Visible.of(names.getFirst(), 60)
                          + "' holds no JSON array of texts.",
                      "Give cells such as [\"yes\", \"no\"], or one column for each choice."));
    }
    List<String> choices = new ArrayList<>();
    for (Column column : columns) {
      String text = column.text(row);
      choices.add(text == null ? "" : text.strip());
    }
    return choices;
  }

  /// The texts of a cell that is a JSON array of texts; empty when it is none.
  public static Optional<List<String>> texts(@Nullable String cell) {
    if (cell == null || !cell.stripLeading().startsWith("[")) {
      return Optional.empty();
    }
    try {
      JsonNode list = Json.mapper().readTree(cell);
      boolean all = list.isArray() && list.valueStream().allMatch(JsonNode::isValueNode);
      return all
          ? Optional.of(list.valueStream().map(n -> n.asString("").strip()).toList())
          : Optional.empty();
    } catch (JacksonException noList) {
      return Optional.empty();
    }
  }

  /// Which choice a cell names: by its text, by its number from 0, or by a letter from A.
  ///
  /// @return -1 when it names none
  public static int named(List<String> choices, String answer) {
    String wanted = answer.strip();
    int same = choices.indexOf(wanted);
    if (same >= 0) {
      return wanted.isEmpty() ? -1 : same;
    }
    int place = -1;
    if (wanted.matches("\\d{1,3}")) {
      place = Integer.parseInt(wanted);
    } else if (wanted.matches("[A-Za-z]")) {
      place = Character.toUpperCase(wanted.charAt(0)) - 'A';
    }
    return place < choices.size() && place >= 0 && !choices.get(place).isEmpty() ? place : -1;
  }
}

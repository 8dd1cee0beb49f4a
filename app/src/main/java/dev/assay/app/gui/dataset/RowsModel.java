package dev.assay.app.gui.dataset;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.rows.RowCondition;
import dev.assay.dataset.rows.RowFilter;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which rows of a dataset are shown.
final class RowsModel {

  private final Dataset dataset;
  private final Map<String, RowCondition> conditions = new LinkedHashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private int @Nullable [] among;
  private int[] found = new int[0];
  private boolean whole = true;

  RowsModel(Dataset dataset) {
    this.dataset = dataset;
  }

  /// Changes the condition of a column.
  ///
  /// @param typed as people type it; empty = none
  void condition(String column, String typed) {
    conditions.remove(column);
    problems.remove(column);
    try {
      RowCondition.parse(typed).ifPresent(c -> conditions.put(column, c));
    } catch (InputRejected refused) {
      problems.put(column, refused.sentence() + " " + refused.remedy());
    }
  }

  /// Forgets all conditions.
  void clear() {
    conditions.clear();
    problems.clear();
  }

  /// What cannot be understood; empty when everything can.
  String problem() {
    return String.join(" ", problems.values());
  }

  /// Whether any column has a condition.
  boolean isFiltered() {
    return !conditions.isEmpty();
  }

  /// Conditions as they are now, for work on another thread.
  Map<String, RowCondition> conditions() {
    return Map.copyOf(conditions);
  }

  /// The rows that fulfil the conditions; off the toolkit's thread.
  int[] find(Map<String, RowCondition> wanted, Progress progress, Cancellation cancellation) {
    return RowFilter.rows(dataset, wanted, progress, cancellation);
  }

  /// Shows rows only among these from now on.
  ///
  /// @param rows 0-based, ascending; null = all
  void among(int @Nullable [] rows) {
    among = rows;
    showAll();
  }

  /// Takes over what was found.
  ///
  /// @param rows 0-based, ascending
  void show(int[] rows) {
    int[] known = among;
    found =
        known == null
            ? rows
            : IntStream.of(rows).filter(row -> Arrays.binarySearch(known, row) >= 0).toArray();
    whole = false;
  }

  /// Shows every row again that may be shown.
  void showAll() {
    found = among == null ? new int[0] : among;
    whole = among == null;
  }

  /// Rows that are shown.
  int size() {
    return whole ? dataset.rows() : found.length;
  }

  /// 0-based row at a place.
  int row(int place) {
    return whole ? place : found[place];
  }

  /// "12,345 of 5,000,000 rows".
  String counted() {
    String all = Rounded.count(dataset.rows());
    return (whole ? all : Rounded.count(found.length) + " of " + all)
        + (dataset.rows() == 1 ? " row" : " rows");
  }

  /// The place of a row as people count them, or of the next one that is shown; empty where it is
  /// no number or behind the last.
  OptionalInt place(String typed) {
    String digits = typed.strip().replace(",", "").replace(" ", "");
    if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) < 1) {
      return OptionalInt.empty();
    }
    int row = Integer.parseInt(digits) - 1;
    if (whole) {
      return row < dataset.rows() ? OptionalInt.of(row) : OptionalInt.empty();
    }
    int place = Arrays.binarySearch(found, row);
    int next = place >= 0 ? place : -place - 1;
    return next < found.length ? OptionalInt.of(next) : OptionalInt.empty();
  }

  /// Rows with their headings as text for a spreadsheet, every value as it stands in the file but
  /// for what cannot be seen.
  ///
  /// @param rows 0-based
  String text(List<Integer> rows, List<String> names, Map<String, Column> columns) {
    StringBuilder text = new StringBuilder("row");
    names.forEach(name -> text.append('\t').append(Visible.of(name)));
    for (int row : rows) {
      text.append('\n').append(row + 1L);
      for (String name : names) {
        Column column = columns.get(name);
        String value = column == null ? null : column.text(row);
        text.append('\t').append(value == null ? "" : Visible.of(value));
      }
    }
    return text.toString();
  }
}

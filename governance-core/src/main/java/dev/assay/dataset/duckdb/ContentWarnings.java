package dev.assay.dataset.duckdb;

import dev.assay.common.Visible;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is odd about the values, one sentence a kind.
final class ContentWarnings {

  private static final int MOST_NAMED = 4;
  private static final int SHOWN = 40;

  private ContentWarnings() {}

  static List<Warning> of(List<Receiver> columns, List<Facts> facts) {
    List<Warning> warnings = new ArrayList<>();
    if (columns.getFirst().rows() == 1) {
      warnings.add(
          new Warning(
              "TABLE-ONE-ROW",
              "The table has a single row: nothing that needs variation can be measured.",
              "Give a table with more rows."));
    }
    empty(facts).ifPresent(warnings::add);
    for (Oddity oddity : Oddity.values()) {
      odd(columns, oddity).ifPresent(warnings::add);
    }
    for (Receiver column : columns) {
      if (column instanceof NumberReceiver numbers) {
        numbers(numbers, warnings);
      }
    }
    return warnings;
  }

  private static Optional<Warning> empty(List<Facts> facts) {
    List<String> names =
        facts.stream()
            .filter(f -> f.profile().distinct() == 0)
            .map(f -> "'" + Visible.of(f.profile().name(), 60) + "'")
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "TABLE-EMPTY-COLUMN",
                "No row has a value in column " + joined(names) + ".",
                "Leave the column out, or find out where its values were lost."));
  }

  private static void numbers(NumberReceiver column, List<Warning> warnings) {
    String name = "Column '" + Visible.of(column.name(), 60) + "' holds ";
    if (column.notNumbers().count() > 0) {
      warnings.add(
          new Warning(
              "TABLE-NAN",
              name + "NaN in " + column.notNumbers().words() + "; it counts as missing.",
              "Find out which step wrote NaN; leave missing cells empty."));
    }
    if (column.infinite().count() > 0) {
      warnings.add(
          new Warning(
              "TABLE-INFINITE",
              name
                  + "infinite values in "
                  + column.infinite().words()
                  + "; mean, deviation and quantiles leave them out.",
              "Find out which division by zero wrote them."));
    }
  }

  private static Optional<Warning> odd(List<Receiver> columns, Oddity oddity) {
    List<String> places = new ArrayList<>();
    for (Receiver column : columns) {
      boolean matters = oddity != Oddity.BLANKS || column.type() != ColumnType.STRING;
      if (matters && column instanceof TextReceiver texts && texts.sights().containsKey(oddity)) {
        TextReceiver.Sight sight = texts.sights().get(oddity);
        places.add(
            "'"
                + Visible.of(column.name(), 60)
                + "' (row "
                + sight.row()
                + ": "
                + Visible.of(sight.text(), SHOWN)
                + ")");
      }
    }
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Warning(code(oddity), words(oddity) + joined(places) + ".", remedy(oddity)));
  }

  private static String code(Oddity oddity) {
    return switch (oddity) {
      case FORMULA -> "TABLE-FORMULA";
      case MARKUP -> "TABLE-MARKUP";
      case INVISIBLE -> "TABLE-INVISIBLE-CHARACTERS";
      case BLANKS -> "TABLE-BLANKS";
      case LONG -> "TABLE-LONG-CELL";
    };
  }

  private static String words(Oddity oddity) {
    return switch (oddity) {
      case FORMULA -> "A spreadsheet would run cells as formulas in column ";
      case MARKUP -> "Cells hold markup, which is shown as text, in column ";
      case INVISIBLE -> "Cells hold invisible or direction-changing characters in column ";
      case BLANKS -> "Values begin or end with a blank, which counts, in column ";
      case LONG -> "Cells are too long to be shown whole in column ";
    };
  }

  private static String remedy(Oddity oddity) {
    return switch (oddity) {
      case FORMULA -> "Nothing needs to be done: exports of Assay neutralise them.";
      case MARKUP, INVISIBLE -> "Nothing needs to be done, but look at where the file comes from.";
      case BLANKS -> "Remove the blanks if they are not meant to make a difference.";
      case LONG -> "Nothing needs to be done: the data are whole, only what is shown is cut.";
    };
  }

  private static String joined(List<String> places) {
    return places.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (places.size() > MOST_NAMED ? " and " + (places.size() - MOST_NAMED) + " more" : "");
  }
}

package dev.assay.dataset.table;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at every record once: its shape, and what its cells could be.
final class Survey implements RecordScanner.Sink {

  /// The bytes are not UTF-8; found while trying.
  static final class NotUtf8 extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUtf8(String place) {
      super(place, null, false, false);
    }
  }

  private static final int MOST_NAMED = 10;

  private final Dialect dialect;
  private final byte[] nullToken;
  private final Set<Integer> textColumns;
  private final List<ColumnSurvey> columns = new ArrayList<>();
  private final List<String> raggedRecords = new ArrayList<>();

  private @Nullable List<String> header;
  private long rows;
  private long ragged;
  private long tooWide;
  private long looseLine;
  private long blanks;
  private int numericNames;

  /// @param nullToken text that stands for a missing value; empty = none but the empty cell
  /// @param names names of the columns, when the file has no header
  /// @param textColumns columns that the file itself says hold text
  Survey(
      Dialect dialect, String nullToken, @Nullable List<String> names, Set<Integer> textColumns) {
    this.dialect = dialect;
    this.nullToken = nullToken.getBytes(StandardCharsets.UTF_8);
    this.textColumns = textColumns;
    if (names != null) {
      begin(names);
    }
  }

  private void begin(List<String> names) {
    header = names;
    for (int i = 0; i < names.size(); i++) {
      columns.add(new ColumnSurvey(textColumns.contains(i)));
    }
  }

  @Override
  public void blank(long line) {
    blanks++;
    if (dialect.emptyQuotedIsValue() && columns.size() == 1) {
      rows++;
      columns.getFirst().see(CellKind.MISSING, nullToken, 0, 0, rows);
    }
  }

  @Override
  public boolean record(Cells cells) {
    validate(cells);
    if (header == null) {
      header(cells);
      return true;
    }
    int width = columns.size();
    if (cells.count() != width && !isOnlyPadded(cells, width)) {
      ragged(cells, width);
      return true;
    }
    if (cells.isLoose() && looseLine == 0) {
      looseLine = cells.line();
    }
    rows++;
    for (int i = 0; i < width; i++) {
      int from = cells.from(i);
      int to = cells.to(i);
      columns.get(i).see(kind(cells, i, from, to), cells.bytes(), from, to, rows);
    }
    return true;
  }

  private CellKind kind(Cells cells, int cell, int from, int to) {
    if (from == to && cells.isQuoted(cell) && dialect.emptyQuotedIsValue()) {
      return CellKind.TEXT;
    }
    boolean isNull =
        nullToken.length > 0
            && Arrays.equals(cells.bytes(), from, to, nullToken, 0, nullToken.length);
    return isNull ? CellKind.MISSING : CellLexer.kind(cells.bytes(), from, to);
  }

  private void header(Cells cells) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cells.count(); i++) {
      names.add(cells.text(i));
      CellKind kind = CellLexer.kind(cells.bytes(), cells.from(i), cells.to(i));
      if (kind == CellKind.INTEGER
          || kind == CellKind.WHOLE_DECIMAL
          || kind == CellKind.DECIMAL
          || kind == CellKind.DATE) {
        numericNames++;
      }
    }
    begin(names);
  }

  private void validate(Cells cells) {
    if (cells.isAscii()) {
      return;
    }
    for (int i = 0; i < cells.count(); i++) {
      if (!Utf8.isValid(cells.bytes(), cells.from(i), cells.to(i))) {
        throw new NotUtf8("line " + cells.line() + ", cell " + (i + 1));
      }
    }
  }

  /// A record whose cells beyond the header are all empty loses nothing without them.
  private boolean isOnlyPadded(Cells cells, int width) {
    if (cells.count() < width) {
      return false;
    }
    for (int i = width; i < cells.count(); i++) {
      if (!cells.isEmpty(i)) {
        return false;
      }
    }
    tooWide++;
    return true;
  }

  private void ragged(Cells cells, int width) {
    ragged++;
    if (raggedRecords.size() < MOST_NAMED) {
      raggedRecords.add(
          "line " + cells.line() + " (" + cells.count() + " instead of " + width + ")");
    }
  }

  List<String> header() {
    List<String> names = header;
    return names == null ? List.of() : names;
  }

  List<ColumnSurvey> columns() {
    return columns;
  }

  long rows() {
    return rows;
  }

  /// Whether a record has to be left out, cut or written more plainly before an engine reads it.
  boolean needsCopy() {
    return ragged > 0 || tooWide > 0 || looseLine > 0 || blanks > 0;
  }

  /// Whether this record is one of the good ones.
  boolean keeps(Cells cells) {
    int width = columns.size();
    if (cells.count() < width) {
      return false;
    }
    for (int i = width; i < cells.count(); i++) {
      if (!cells.isEmpty(i)) {
        return false;
      }
    }
    return true;
  }

  /// @throws InputRejected when there is nothing to work with
  void require(String shownName) {
    if (header == null) {
      throw new InputRejected(
          "TABLE-NO-HEADER",
          "'" + shownName + "' holds nothing but blank lines.",
          "Give a table with a header and at least one row.");
    }
    if (rows == 0 && ragged == 0) {
      throw new InputRejected(
          "TABLE-NO-ROWS",
          "'" + shownName + "' has a header of " + columns.size() + " columns and no rows.",
          "Give a table with at least one row.");
    }
    if (ragged > rows) {
      throw new InputRejected(
          "TABLE-RAGGED",
          String.format(
              Locale.ROOT,
              "'%s' has a header of %d cells, but %,d of its %,d records have another number: %s%s.",
              shownName,
              columns.size(),
              ragged,
              ragged + rows,
              String.join(", ", raggedRecords),
              ragged > raggedRecords.size() ? ", …" : ""),
          "Check the delimiter and the header, or name the delimiter in the description"
              + " (format.delimiter).");
    }
  }

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (ragged > 0) {
      warnings.add(
          new Warning(
              "TABLE-RAGGED",
              String.format(
                  Locale.ROOT,
                  "%,d of %,d records do not have the header's %d cells and were left out: %s%s.",
                  ragged,
                  ragged + rows,
                  columns.size(),
                  String.join(", ", raggedRecords),
                  ragged > raggedRecords.size() ? ", …" : ""),
              "Mend these lines; what is measured does not speak of them."));
    }
    if (looseLine > 0) {
      warnings.add(
          new Warning(
              "TABLE-LOOSE-QUOTE",
              "A quote stands inside a cell that is not wholly quoted, first in line "
                  + looseLine
                  + "; the cell was read as it stands.",
              "Double quotes that belong to the text and put the cell in quotes."));
    }
    if (numericNames > 0) {
      warnings.add(
          new Warning(
              "TABLE-HEADER-IS-DATA",
              "The first record names "
                  + numericNames
                  + " of "
                  + columns.size()
                  + " columns by a number or a day ("
                  + header().stream()
                      .limit(4)
                      .map(n -> "'" + Visible.of(n, 30) + "'")
                      .collect(Collectors.joining(", "))
                  + ", …); it may be data and not a header.",
              "Add a header to the file, or say \"header\": false in the description's format."));
    }
    if (columns.size() == 1) {
      warnings.add(
          new Warning(
              "TABLE-ONE-COLUMN",
              "The table has one column only.",
              "If it should have more, name the delimiter in the description (format.delimiter)."));
    }
    return warnings;
  }
}

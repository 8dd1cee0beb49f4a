package dev.assay.report.content;

import dev.assay.report.document.Block;
import dev.assay.report.document.Block.Column;
import dev.assay.report.document.Block.Kind;
import dev.assay.report.document.Block.Row;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;

/// Builds a table row by row.
final class Tables {

  private final Text caption;
  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private Text note = Text.NONE;

  private Tables(Text caption) {
    this.caption = caption;
  }

  static Tables captioned(Text caption) {
    return new Tables(caption);
  }

  static Tables captioned(String caption) {
    return new Tables(Text.of(caption));
  }

  Tables name(String heading) {
    return column(Text.of(heading), Kind.NAME);
  }

  Tables number(String heading) {
    return column(Text.of(heading), Kind.NUMBER);
  }

  Tables number(Text heading) {
    return column(heading, Kind.NUMBER);
  }

  Tables words(String heading) {
    return column(Text.of(heading), Kind.WORDS);
  }

  private Tables column(Text heading, Kind kind) {
    columns.add(new Column(heading, kind));
    return this;
  }

  Tables row(Text... cells) {
    return row(false, List.of(cells));
  }

  Tables row(boolean faint, List<Text> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells in a table of " + columns.size() + " columns");
    }
    rows.add(new Row(faint, List.copyOf(cells)));
    return this;
  }

  Tables note(Text words) {
    note = words;
    return this;
  }

  Tables note(String words) {
    return note(Text.of(words));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  Block table() {
    return new Block.Table(caption, List.copyOf(columns), List.copyOf(rows), note);
  }
}

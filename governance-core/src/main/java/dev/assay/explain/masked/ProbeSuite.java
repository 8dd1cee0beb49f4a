package dev.assay.explain.masked;

import dev.assay.common.Csv;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.inference.MaskedText.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions to a masked language model, written out row by row, so that they are a dataset like
/// any other.
///
/// @param id short name
/// @param title what it asks
/// @param description where it comes from and what it tells
/// @param kind the question
/// @param rows in order
public record ProbeSuite(String id, String title, String description, Kind kind, List<Row> rows) {

  /// Column of texts.
  static final String TEXT = "text";

  /// Column of second texts, or of texts for the prior.
  static final String OTHER = "other";

  /// Column of hidden words.
  static final String ANSWER = "answer";

  /// Column of groups.
  static final String GROUP = "group";

  /// Column of what the words are about.
  static final String ABOUT = "about";

  /// A question.
  ///
  /// @param text the text
  /// @param other the second text or the one for the prior, absent for others
  /// @param answer the hidden word, absent for others
  /// @param group whose it is
  /// @param about what the word is about, absent where no row says
  public record Row(
      String text,
      @Nullable String other,
      @Nullable String answer,
      String group,
      @Nullable String about) {}

  /// The rows as comma-separated values.
  public String table() {
    Csv csv = new Csv();
    List<ColumnSpec> columns = columns();
    csv.header(columns.stream().map(ColumnSpec::name).toList());
    for (Row row : rows) {
      for (ColumnSpec column : columns) {
        csv.text(cell(row, column.name()));
      }
      csv.end();
    }
    return csv.finish();
  }

  private static @Nullable String cell(Row row, String column) {
    return switch (column) {
      case TEXT -> row.text();
      case OTHER -> row.other();
      case ANSWER -> row.answer();
      case GROUP -> row.group();
      default -> row.about();
    };
  }

  /// What its columns mean.
  public DatasetSpec spec() {
    boolean answers = kind == Kind.FILL || kind == Kind.ASSOCIATION;
    return new DatasetSpec(
        id, title, null, answers ? new LabelSpec(ANSWER, null, List.of(), null) : null, columns());
  }

  private List<ColumnSpec> columns() {
    List<ColumnSpec> columns = new ArrayList<>();
    columns.add(column(TEXT, ColumnRole.TEXT, ColumnType.STRING));
    if (kind == Kind.PAIR || kind == Kind.ASSOCIATION) {
      columns.add(column(OTHER, ColumnRole.TEXT, ColumnType.STRING));
    }
    if (kind == Kind.FILL || kind == Kind.ASSOCIATION) {
      columns.add(column(ANSWER, ColumnRole.LABEL, ColumnType.STRING));
    }
    columns.add(column(GROUP, ColumnRole.SENSITIVE, ColumnType.CATEGORY));
    if (rows.stream().anyMatch(r -> r.about() != null)) {
      columns.add(column(ABOUT, ColumnRole.SENSITIVE, ColumnType.CATEGORY));
    }
    return columns;
  }

  private static ColumnSpec column(String name, ColumnRole role, ColumnType type) {
    return new ColumnSpec(name, type, role, false, null, "a column of the suite");
  }
}

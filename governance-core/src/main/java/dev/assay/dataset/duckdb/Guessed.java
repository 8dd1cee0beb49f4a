package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.TextProfile;
import dev.assay.dataset.GuessedColumn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Completes the guess of types by what the profile says: categories have few values, texts many,
/// paths look like paths.
final class Guessed {

  private static final long FEW = 100;
  private static final long MOST_CATEGORIES = 1_000;
  private static final long ROWS_A_CATEGORY = 10;

  private Guessed() {}

  /// The kind of text that the values are; other types stay.
  static Field refined(DuckDb db, Field field, ColumnProfile profile, long rows)
      throws SQLException {
    if (field.type() != ColumnType.CATEGORY) {
      return field;
    }
    if (isPath(db, field)) {
      return field.as(ColumnType.PATH);
    }
    long distinct = profile.distinct();
    boolean few = distinct <= FEW && (distinct <= 2 || distinct < rows - profile.missing());
    boolean some = distinct <= MOST_CATEGORIES && distinct * ROWS_A_CATEGORY <= rows;
    return few || some ? field : field.as(ColumnType.STRING);
  }

  static GuessedColumn column(DuckDb db, Field field, ColumnProfile profile, long rows)
      throws SQLException {
    List<String> values = new ArrayList<>();
    if (profile.distinct() <= GuessedColumn.LISTED) {
      for (@Nullable Object[] row :
          db.rows(
              "SELECT DISTINCT "
                  + field.text()
                  + " AS v FROM raw WHERE ("
                  + field.value()
                  + ") IS NOT NULL ORDER BY v")) {
        values.add(String.valueOf(row[0]));
      }
    }
    TextProfile text = profile.text();
    return new GuessedColumn(
        field.name(),
        field.type(),
        rows,
        profile.missing(),
        profile.distinct(),
        List.copyOf(values),
        field.type() == ColumnType.PATH,
        text == null ? 0 : text.meanLength());
  }

  private static boolean isPath(DuckDb db, Field field) throws SQLException {
    String name = field.name().toLowerCase(Locale.ROOT);
    boolean named =
        name.contains("image")
            || name.contains("path")
            || name.equals("file")
            || name.contains("filename");
    if (!named) {
      return false;
    }
    @Nullable Object[] found =
        db.rows(
                "SELECT count(*) FILTER (WHERE regexp_matches(v, '[/\\\\]|[.](png|jpe?g|bmp|webp|gif|tiff?)$')), count(*) FROM (SELECT "
                    + field.value()
                    + " AS v FROM raw) WHERE v IS NOT NULL")
            .getFirst();
    return found[0] != null && found[0].equals(found[1]) && !Long.valueOf(0).equals(found[1]);
  }
}

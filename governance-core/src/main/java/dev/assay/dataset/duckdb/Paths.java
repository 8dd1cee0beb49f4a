package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnType;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paths in a table must stay within the table's folder.
final class Paths {

  private Paths() {}

  static void require(DuckDb db, List<Field> fields, String file) throws SQLException {
    for (Field field : fields) {
      if (field.type() == ColumnType.PATH) {
        List<@Nullable Object[]> found =
            db.rows(
                "SELECT rowid + 1, v FROM (SELECT rowid, "
                    + field.value()
                    + " AS v FROM raw) WHERE v IS NOT NULL AND"
                    + " regexp_matches(v, '^([/\\\\~]|[A-Za-z][A-Za-z0-9+.-]*:)|(^|[/\\\\])[.][.]([/\\\\]|$)') ORDER BY rowid LIMIT 1");
        if (!found.isEmpty()) {
          throw new InputRejected(
              "TABLE-PATH",
              "Column '"
                  + Visible.of(field.name(), 80)
                  + "' of '"
                  + file
                  + "' leads out of the dataset's folder in row "
                  + found.getFirst()[0]
                  + ": '"
                  + Visible.of(String.valueOf(found.getFirst()[1]), 80)
                  + "'.",
              "Give paths relative to the dataset's folder.");
        }
      }
    }
  }
}

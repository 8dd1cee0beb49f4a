package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of cells shaded by a number that also stands in them: intersections, confusion.
///
/// @param title what it is
/// @param words the text alternative
/// @param rowTitle what the rows are, may be empty
/// @param columnTitle what the columns are, may be empty
/// @param rows row names
/// @param columns column names
/// @param cells one list a row, one cell a column
public record HeatMap(
    String title,
    String words,
    String rowTitle,
    String columnTitle,
    List<String> rows,
    List<String> columns,
    List<List<Cell>> cells)
    implements Chart {

  /// One cell.
  ///
  /// @param shade 0 … 1, how strongly it is shaded
  /// @param shown the number
  /// @param note below it: "n 4,385", may be empty
  /// @param kind how it is drawn
  /// @param rows the rows behind it, absent where there are none to show
  public record Cell(double shade, String shown, String note, Kind kind, @Nullable RowQuery rows) {

    /// A cell without rows behind it.
    public Cell(double shade, String shown, String note, Kind kind) {
      this(shade, shown, note, kind, null);
    }
  }

  /// How a cell is drawn.
  public enum Kind {
    /// Shaded.
    SHADED,
    /// Too few rows, or no value: grey.
    FEW,
    /// Nobody is in it: an empty outline.
    EMPTY
  }
}

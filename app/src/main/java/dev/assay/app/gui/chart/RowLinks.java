package dev.assay.app.gui.chart;

import dev.assay.slice.RowQuery;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where numbers lead: to the rows behind them, where rows are at hand.
///
/// @param open shows the rows; absent where only facts are kept
public record RowLinks(@Nullable Consumer<RowQuery> open) {

  /// Only facts are at hand.
  public static final RowLinks NONE = new RowLinks(null);

  /// Whether rows can be shown.
  public boolean atHand() {
    return open != null;
  }

  /// Shows the rows, where they are at hand.
  public void open(RowQuery rows) {
    if (open != null) {
      open.accept(rows);
    }
  }
}

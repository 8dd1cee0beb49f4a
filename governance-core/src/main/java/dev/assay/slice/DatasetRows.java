package dev.assay.slice;

import dev.assay.common.UsageError;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.slice.RowQuery.Part;
import dev.assay.work.Cancellation;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the rows behind a number of a dataset that no model has answered: groups are made of its
/// columns as [Attributes] makes them.
public final class DatasetRows {

  private DatasetRows() {}

  /// Rows (0-based), ascending. A value that a column does not have holds no row.
  ///
  /// @param query of groups, and of all their rows or those of a stretch
  /// @throws UsageError when a column is unknown, has too many groups, or the query asks for
  ///   answers of a model
  /// @throws dev.assay.common.Cancelled when somebody asked it to stop
  public static int[] find(Dataset dataset, RowQuery query, Cancellation cancellation) {
    int[] all = IntStream.range(0, dataset.rows()).toArray();
    IntPredicate wanted = row -> false;
    for (SliceKey slice : query.slices()) {
      IntPredicate inSlice = part(query.part());
      for (Map.Entry<String, @Nullable String> condition : slice.conditions().entrySet()) {
        cancellation.check();
        inSlice = inSlice.and(has(dataset, condition.getKey(), condition.getValue(), all));
      }
      wanted = wanted.or(inSlice);
    }
    cancellation.check();
    return IntStream.of(all).filter(wanted).toArray();
  }

  private static IntPredicate has(Dataset dataset, String name, @Nullable String value, int[] all) {
    Column column = dataset.column(name);
    if (value == null) {
      return column::isMissing;
    }
    @Nullable String wished =
        dataset.spec().column(name).map(ColumnSpec::referenceGroup).orElse(null);
    Attribute attribute = Attributes.of(name, column, all, wished);
    int code = attribute.values().indexOf(value);
    int[] codes = attribute.codes();
    return row -> code >= 0 && codes[row] == code;
  }

  private static IntPredicate part(Part part) {
    return switch (part) {
      case Part.Any ignored -> row -> true;
      case Part.Between stretch -> row -> row >= stretch.from() && row < stretch.to();
      case Part.Listed listed -> row -> listed.rows().contains(row + 1L);
      case Part.Wrong ignored -> throw unanswered();
      case Part.Decided ignored -> throw unanswered();
      case Part.Scored ignored -> throw unanswered();
      case Part.Reaching ignored -> throw unanswered();
    };
  }

  private static UsageError unanswered() {
    return new UsageError(
        "ROWS-NO-ANSWERS",
        "The dataset alone has no answers of a model to find rows by.",
        "Open the rows from a run of a model on it.");
  }
}

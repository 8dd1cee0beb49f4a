package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which columns hold the texts of a probe.
///
/// @param dataset the dataset
/// @param label column of the answers, absent where none are asked for
/// @param groups columns whose groups are told apart
record ProbeColumns(Dataset dataset, @Nullable String label, List<String> groups) {

  /// Those that are named, else those of the role text, else the words that are neither answers nor
  /// groups.
  ///
  /// @param wanted how many the probe reads
  /// @param named what the user says; empty = nothing
  /// @throws UsageError when a column that is named is not there
  /// @throws InputRejected when there are more or fewer
  List<String> texts(int wanted, List<String> named) {
    for (String name : named) {
      if (dataset.spec().column(name).isEmpty()) {
        throw new UsageError(
            "USAGE-TEXTS",
            "The dataset has no column '" + Visible.of(name, 60) + "'.",
            "Name columns of the dataset with --texts.");
      }
    }
    List<String> columns = named.isEmpty() ? names(wanted) : named;
    if (columns.size() != wanted) {
      throw new InputRejected(
          "MASKED-COLUMNS",
          "The probe reads "
              + (wanted == 1 ? "one column" : "two columns")
              + " of texts, and there "
              + (columns.size() == 1 ? "is " : "are ")
              + columns.size()
              + (columns.isEmpty() ? "" : ": " + shown(columns))
              + ".",
          "Name what it is to read with --texts, or give it the role 'text' in the dataset's"
              + " description.");
    }
    return columns;
  }

  private List<String> names(int wanted) {
    List<String> texts =
        dataset.spec().withRole(ColumnRole.TEXT).stream()
            .map(ColumnSpec::name)
            .filter(this::isFree)
            .toList();
    return texts.size() == wanted ? texts : words(texts);
  }

  private List<String> words(List<String> texts) {
    List<String> words =
        dataset.spec().columns().stream()
            .filter(c -> c.type() == ColumnType.STRING || c.type() == ColumnType.CATEGORY)
            .filter(c -> c.role() != ColumnRole.SENSITIVE)
            .map(ColumnSpec::name)
            .filter(this::isFree)
            .toList();
    return texts.size() > words.size() ? texts : words;
  }

  private boolean isFree(String column) {
    return !column.equals(label) && !groups.contains(column);
  }

  private static String shown(List<String> columns) {
    return Stream.concat(
            columns.stream().limit(5).map(c -> Visible.of(c, 40)),
            columns.size() > 5 ? Stream.of("…") : Stream.empty())
        .collect(Collectors.joining(", "));
  }
}

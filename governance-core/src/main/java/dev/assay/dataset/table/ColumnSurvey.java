package dev.assay.dataset.table;

import dev.assay.dataset.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many cells of a column are of each kind, and where the first of each kind stands.
public final class ColumnSurvey {

  private static final CellKind[] KINDS = CellKind.values();
  private static final int MOST_SAMPLE_BYTES = 160;
  private static final Set<CellKind> ABSENT = EnumSet.of(CellKind.MISSING, CellKind.BLANK);

  private final long[] counts = new long[KINDS.length];
  private final long[] rows = new long[KINDS.length];
  private final @Nullable String[] samples = new String[KINDS.length];
  private final boolean alwaysText;

  /// @param alwaysText whether the file itself says that the column holds text
  ColumnSurvey(boolean alwaysText) {
    this.alwaysText = alwaysText;
  }

  void see(CellKind kind, byte[] bytes, int from, int to, long row) {
    int k = kind.ordinal();
    if (counts[k]++ == 0) {
      rows[k] = row;
      int end = Math.min(to, from + MOST_SAMPLE_BYTES);
      samples[k] = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
  }

  /// Whether the file itself says that the column holds text, as a JSON string does.
  public boolean isAlwaysText() {
    return alwaysText;
  }

  /// Cells of any of these kinds.
  public long count(CellKind... kinds) {
    return Arrays.stream(kinds).mapToLong(kind -> counts[kind.ordinal()]).sum();
  }

  /// Cells with a value.
  public long present() {
    return Arrays.stream(counts).sum() - count(CellKind.MISSING);
  }

  /// The first data row with a cell of the kind, 1-based; 0 when there is none.
  public long firstRow(CellKind kind) {
    return rows[kind.ordinal()];
  }

  /// What the first cell of the kind holds, cut; empty when there is none.
  public String sample(CellKind kind) {
    String sample = samples[kind.ordinal()];
    return sample == null ? "" : sample;
  }

  /// The kind whose cell comes first in the file and does not fit the type; blanks count as missing
  /// in columns that are no text.
  public Optional<CellKind> firstMisfit(ColumnType type) {
    Set<CellKind> fitting = fitting(type);
    return Arrays.stream(KINDS)
        .filter(kind -> counts[kind.ordinal()] > 0 && !fitting.contains(kind))
        .min((a, b) -> Long.compare(rows[a.ordinal()], rows[b.ordinal()]));
  }

  /// Cells that do not fit the type.
  public long misfits(ColumnType type) {
    Set<CellKind> fitting = fitting(type);
    return Arrays.stream(KINDS)
        .filter(kind -> !fitting.contains(kind))
        .mapToLong(kind -> counts[kind.ordinal()])
        .sum();
  }

  private Set<CellKind> fitting(ColumnType type) {
    Set<CellKind> kinds =
        switch (type) {
          case INTEGER -> EnumSet.of(CellKind.INTEGER, CellKind.ZERO_LED, CellKind.WHOLE_DECIMAL);
          case NUMBER ->
              EnumSet.of(
                  CellKind.INTEGER,
                  CellKind.LONG_INTEGER,
                  CellKind.ZERO_LED,
                  CellKind.WHOLE_DECIMAL,
                  CellKind.DECIMAL,
                  CellKind.COMMA_DECIMAL,
                  CellKind.NOT_A_NUMBER,
                  CellKind.INFINITE);
          case DATE -> EnumSet.of(CellKind.DATE);
          case DATETIME -> EnumSet.of(CellKind.DATE, CellKind.DATETIME);
          case CATEGORY, STRING, PATH -> EnumSet.allOf(CellKind.class);
        };
    if (type == ColumnType.NUMBER && count(CellKind.COMMA_DECIMAL) > 0) {
      kinds.add(CellKind.COMMA_THOUSANDS);
    }
    kinds.addAll(ABSENT);
    return kinds;
  }
}

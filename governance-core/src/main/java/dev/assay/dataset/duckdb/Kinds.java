package dev.assay.dataset.duckdb;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How often each kind of writing occurs in a text column.
///
/// @param counts rows of each kind
/// @param firsts first row (1-based) of each kind
record Kinds(Map<Kind, Long> counts, Map<Kind, Long> firsts) {

  /// A kind of writing.
  enum Kind {
    WHOLE,
    TOO_LONG,
    CODE,
    NUMBER,
    COMMA_NUMBER,
    DATE,
    DATETIME,
    NOT_FINITE,
    OTHER
  }

  private static final String QUERY =
      """
      SELECT k, count(*), min(r) + 1 FROM (SELECT rowid AS r, CASE
        WHEN %1$s IS NULL THEN NULL
        WHEN CAST(TRY_CAST(%1$s AS BIGINT) AS VARCHAR) = %1$s THEN 0
        WHEN regexp_full_match(%1$s, '-?[0-9]+') THEN
          CASE WHEN regexp_full_match(%1$s, '-?0[0-9]+') THEN 2 WHEN TRY_CAST(%1$s AS BIGINT) IS NULL THEN 1 ELSE 3 END
        WHEN regexp_full_match(%1$s, '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?') THEN
          CASE WHEN isfinite(TRY_CAST(%1$s AS DOUBLE)) THEN 3 ELSE 8 END
        WHEN regexp_full_match(%1$s, '[+-]?[0-9]+,[0-9]+([eE][+-]?[0-9]+)?') THEN 4
        WHEN regexp_full_match(%1$s, '[0-9]{4}-[0-9]{2}-[0-9]{2}') AND TRY_CAST(%1$s AS DATE) IS NOT NULL THEN 5
        WHEN regexp_full_match(%1$s, '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?Z?')
          AND TRY_CAST(%1$s AS TIMESTAMP) IS NOT NULL THEN 6
        WHEN lower(%1$s) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity') THEN 7
        ELSE 8 END AS k FROM raw) WHERE k IS NOT NULL GROUP BY k""";

  static Kinds of(DuckDb db, RawColumn column) throws SQLException {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    Map<Kind, Long> firsts = new EnumMap<>(Kind.class);
    for (@Nullable Object[] row : db.rows(String.format(QUERY, column.cell()))) {
      Kind kind = Kind.values()[(int) number(row[0])];
      counts.put(kind, number(row[1]));
      firsts.put(kind, number(row[2]));
    }
    return new Kinds(counts, firsts);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number n ? n.longValue() : 0;
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  long count(Kind... kinds) {
    long sum = 0;
    for (Kind kind : kinds) {
      sum += counts.getOrDefault(kind, 0L);
    }
    return sum;
  }

  /// Whether there are values, and all are of these kinds.
  boolean only(Kind... kinds) {
    return total() > 0 && count(kinds) == total();
  }

  long first(Kind kind) {
    return firsts.getOrDefault(kind, 0L);
  }
}

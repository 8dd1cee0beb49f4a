package dev.assay.dataset.duckdb;

import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.Histogram;
import dev.assay.dataset.DatasetProfile.NumericProfile;
import dev.assay.dataset.DatasetProfile.TextProfile;
import dev.assay.dataset.DatasetProfile.TopValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts what the columns hold, in the database, so that memory stays bounded.
final class Profiler {

  private static final int BINS = 20;
  private static final int TOP = 10;

  private final DuckDb db;
  private final long rows;

  Profiler(DuckDb db, long rows) {
    this.db = db;
    this.rows = rows;
  }

  /// The profile of one column.
  ColumnProfile column(Field field) throws SQLException {
    boolean numeric = field.isNumeric();
    @Nullable Object[] counts =
        db.rows(
                "SELECT count(v), count(DISTINCT v) FROM (SELECT "
                    + field.value()
                    + " AS v FROM raw)")
            .getFirst();
    long present = whole(counts[0]);
    return new ColumnProfile(
        field.name(),
        field.type(),
        rows - present,
        whole(counts[1]),
        numeric && present > 0 ? numbers(field) : null,
        isText(field) && present > 0 ? texts(field) : null,
        present > 0 ? top(field) : List.of(),
        numeric && present > 0 ? histogram(field) : null);
  }

  /// Rows equal to an earlier one in these columns.
  long duplicates(List<Field> columns) throws SQLException {
    if (columns.isEmpty()) {
      return 0;
    }
    String cells = columns.stream().map(Field::cell).collect(Collectors.joining(", "));
    // decision: two 64-bit hashes of a row stand for the row; that two different rows share both
    // has a chance below 1e-20 at a billion rows
    @Nullable Object[] found =
        db.rows(
                "SELECT count(*) - count(DISTINCT (hash("
                    + cells
                    + "), hash('assay', "
                    + cells
                    + "))) FROM raw")
            .getFirst();
    return whole(found[0]);
  }

  private static boolean isText(Field field) {
    return switch (field.type()) {
      case CATEGORY, STRING, PATH -> true;
      case INTEGER, NUMBER, DATE, DATETIME -> false;
    };
  }

  private NumericProfile numbers(Field field) throws SQLException {
    @Nullable Object[] found =
        db.rows(
                "SELECT avg(v), stddev_samp(v), min(v), max(v), quantile_cont(v, 0.25), quantile_cont(v, 0.5),"
                    + " quantile_cont(v, 0.75), count(*) FILTER (WHERE v = 0)"
                    + " FROM (SELECT CAST("
                    + field.value()
                    + " AS DOUBLE) AS v FROM raw) WHERE v IS NOT NULL")
            .getFirst();
    return new NumericProfile(
        real(found[0]),
        finite(found[1]),
        real(found[2]),
        real(found[3]),
        real(found[4]),
        real(found[5]),
        real(found[6]),
        whole(found[7]),
        skewness(field, real(found[0])));
  }

  /// Third central moment over the second's 3/2 power, both divided by n; absent when nothing
  /// varies.
  private @Nullable Double skewness(Field field, double mean) throws SQLException {
    @Nullable Object[] moments =
        db.rows(
                "SELECT avg(d * d), avg(d * d * d) FROM (SELECT CAST("
                    + field.value()
                    + " AS DOUBLE) - "
                    + literal(mean)
                    + " AS d FROM raw) WHERE d IS NOT NULL")
            .getFirst();
    double variance = real(moments[0]);
    return variance > 0 ? finite(real(moments[1]) / Math.pow(variance, 1.5)) : null;
  }

  private TextProfile texts(Field field) throws SQLException {
    @Nullable Object[] found =
        db.rows(
                "SELECT min(length(v)), avg(length(v)), max(length(v)), count(*) FILTER (WHERE v = '')"
                    + " FROM (SELECT "
                    + field.value()
                    + " AS v FROM raw) WHERE v IS NOT NULL")
            .getFirst();
    return new TextProfile(whole(found[0]), real(found[1]), whole(found[2]), whole(found[3]));
  }

  private List<TopValue> top(Field field) throws SQLException {
    List<TopValue> top = new ArrayList<>();
    for (@Nullable Object[] row :
        db.rows(
            "SELECT v, count(*) AS n FROM (SELECT "
                + field.text()
                + " AS v FROM raw) WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT "
                + TOP)) {
      top.add(new TopValue(String.valueOf(row[0]), whole(row[1])));
    }
    return List.copyOf(top);
  }

  private Histogram histogram(Field field) throws SQLException {
    String values =
        "SELECT CAST("
            + field.value()
            + " AS DOUBLE) AS v FROM raw WHERE ("
            + field.value()
            + ") IS NOT NULL";
    @Nullable Object[] ends = db.rows("SELECT min(v), max(v) FROM (" + values + ")").getFirst();
    double least = real(ends[0]);
    double most = real(ends[1]);
    List<Long> counts = new ArrayList<>(Collections.nCopies(least == most ? 1 : BINS, 0L));
    String bin =
        least == most
            ? "0"
            : String.format(
                Locale.ROOT,
                "CAST(least(greatest(floor((v - %1$s) / %2$s * %3$d), 0), %4$d) AS INTEGER)",
                literal(least),
                literal(most - least),
                BINS,
                BINS - 1);
    for (@Nullable Object[] row :
        db.rows("SELECT " + bin + " AS b, count(*) FROM (" + values + ") GROUP BY b")) {
      counts.set((int) whole(row[0]), whole(row[1]));
    }
    return new Histogram(least, most, List.copyOf(counts));
  }

  private static String literal(double value) {
    return "CAST('" + value + "' AS DOUBLE)";
  }

  private static long whole(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static double real(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static @Nullable Double finite(@Nullable Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : null;
  }
}

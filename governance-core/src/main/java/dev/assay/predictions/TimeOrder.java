package dev.assay.predictions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows in time: which series each belongs to and which rows come after it. Nothing that comes
/// before a row is ever its target.
///
/// Convention: a row h places on in its series is the target of step h where its time lies within
/// half a usual distance of h usual distances on; else there is a gap and no target. The usual
/// distance is the median of the distances of neighbours. Times of months are therefore as good as
/// times of hours.
public final class TimeOrder {

  private static final double HALF = 0.5;

  private final double[] times;
  private final List<int[]> series;
  private final int[] seriesOf;
  private final int[] placeOf;
  private final int[] unitOf;
  private final int units;
  private final double usual;

  /// @param names series of each row
  /// @param times time of each row, finite
  public TimeOrder(String[] names, double[] times) {
    this.times = times.clone();
    this.seriesOf = new int[times.length];
    this.placeOf = new int[times.length];
    this.unitOf = new int[times.length];
    this.series = sorted(names);
    List<Double> distances = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      int[] rows = series.get(s);
      for (int place = 0; place < rows.length; place++) {
        seriesOf[rows[place]] = s;
        placeOf[rows[place]] = place;
        if (place > 0) {
          distances.add(times[rows[place]] - times[rows[place - 1]]);
        }
      }
    }
    distances.sort(Comparator.naturalOrder());
    this.usual = distances.isEmpty() ? 0 : distances.get(distances.size() / 2);
    double[] distinct = Arrays.stream(times).sorted().distinct().toArray();
    this.units = distinct.length;
    for (int row = 0; row < times.length; row++) {
      unitOf[row] = Arrays.binarySearch(distinct, times[row]);
    }
  }

  private List<int[]> sorted(String[] names) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < times.length; row++) {
      rows.computeIfAbsent(names[row], n -> new ArrayList<>()).add(row);
    }
    return rows.values().stream()
        .map(
            list ->
                list.stream()
                    .sorted(Comparator.comparingDouble(r -> times[r]))
                    .mapToInt(Integer::intValue)
                    .toArray())
        .toList();
  }

  /// Two rows of one series at one time, 0-based; empty where every time occurs once.
  public List<Integer> twice() {
    for (int[] rows : series) {
      for (int place = 1; place < rows.length; place++) {
        if (times[rows[place]] == times[rows[place - 1]]) {
          return List.of(rows[place - 1], rows[place]);
        }
      }
    }
    return List.of();
  }

  /// Rows of each series in order of time.
  public List<int[]> series() {
    return series;
  }

  /// The series of a row.
  public int seriesOf(int row) {
    return seriesOf[row];
  }

  /// Which of the distinct times a row has, from the first.
  public int unitOf(int row) {
    return unitOf[row];
  }

  /// Number of distinct times.
  public int units() {
    return units;
  }

  /// Rows of the longest series.
  public int longest() {
    return series.stream().mapToInt(rows -> rows.length).max().orElse(0);
  }

  /// The row that a forecast made at `row` speaks of.
  ///
  /// @param step 1 = the next, 0 = the row itself, -1 = the one before
  /// @return -1 where the series begins or ends before, -2 where there is a gap
  public int target(int row, int step) {
    int[] rows = series.get(seriesOf[row]);
    int place = placeOf[row] + step;
    if (place < 0 || place >= rows.length) {
      return -1;
    }
    double distance = times[rows[place]] - times[row];
    return Math.abs(distance - step * usual) <= HALF * usual ? rows[place] : -2;
  }
}

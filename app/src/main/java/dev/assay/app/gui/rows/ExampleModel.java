package dev.assay.app.gui.rows;

import dev.assay.slice.RowFinder;
import dev.assay.slice.RowQuery;
import dev.assay.usecase.OpenRun;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The rows behind a number, in the order a reader wants them. Knows no toolkit; finding and
/// sorting take one pass and one sort, and belong off the toolkit's thread.
public final class ExampleModel {

  private final RowFinder finder;
  private final int[] found;
  private final int wrong;

  /// Which of the rows.
  public enum Kept {
    /// Every row.
    ALL("All"),
    /// Decided wrongly.
    WRONG("Wrong"),
    /// Decided rightly.
    RIGHT("Right");

    private final String title;

    Kept(String title) {
      this.title = title;
    }

    /// For people.
    public String title() {
      return title;
    }
  }

  /// In which order.
  public enum Order {
    /// The most confident mistakes first.
    WORST_FIRST("Worst first"),
    /// The clearest cases first.
    BEST_FIRST("Best first"),
    /// Scores from high to low.
    HIGHEST_SCORE("Highest score first"),
    /// Scores from low to high.
    LOWEST_SCORE("Lowest score first"),
    /// As in the file.
    AS_IN_THE_FILE("As in the file");

    private final String title;

    Order(String title) {
      this.title = title;
    }

    /// For people.
    public String title() {
      return title;
    }
  }

  /// Finds the rows.
  public ExampleModel(OpenRun run, RowQuery query) {
    this.finder = new RowFinder(run.predictions(), run.attributes(), run.request().threshold());
    this.found = finder.find(query);
    this.wrong =
        finder.isJudged() ? (int) Arrays.stream(found).filter(i -> !finder.right(i)).count() : 0;
  }

  /// Truth, decision and score of each element.
  public RowFinder answers() {
    return finder;
  }

  /// How many rows there are.
  public int count() {
    return found.length;
  }

  /// How many of them are decided wrongly; 0 where rows are not right or wrong.
  public int wrong() {
    return wrong;
  }

  /// Elements of the predictions in order.
  ///
  /// @param from lowest score that is kept; scores that are no number are always kept
  /// @param to highest score that is kept
  public int[] rows(Kept kept, Order order, double from, double to) {
    int[] rows =
        Arrays.stream(found)
            .filter(
                i ->
                    switch (kept) {
                      case ALL -> true;
                      case WRONG -> !finder.right(i);
                      case RIGHT -> finder.right(i);
                    })
            .filter(i -> !(finder.score(i) < from) && !(finder.score(i) > to))
            .toArray();
    return switch (order) {
      case WORST_FIRST -> sorted(rows, true, true);
      case BEST_FIRST -> sorted(rows, true, false);
      case HIGHEST_SCORE -> sorted(rows, false, true);
      case LOWEST_SCORE -> sorted(rows, false, false);
      case AS_IN_THE_FILE -> rows;
    };
  }

  /// Sorts by a number in single precision, rows of equal numbers as in the file.
  private int[] sorted(int[] rows, boolean byError, boolean descending) {
    long[] keys =
        IntStream.of(rows)
            .mapToLong(
                i -> {
                  double number = byError ? finder.error(i) : finder.score(i);
                  int bits = ascendingBits((float) (descending ? -number : number));
                  return (long) bits << 32 | i;
                })
            .toArray();
    Arrays.parallelSort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /// Bits that sort as the numbers do; what is no number comes last.
  private static int ascendingBits(float number) {
    int bits = Float.floatToIntBits(number);
    return Float.isNaN(number) ? Integer.MAX_VALUE : bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }
}

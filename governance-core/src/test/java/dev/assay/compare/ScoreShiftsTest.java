package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreShiftsTest {

  private static final int ROWS = 400;

  @Test
  void shiftsAreThoseOfTheRowsCountedOneByOne() {
    Predictions.Binary one = (Predictions.Binary) Runs.binary(ROWS, 1, 0.6, 2);
    Predictions.Binary two = (Predictions.Binary) Runs.binary(ROWS, 1, 0.9, 3);
    List<Attribute> groups = Runs.groups(ROWS, 2, 3);

    ScoreShifts shifts =
        Runs.compare(Runs.of("a", "d", one, groups, 0.5), Runs.of("b", "d", two, groups, 0.5))
            .scores();

    double sum = 0;
    double size = 0;
    double largest = 0;
    for (int i = 0; i < ROWS; i++) {
      double change = two.score()[i] - one.score()[i];
      sum += change;
      size += Math.abs(change);
      largest = Math.max(largest, Math.abs(change));
    }
    double mean = sum / ROWS;
    double squares = 0;
    for (int i = 0; i < ROWS; i++) {
      squares += Math.pow(two.score()[i] - one.score()[i] - mean, 2);
    }
    double error = Math.sqrt(squares / (ROWS - 1) / ROWS);
    MetricValue.Defined found = (MetricValue.Defined) shifts.mean();
    assertThat(shifts.rows()).isEqualTo(ROWS);
    assertThat(shifts.largest()).isEqualTo(largest);
    assertThat(Math.abs(two.score()[shifts.largestRow()] - one.score()[shifts.largestRow()]))
        .isEqualTo(largest);
    assertThat(shifts.meanAbsolute()).isCloseTo(size / ROWS, within(1e-12));
    assertThat(found.value()).isCloseTo(mean, within(1e-12));
    // Student's t of 399 degrees of freedom at 97.5 %: 1.965927...
    assertThat(found.interval().upper() - found.value())
        .isCloseTo(1.965927296 * error, within(1e-7));
    assertThat(shifts.slices()).hasSize(2 + 3 + 6);
    assertThat(shifts.slices().subList(0, 2).stream().mapToLong(s -> s.rows()).sum())
        .isEqualTo(ROWS);
  }

  @Test
  void runsOfOtherRowsHaveNoShifts() {
    List<Attribute> groups = Runs.groups(ROWS, 2);
    RunComparison comparison =
        Runs.compare(
            Runs.of("a", "d", Runs.binary(ROWS, 1, 0.6, 2), groups, 0.5),
            Runs.of("b", "e", Runs.binary(ROWS, 1, 0.9, 3), groups, 0.5));

    assertThat(comparison.scores()).isNull();
  }
}

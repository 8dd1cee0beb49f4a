package dev.assay.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.chart.Charts;
import dev.assay.chart.LineChart;
import dev.assay.evaluation.Curves;
import dev.assay.metric.Interval;
import dev.assay.metric.interval.RateIntervals;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveLineTest {

  private static final double POSITIVES = 50;

  @Test
  void theBandIsTheIntervalOfEachPointThatIsKept() {
    LineChart.Line line = line(5_000);
    LineChart.Band band = Objects.requireNonNull(line.band());

    assertThat(line.x().length).isLessThan(1_000);
    assertThat(band.lower()).hasSameSizeAs(line.x());
    for (int i = 0; i < line.x().length; i++) {
      Interval wilson =
          Objects.requireNonNull(RateIntervals.wilson(line.y()[i] * POSITIVES, POSITIVES, 0.95));
      assertThat(band.lower()[i]).isEqualTo(Math.min(line.y()[i], wilson.lower()));
      assertThat(band.upper()[i]).isEqualTo(Math.max(line.y()[i], wilson.upper()));
    }
  }

  @Test
  void theBandIsDrawnBehindTheCurveAndStandsInItsNumbers() {
    LineChart with = chart(line(100));
    LineChart without =
        chart(new LineChart.Line("everyone", line(100).x(), line(100).y(), null, null));

    assertThat(svg(with).length()).isGreaterThan(svg(without).length());
    assertThat(Charts.csv(with).lines().skip(5).findFirst().orElseThrow().split(",", -1))
        .hasSize(5)
        .doesNotContain("");
    assertThat(Charts.csv(without).lines().skip(5).findFirst().orElseThrow()).endsWith(",,");
  }

  @Test
  void aPointLeadsToWhatIsDecidedPositiveThere() {
    assertThat(Objects.requireNonNull(line(100).rows()).at(0.25))
        .isEqualTo(
            RowQuery.of(
                SliceKey.WHOLE,
                new RowQuery.Part.Reaching(RowQuery.Rate.FALSE_POSITIVE_RATE, 0.25)));
  }

  private static LineChart.Line line(int points) {
    double[] x = IntStream.rangeClosed(0, points).mapToDouble(i -> i / (double) points).toArray();
    double[] y = IntStream.range(0, x.length).mapToDouble(i -> Math.sqrt(x[i])).toArray();
    return CurveLine.of(
        "everyone",
        new Curves.SliceCurve(SliceKey.WHOLE, x, y),
        RowQuery.Rate.FALSE_POSITIVE_RATE,
        (fpr, tpr) -> RateIntervals.wilson(tpr * POSITIVES, POSITIVES, 0.95));
  }

  private static LineChart chart(LineChart.Line line) {
    return new LineChart(
        "ROC", "A curve.", "x", "y", List.of(line), new LineChart.Chance.Diagonal(), null);
  }

  private static String svg(LineChart chart) {
    return Charts.svg(chart, 440, 380, "c");
  }
}

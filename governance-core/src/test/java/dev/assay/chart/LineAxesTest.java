package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineAxesTest {

  @Test
  void stepsAreWrittenByTheirNumbersAndAmountsReachTheHighestBand() {
    double[] x = {0, 1, 2, 3, 4, 5};
    double[] y = {40, 50, 60, 70, 80, 90};
    double[] upper = {60, 70, 80, 90, 100, 130};
    LineChart chart =
        new LineChart(
            "Error",
            "Errors by step.",
            "step",
            "error",
            List.of(new LineChart.Line("a", x, y, null, new LineChart.Band(y, upper))),
            new LineChart.Chance.None(),
            null,
            new LineChart.Axis.Steps(0, 5),
            new LineChart.Axis.Amounts());

    String svg = Charts.svg(chart, 440, 380, "c");

    assertThat(svg).contains(">0<", ">1<", ">2<", ">3<", ">4<", ">5<", ">100<");
    assertThat(svg).doesNotContain(">0.25<");
  }
}

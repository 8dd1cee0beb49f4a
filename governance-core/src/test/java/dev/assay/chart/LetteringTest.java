package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LetteringTest {

  private static final Lettering GERMAN = new Lettering(Locale.GERMAN, "Zeilen");

  @Test
  void numberHasTheSignsOfItsLanguage() {
    assertThat(GERMAN.number("1,234.5")).isEqualTo("1.234,5");
    assertThat(Lettering.ENGLISH.number("1,234.5")).isEqualTo("1,234.5");
  }

  @Test
  void axesOfGermanChartsHaveDecimalCommas() {
    double[] ends = {0, 1};
    Chart curves =
        new LineChart(
            "",
            "",
            "x",
            "y",
            List.of(new LineChart.Line("a", ends, ends, null, null)),
            new LineChart.Chance.Diagonal(),
            null);

    assertThat(svg(curves, GERMAN)).contains(">0,25<", ">0,75<").doesNotContain(">0.25<");
    assertThat(svg(curves, Lettering.ENGLISH)).contains(">0.25<").doesNotContain(">0,25<");
    assertThat(svg(SampleCharts.bars(), GERMAN)).contains(">0,1<", ">0,2<");
  }

  @Test
  void countsOfGermanChartsHaveDotsBetweenThousands() {
    Chart bins = new Bins("", "", "", List.of(new Bins.Bin("a", 1234, GroupBars.Kind.GROUP)));

    assertThat(svg(bins, GERMAN)).contains(">1.234<");
  }

  private static String svg(Chart chart, Lettering lettering) {
    return Charts.svg(chart, lettering, 440, 380, "c");
  }
}

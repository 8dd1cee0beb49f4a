package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cost.Cost;
import dev.assay.cost.Price;
import dev.assay.cost.PriceSheet;
import dev.assay.cost.PriceSheets;
import dev.assay.cost.PricedDevice;
import dev.assay.cost.SampleCosts;
import dev.assay.cost.Speed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostSectionTest {

  private static final PriceSheet CONTRACT =
      new PriceSheet(
          "ours",
          "Our contract",
          "",
          "EUR",
          "contract 17",
          "2026-11-26",
          List.of(
              new PricedDevice(
                  "here",
                  "This desk",
                  PricedDevice.Kind.OWN,
                  new Price.Rented(0.36),
                  new Speed.ThisMachine()),
              new PricedDevice(
                  "half",
                  "Half as fast",
                  PricedDevice.Kind.CLOUD,
                  new Price.Rented(0.09),
                  new Speed.Measured(0.5, "measured by us")),
              new PricedDevice(
                  "box",
                  "Box nobody measured",
                  PricedDevice.Kind.EDGE,
                  new Price.Rented(0.01),
                  new Speed.Unknown())));

  @Test
  void reportSaysWhatWasMeasuredAndWhatItCosts() {
    String report = markdown(SampleCosts.of(List.of(CONTRACT), 2_628_000_001L, 20.0));

    assertThat(report)
        .contains(
            "A call with 1 text of 64 tokens takes 5.000 ms at the median; 95 of 100 such calls"
                + " take 5.000 ms at most. At best 1,000 texts a second are scored, 10 texts a"
                + " call.")
        .contains("say nothing about another machine")
        .contains("unknown: this machine offers no energy counters")
        .contains("too few calls")
        .contains(
            "The smallest device that meets a latency budget of 20 ms, by its price an hour: Half"
                + " as fast.")
        .contains("0.5 times as fast as the machine that measured; source: measured by us")
        .contains("the model was not measured on it, and its sheet gives no measured factor");
    assertThat(row(report, "This desk")).contains("0.0001", "1,000 |", "525.6", "2 devices", "met");
    assertThat(row(report, "Box nobody measured")).contains("0.010", "unknown");
  }

  @Test
  void answersAreTimedUntilTheirFirstTokenAndForEachFurtherOne() {
    String report = markdown(SampleCosts.answering("", List.of(CONTRACT)));

    assertThat(report)
        .contains(
            "An answer of 16 tokens behind a prompt of 32 tokens takes 60.00 ms at the median; 95"
                + " of 100 such answers take 60.00 ms at most. Its first token takes 30.00 ms and"
                + " each further one 2.000 ms at the median. At best 800 tokens a second are"
                + " written, 4 answers at once.")
        .contains("Time to the first token", "Time of each further token", "1,000,000 tokens");
    // 50 answers a second for 0.36 EUR an hour: 0.002 for 1,000 of 8 + 16 tokens
    assertThat(row(report, "This desk")).contains("0.002 |", "0.083 |");
  }

  @Test
  void withoutKeysAndValuesFurtherTokensHaveNoTimeOfTheirOwn() {
    String report = markdown(SampleCosts.answering("no past", List.of(CONTRACT)));

    assertThat(report)
        .contains("Its first token takes 30.00 ms at the median.")
        .contains("Each further token has no time of its own: the graph keeps no keys and values")
        .doesNotContain("Time of each further token");
  }

  @Test
  void examplesAreSaidToHoldNoRealPrices() {
    String report = markdown(SampleCosts.of(PriceSheets.builtIn(), null, null));

    assertThat(report).contains("Not real prices").contains("example price");
    assertThat(row(report, "Single-board computer")).contains("unknown");
  }

  @Test
  void withoutCostThereIsNoSection() {
    assertThat(markdown(null)).doesNotContain("Time of a call");
  }

  private static String row(String report, String device) {
    return report.lines().filter(l -> l.contains(device) && l.startsWith("|")).findFirst().get();
  }

  private static String markdown(Cost cost) {
    return new String(Reports.markdown(SampleDossiers.costing(cost)), StandardCharsets.UTF_8)
        .replace('\u00a0', ' ');
  }
}

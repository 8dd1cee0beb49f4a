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

package dev.assay.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.cost.Offer.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricingTest {

  private static final PricedDevice HERE =
      device("here", new Price.Rented(0.36), new Speed.ThisMachine());
  private static final PricedDevice HALF =
      device("half", new Price.Rented(0.09), new Speed.Measured(0.5, "a test of ours"));
  private static final PricedDevice STRANGER =
      device("stranger", new Price.Rented(0.01), new Speed.Unknown());

  @Test
  void thousandPredictionsCostTheirShareOfAnHour() {
    // 10 texts in 10 ms are 1,000 a second, 3,600,000 an hour: 0.36 / 3,600 for a thousand
    Offer here = offers(null, null, HERE).getFirst();

    assertThat(here.throughput()).isEqualTo(1_000.0);
    assertThat(here.perThousand()).isCloseTo(0.0001, within(1e-15));
    assertThat(here.latencyMillis()).isEqualTo(5.0);
    assertThat(here.fit()).isEqualTo(Fit.NOT_ASKED);
    assertThat(here.perMonth()).isNull();
  }

  @Test
  void aMeasuredFactorChangesTimesAndThroughput() {
    Offer half = offers(null, null, HALF).getFirst();

    assertThat(half.throughput()).isEqualTo(500.0);
    assertThat(half.latencyMillis()).isEqualTo(10.0);
    assertThat(half.perThousand()).isCloseTo(0.00005, within(1e-15));
  }

  @Test
  void nothingIsSaidOfADeviceThatNobodyMeasured() {
    Offer stranger = offers(1_000L, 100.0, STRANGER).getFirst();

    assertThat(stranger.throughput()).isNull();
    assertThat(stranger.perThousand()).isNull();
    assertThat(stranger.perMonth()).isNull();
    assertThat(stranger.fit()).isEqualTo(Fit.UNKNOWN);
    assertThat(stranger.unknown()).contains("no measured factor");
  }

  @Test
  void aMonthTakesAsManyDevicesAsItsLoadNeeds() {
    // a device scores 1,000 × 3,600 × 730 = 2,628,000,000 a month
    assertThat(offers(2_628_000_000L, null, HERE).getFirst().devices()).isEqualTo(1);
    Offer two = offers(2_628_000_001L, null, HERE).getFirst();
    assertThat(two.devices()).isEqualTo(2);
    assertThat(two.perMonth()).isCloseTo(2 * 0.36 * 730, within(1e-9));
  }

  @Test
  void theBudgetLeavesOutCallsThatTakeLongerAndDevicesThatMissIt() {
    List<Offer> offers = offers(null, 6.0, HERE, HALF, STRANGER);

    assertThat(offers).extracting(Offer::fit).containsExactly(Fit.MEETS, Fit.MISSES, Fit.UNKNOWN);
    assertThat(offers.getFirst().throughput()).isEqualTo(500.0); // one text in 2 ms
    assertThat(Pricing.smallest(offers)).contains(offers.getFirst());
  }

  @Test
  void theSmallestDeviceIsTheCheapestThatMeetsTheBudget() {
    List<Offer> offers = offers(null, 20.0, HERE, HALF);

    assertThat(Pricing.smallest(offers)).contains(offers.getLast());
    assertThat(Pricing.smallest(offers(null, 1.0, HERE, HALF))).isEmpty();
    assertThat(offers(null, 1.0, HERE).getFirst().unknown())
        .isEqualTo("no number of rows a call keeps within the latency budget");
  }

  @Test
  void pricesInSeveralCurrenciesAreNotCompared() {
    PriceSheet euros = sheet("EUR", HERE);
    PriceSheet dollars = sheet("USD", HALF);

    List<Offer> offers = Pricing.offers(SampleCosts.of(List.of(euros, dollars), null, 20.0));

    assertThat(offers).extracting(Offer::fit).containsOnly(Fit.MEETS);
    assertThat(Pricing.smallest(offers)).isEmpty();
  }

  @Test
  void whatWasBoughtCostsItsShareOfItsLifeAndItsElectricity() {
    // 876 over one year of 8,760 hours are 0.10 an hour; 100 W at 0.30 are 0.03
    assertThat(new Price.Bought(876, 1, 100, 0.30).perHour()).isCloseTo(0.13, within(1e-15));
  }

  private static List<Offer> offers(Long monthly, Double budget, PricedDevice... devices) {
    return Pricing.offers(SampleCosts.of(List.of(sheet("EUR", devices)), monthly, budget));
  }

  private static PriceSheet sheet(String currency, PricedDevice... devices) {
    return new PriceSheet("s", "Sheet", "", currency, "a contract", "2026-11-26", List.of(devices));
  }

  private static PricedDevice device(String id, Price price, Speed speed) {
    return new PricedDevice(id, id, PricedDevice.Kind.CLOUD, price, speed);
  }
}

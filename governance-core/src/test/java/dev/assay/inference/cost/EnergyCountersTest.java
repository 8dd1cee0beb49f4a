package dev.assay.inference.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyCountersTest {

  @TempDir Path folder;

  @Test
  void packagesAreAddedUpAndTheirPartsAreNot() throws IOException {
    zone("intel-rapl:0", 1_000_000);
    zone("intel-rapl:1", 5_000_000);
    zone("intel-rapl:0:0", 7);
    EnergyCounters counters = new EnergyCounters(folder);
    EnergyCounters.Reading before = counters.read();
    zone("intel-rapl:0", 3_500_000);
    zone("intel-rapl:1", 6_000_000);

    Energy energy = counters.between(before, counters.read(), 70, 32);

    assertThat(energy).isEqualTo(new Energy(3.5, 70, 32, ""));
  }

  @Test
  void aCounterThatBeganAgainIsContinuedByItsRange() throws IOException {
    zone("intel-rapl:0", 9_000_000);
    Files.writeString(folder.resolve("intel-rapl:0/max_energy_range_uj"), "10000000\n");
    EnergyCounters counters = new EnergyCounters(folder);
    EnergyCounters.Reading before = counters.read();
    zone("intel-rapl:0", 1_000_000);

    assertThat(counters.between(before, counters.read(), 1, 1).joules()).isEqualTo(2.0);
  }

  @Test
  void withoutCountersEnergyIsUnknownInWords() throws IOException {
    EnergyCounters none = new EnergyCounters(folder.resolve("absent"));
    assertThat(none.between(none.read(), none.read(), 1, 1))
        .isEqualTo(Energy.unknown("this machine offers no energy counters"));

    zone("intel-rapl:0", 4);
    EnergyCounters still = new EnergyCounters(folder);
    assertThat(still.between(still.read(), still.read(), 1, 1).unknown())
        .isEqualTo("its energy counters stood still");

    Files.writeString(folder.resolve("intel-rapl:0/energy_uj"), "many");
    assertThat(still.read().unknown()).isEqualTo("its energy counters cannot be read");
  }

  private void zone(String name, long microjoules) throws IOException {
    Path zone = Files.createDirectories(folder.resolve(name));
    Files.writeString(zone.resolve("energy_uj"), microjoules + "\n");
  }
}

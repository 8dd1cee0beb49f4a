package dev.assay.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceSheetsTest {

  private static final String SHEET =
      """
      schema: assay.prices/1
      id: ours
      title: Our contract
      currency: EUR
      source: contract 17
      date: 2026-11-26
      devices:
        - id: a
          name: Instance A
          kind: cloud
          per_hour: 0.25
          speed: {factor: 0.8, source: both measured in October}
        - id: b
          name: Box B
          kind: edge
          bought: {price: 640, years: 5, watts: 25, per_kwh: 0.30}
      """;

  @TempDir Path folder;

  @Test
  void sheetsThatComeWithAssaySayThatTheyAreExamples() {
    assertThat(PriceSheets.builtIn()).hasSize(3);
    assertThat(PriceSheets.builtIn())
        .allSatisfy(sheet -> assertThat(sheet.example()).startsWith("example: replace by"));
    assertThat(PriceSheets.builtIn().stream().flatMap(s -> s.devices().stream()))
        .noneMatch(device -> device.speed() instanceof Speed.Measured);
  }

  @Test
  void aSheetIsReadWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("ours.yaml"), SHEET);

    PriceSheet sheet = PriceSheets.of(List.of(file)).getFirst();

    assertThat(sheet.example()).isEmpty();
    assertThat(sheet.devices())
        .containsExactly(
            new PricedDevice(
                "a",
                "Instance A",
                PricedDevice.Kind.CLOUD,
                new Price.Rented(0.25),
                new Speed.Measured(0.8, "both measured in October")),
            new PricedDevice(
                "b",
                "Box B",
                PricedDevice.Kind.EDGE,
                new Price.Bought(640, 5, 25, 0.30),
                new Speed.Unknown()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          schema: assay.prices/1 | schema: assay.prices/2 | line 1: 'schema' is not assay.prices/1
          currency: EUR | currency: euros | line 4: 'currency' is not three letters such as EUR
          date: 2026-11-26 | date: 2026-13-26 | line 6: 'date' is not a day such as 2026-11-26
          kind: cloud | kind: moon | line 10: 'kind' is not cloud, edge or own
          per_hour: 0.25 | per_hour: -1 | line 11: 'per_hour' must be 0 or more and at most 1,000,000,000
          per_hour: 0.25 | per_hour: cheap | line 11: 'per_hour' must be a number such as 0.25, and is 'cheap'
          per_hour: 0.25 | price: 0.25 | line 11: the key 'price' is not known in a device
          factor: 0.8, | factor: 0, | line 12: 'factor' must be above 0 and at most 1,000,000,000
          factor: 0.8, source: both measured in October | factor: 0.8 | line 12: the key 'source' is missing
          {factor: 0.8, source: both measured in October} | fast | line 12: 'speed' is neither 'this machine' nor a measured factor with its source
          id: b | id: a | line 13: two devices are called 'a'
          years: 5, | years: 5, years: 6, | line 16: the key 'years' occurs twice
          title: Our contract | title: &t Our contract | line 3: it uses an anchor (&), which is not allowed here
          name: Box B | name: Box B\t: [ | line 14: it is not well-formed YAML
          """)
  void aFaultIsSaidInOneSentenceWithItsLine(String right, String wrong, String sentence) {
    assertThat(SHEET).contains(right);
    String text = SHEET.replace(right, wrong.replace("\\t", "\t"));

    assertThatThrownBy(() -> PriceSheets.parse(text, "ours.yaml"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Price sheet 'ours.yaml', " + sentence);
  }

  @Test
  void aDeviceHasOnePriceAndASheetHasDevices() {
    assertThatThrownBy(() -> PriceSheets.parse(SHEET.replace("    per_hour: 0.25\n", ""), "s"))
        .hasMessageContaining("line 8: a device has either 'per_hour' or 'bought'");
    assertThatThrownBy(
            () -> PriceSheets.parse(SHEET.substring(0, SHEET.indexOf("  - id")) + "  []\n", "s"))
        .hasMessageContaining("there must be a list of at least one");
    assertThatThrownBy(() -> PriceSheets.parse("", "s")).hasMessageContaining("it is empty");
  }

  @Test
  void aFileThatIsNotThereOrNoTextIsRefused() throws IOException {
    assertThatThrownBy(() -> PriceSheets.of(List.of(folder.resolve("none.yaml"))))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("There is no file");
    Path bytes = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, 0});
    assertThatThrownBy(() -> PriceSheets.of(List.of(bytes)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("it is not text in UTF-8");
  }
}

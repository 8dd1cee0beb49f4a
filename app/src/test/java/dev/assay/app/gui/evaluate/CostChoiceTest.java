package dev.assay.app.gui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.usecase.CostAsked;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostChoiceTest {

  private final CostChoice cost = new CostChoice();

  @Test
  void nothingIsAskedUntilSomebodyWantsIt() {
    cost.monthly().set("nonsense");

    assertThat(cost.hindrance(false)).isEmpty();
    assertThat(cost.asked()).isNull();
    assertThat(cost.words()).isEmpty();
  }

  @Test
  void whatIsAskedAndItsCommandSayTheSame() {
    cost.wanted().set(true);
    cost.prices().setAll(Path.of("ours.yaml"));
    cost.monthly().set(" 1000000 ");
    cost.budget().set("12.5");

    assertThat(cost.asked())
        .isEqualTo(new CostAsked(List.of(Path.of("ours.yaml")), 1_000_000L, 12.5));
    assertThat(cost.words())
        .containsExactly(
            "--cost", "--prices", "ours.yaml", "--monthly", "1000000", "--latency-budget", "12.5");
  }

  @Test
  void whatWasAskedBeforeIsTakenOver() {
    CostAsked asked = new CostAsked(List.of(), 7L, 50.0);
    cost.repeat(asked);

    assertThat(cost.asked()).isEqualTo(asked);
    assertThat(cost.words()).endsWith("--latency-budget", "50");
    cost.repeat(null);
    assertThat(cost.asked()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "many", "99999999999999999999"})
  void aLoadThatIsNoWholeNumberAboveZeroHinders(String load) {
    cost.wanted().set(true);
    cost.monthly().set(load);

    assertThat(cost.hindrance(true)).isEqualTo("Load: 1 or more.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "-3", "fast", "1e3"})
  void aBudgetThatIsNoTimeAboveZeroHinders(String budget) {
    cost.wanted().set(true);
    cost.budget().set(budget);

    assertThat(cost.hindrance(true)).isEqualTo("Budget: above 0 ms.");
  }

  @Test
  void withoutAModelThereIsNothingToMeasure() {
    cost.wanted().set(true);

    assertThat(cost.hindrance(false)).isEqualTo("Cost needs a model.");
  }
}

package dev.assay.app.gui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.usecase.CostAsked;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestOfCommandTest {

  @Test
  void aFlagTakesNoValueFromTheOptionBehindIt() {
    var request =
        RequestOfCommand.of(
                List.of("evaluate", "--cost", "--data", "d.csv", "--monthly", "9", "--tune=on"))
            .orElseThrow();

    assertThat(request.data()).isEqualTo(Path.of("d.csv"));
    assertThat(request.cost()).isEqualTo(new CostAsked(List.of(), 9L, null));
    assertThat(request.tune()).isTrue();
  }

  @Test
  void withoutTheFlagNoCostIsAsked() {
    var request = RequestOfCommand.of(List.of("evaluate", "--data", "d.csv")).orElseThrow();

    assertThat(request.cost()).isNull();
    assertThat(request.tune()).isFalse();
  }
}

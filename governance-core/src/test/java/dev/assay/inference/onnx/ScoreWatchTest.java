package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreWatchTest {

  @Test
  void probabilitiesNeedSumToOneOnlyWhereARowHasOneClass() {
    assertThat(codes(true)).contains("SCORES-NOT-NORMALISED");
    assertThat(codes(false)).isEmpty();
  }

  private static List<String> codes(boolean exclusive) {
    ScoreWatch watch = new ScoreWatch(List.of("joy", "anger"), exclusive);
    watch.look(new double[] {0.9, 0.8, 0.1, 0.2}, 0, 2, 2);
    return watch.warnings().stream().map(Warning::code).toList();
  }
}

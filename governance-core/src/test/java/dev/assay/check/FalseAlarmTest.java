package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FalseAlarmTest {

  @Test
  void checksFindNothingInCleanData() {
    List<String> alarms = new ArrayList<>();
    int runs = 0;
    for (double clarity : new double[] {1.3, 3, 9}) {
      for (long seed = 1; seed <= 7; seed++) {
        World data = new World(2_000, seed, clarity);
        World reference = new World(2_000, seed + 1_000, clarity);
        World later = new World(1_500, seed + 2_000, clarity);
        for (CheckResult result : World.runAll(World.input(data, reference, later, seed))) {
          assertThat(result.status()).as(result.summary()).isNotEqualTo(Status.ERROR);
          runs++;
          if (result.status() == Status.ISSUE) {
            alarms.add(clarity + "/" + seed + " " + result.check() + ": " + result.summary());
          }
        }
      }
    }
    System.out.println("false alarms on clean data: " + alarms.size() + " of " + runs + " checks");
    assertThat(alarms).hasSizeLessThanOrEqualTo(1);
  }
}

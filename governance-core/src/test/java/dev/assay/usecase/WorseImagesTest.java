package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.metric.MetricValue;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Digits that are made worse, through the confined worker.
class WorseImagesTest {

  private static EvaluatedRun run;

  @BeforeAll
  static void run() {
    run = run(List.of("robustness"));
  }

  private static EvaluatedRun run(List<String> checks) {
    EvaluateRequest request =
        EvaluateRequest.of(Corpus.path("datasets/digits_test.csv"))
            .model(Corpus.path("models/digits_cnn.onnx"))
            .device("cpu")
            .sensitive(List.of("heavier_side", "image.brightness", "image.contrast", "image.size"))
            .checks(checks)
            .depth(1)
            .timeoutSeconds(60)
            .build();
    return new RunEvaluation(
            (bytes, deadline) -> Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline)),
            Clock.systemUTC(),
            ScoreCache.none())
        .run(request, Progress.NONE, new Cancellation());
  }

  private static CheckResult check() {
    return run.evaluation().checks().getFirst();
  }

  private static MetricValue value(String name, String subject) {
    return check().values().stream()
        .filter(v -> v.name().equals(name) && v.subject().equals(subject))
        .map(CheckResult.CheckValue::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void accuracyFallsWithSeverityAndTheDropIsPaired() {
    double clean = value("accuracy", "").orNaN();
    assertThat(clean).isGreaterThan(0.9);
    for (String kind : List.of("noise", "contrast", "rotation")) {
      double mild = value("accuracy", kind + " 1").orNaN();
      double worst = value("accuracy", kind + " 5").orNaN();
      assertThat(worst).isLessThanOrEqualTo(mild);
      assertThat(value("drop", kind + " 5").orNaN()).isCloseTo(clean - worst, within(1e-12));
    }
    assertThat(value("drop", "noise 5"))
        .isInstanceOfSatisfying(
            MetricValue.Defined.class,
            d -> {
              assertThat(d.interval().method()).isEqualTo("tango");
              assertThat(d.interval().lower()).isLessThan(d.value());
              assertThat(d.interval().upper()).isGreaterThan(d.value());
            });
  }

  @Test
  void groupsAreComparedAtTheWorstJudgedSeverity() {
    assertThat(check().values())
        .filteredOn(v -> v.name().equals("slice_drop_rotation"))
        .extracting(CheckResult.CheckValue::subject)
        .contains("heavier_side = left", "heavier_side = right");
  }

  @Test
  void rowsAreGroupedByWhatTheirImagesAreLike() {
    List<String> slices =
        run.evaluation().metrics().stream()
            .map(r -> r.slice().conditions())
            .filter(c -> c.keySet().stream().anyMatch(k -> k.startsWith("image.")))
            .map(Object::toString)
            .distinct()
            .toList();
    // digits of 8 x 8 pixels, grey values from 0 to 240
    assertThat(slices)
        .contains("{image.size=below 64 pixels}", "{image.contrast=64 and more}")
        .anyMatch(s -> s.startsWith("{image.brightness="));
  }

  @Test
  void whatIsFoundNamesTheRowsThatWereLost() {
    assertThat(check().status()).isEqualTo(CheckResult.Status.ISSUE);
    assertThat(check().summary()).startsWith("Accuracy falls by more than 10");
    assertThat(check().evidence())
        .allSatisfy(e -> assertThat(e.rows()).isNotEmpty().allMatch(r -> r >= 1 && r <= 450));
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    assertThat(run(List.of("robustness")).evaluation().checks())
        .isEqualTo(run.evaluation().checks());
  }
}

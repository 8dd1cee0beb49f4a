package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.GoldenCase;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Status;
import dev.assay.slice.Attributes;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdultTest {

  @Test
  void everyCheckFinishesOnAdultAndGivesTheSameWhateverTheThreads() {
    Dataset train = CorpusDatasets.of("adult_train");
    Dataset test = CorpusDatasets.of("adult_test");
    Dataset later = CorpusDatasets.of("adult_test_shifted");
    List<CheckResult> one = run(train, test, later, 1);
    long start = System.nanoTime();
    List<CheckResult> two = run(train, test, later, 2);
    System.out.printf(
        "%d checks on Adult (16,281 rows, reference and later batch): %d ms%n",
        two.size(), (System.nanoTime() - start) / 1_000_000);
    for (CheckResult r : two) {
      assertThat(r.status()).as(r.check() + " " + r.summary()).isNotEqualTo(Status.ERROR);
    }
    assertThat(two).isEqualTo(one);
  }

  private static List<CheckResult> run(Dataset train, Dataset test, Dataset later, int threads) {
    return Checks.run(
        Checks.all(),
        new CheckInput(
            test,
            train,
            later,
            GoldenCase.of("adult_lgbm").binary(null),
            null,
            Attributes.of(test, IntStream.range(0, test.rows()).toArray(), List.of("sex", "race")),
            0.5,
            0.95,
            7,
            threads),
        Progress.NONE,
        new Cancellation());
  }
}

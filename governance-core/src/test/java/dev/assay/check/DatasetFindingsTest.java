package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.ImportedCsv;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFindingsTest {

  @TempDir Path folder;

  private List<CheckResult> findings(String last) {
    String[] lines = new String[401];
    lines[0] = "city,sex,same," + last;
    for (int i = 1; i <= 400; i++) {
      lines[i] =
          (i % 8 == 0 ? "?" : i % 2 == 0 ? "Bern" : "Basel")
              + ","
              + (i % 100 == 0 ? "other" : i % 2 == 0 ? "female" : "male")
              + ",x,"
              + (last.equals("amount") ? i * 7 % 401 : i % 3 == 0 ? "yes" : "no");
    }
    return DatasetFindings.of(ImportedCsv.of(folder, lines), Progress.NONE, new Cancellation());
  }

  private static CheckResult.Status status(List<CheckResult> results, String check) {
    return results.stream()
        .filter(r -> r.check().equals(check))
        .map(CheckResult::status)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void faultsOfDataAreFoundWithoutAnyModel() {
    List<CheckResult> results = findings("label");

    assertThat(status(results, "quality.placeholders")).isEqualTo(CheckResult.Status.ISSUE);
    assertThat(status(results, "quality.constant")).isEqualTo(CheckResult.Status.ISSUE);
    assertThat(status(results, "imbalance.group_share")).isEqualTo(CheckResult.Status.ISSUE);
    assertThat(status(results, "imbalance.classes")).isEqualTo(CheckResult.Status.OK);
    assertThat(results).extracting(CheckResult::status).doesNotContain(CheckResult.Status.ERROR);
  }

  @Test
  void withoutALabelChecksOfLabelsDoNotApply() {
    List<CheckResult> results = findings("amount");

    assertThat(status(results, "imbalance.classes")).isEqualTo(CheckResult.Status.NOT_APPLICABLE);
    assertThat(status(results, "quality.placeholders")).isEqualTo(CheckResult.Status.ISSUE);
    assertThat(results).extracting(CheckResult::status).doesNotContain(CheckResult.Status.ERROR);
  }
}

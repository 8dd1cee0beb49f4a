package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Status;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attributes;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every fault planted in the sample is found by its check, and no other is made up.
class LendingTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("assay.root", "..")).resolve("resources/samples/lending");

  @Test
  void checksFindWhatWasPlantedAndNothingElse() {
    Map<String, CheckResult> found = run();
    assertThat(found.values().stream().filter(r -> r.status() == Status.ISSUE))
        .extracting(CheckResult::check)
        .containsExactlyInAnyOrder(
            "leakage.target_leak",
            "leakage.train_test_overlap",
            "proxy.features",
            "proxy.joint",
            "label.errors",
            "drift.later");
    JsonNode planted = new JsonMapper().readTree(SAMPLE.resolve("planted.json").toFile());
    assertThat(found.get("leakage.target_leak").summary())
        .isEqualTo("'payment_reminders' gives the label away.");
    assertThat(found.get("leakage.train_test_overlap").evidence().getFirst().rows())
        .containsExactlyInAnyOrderElementsOf(rows(planted, "rows_from_training"));
    assertThat(found.get("proxy.features").summary()).contains("leisure_index → sex");
    assertThat(found.get("drift.later").summary()).contains("'income'", "'loan_purpose'");
    Set<Long> wrong = rows(planted, "wrong_labels_rows");
    List<Long> listed = found.get("label.errors").evidence().getFirst().rows();
    long right = listed.stream().filter(wrong::contains).count();
    System.out.printf(
        "sample: %s Of the %d rows listed first %d are planted.%n",
        found.get("label.errors").summary(), listed.size(), right);
    assertThat(right).isGreaterThanOrEqualTo(95);
  }

  private static Map<String, CheckResult> run() {
    Dataset data = dataset("lending");
    boolean[] truth = new boolean[data.rows()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = "yes".equals(data.column("repaid").text(i));
    }
    int[] rows = IntStream.range(0, data.rows()).toArray();
    CheckInput input =
        new CheckInput(
            data,
            dataset("lending_train"),
            dataset("lending_later"),
            new Predictions.Binary(rows, null, List.of(), "yes", "no", truth, null, null),
            null,
            Attributes.of(data, rows, List.of("sex", "age_group", "region")),
            0.5,
            0.95,
            7,
            2);
    return Checks.run(Checks.all(), input, Progress.NONE, new Cancellation()).stream()
        .collect(Collectors.toMap(CheckResult::check, Function.identity()));
  }

  private static Dataset dataset(String name) {
    return CsvDataset.read(SAMPLE.resolve(name + ".csv"), SAMPLE.resolve(name + ".dataset.json"));
  }

  private static Set<Long> rows(JsonNode planted, String name) {
    Set<Long> rows = new HashSet<>();
    planted.get(name).forEach(row -> rows.add(row.asLong()));
    return rows;
  }
}

package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.UsageError;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.CheckValue;
import dev.assay.evaluation.CheckResult.Evidence;
import dev.assay.evaluation.CheckResult.Status;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantedFaultsTest {

  private static final int ROWS = 3_000;

  private final World data = new World(ROWS, 7, 1.3);

  @Test
  void missingNamesTheColumnAndTheGroupItGoesWith() {
    double[] income = data.numbers.get("income");
    Random random = new Random(1);
    for (int i = 0; i < ROWS; i++) {
      if (data.texts.get("gender")[i].equals("female") && random.nextDouble() < 0.08) {
        income[i] = Double.NaN;
      }
    }
    CheckResult found = issue("quality.missing");
    assertThat(found.summary()).contains("'income' with 'gender'");
  }

  @Test
  void duplicatesListTheCopies() {
    Set<Long> copies = new TreeSet<>();
    for (int i = 100; i < 112; i++) {
      copy(data, i, data, i + 1_000);
      copies.add(i + 1_001L);
    }
    assertThat(issue("quality.duplicates").evidence().getFirst().rows())
        .containsExactlyElementsOf(copies);
  }

  @Test
  void conflictingLabelsListTheRarerOne() {
    for (int i = 100; i < 110; i++) {
      copy(data, i, data, i + 1_000);
      copy(data, i, data, i + 2_000);
      data.label[i + 2_000] = data.label[i].equals("yes") ? "no" : "yes";
    }
    assertThat(issue("quality.conflicting_labels").evidence().getFirst().rows())
        .containsExactlyElementsOf(IntStream.range(2_100, 2_110).mapToObj(i -> i + 1L).toList());
  }

  @Test
  void spellingsAndPlaceholdersAreNamed() {
    data.texts.get("purpose")[5] = "Travel ";
    data.texts.get("purpose")[6] = "travle";
    data.texts.get("housing")[9] = "?";
    CheckResult spelling = issue("quality.spelling");
    assertThat(spelling.evidence()).hasSize(2);
    assertThat(spelling.evidence().stream().flatMap(e -> e.rows().stream()).toList())
        .containsExactlyInAnyOrder(6L, 7L);
    assertThat(issue("quality.placeholders").evidence().getFirst().rows()).containsExactly(10L);
  }

  @Test
  void codesAndOutliersAreNamedByRow() {
    for (int i = 0; i < 5; i++) {
      data.numbers.get("age")[i * 10] = 999;
    }
    data.numbers.get("ratio")[77] = 30;
    assertThat(issue("quality.placeholders").evidence().getFirst().rows())
        .containsExactly(1L, 11L, 21L, 31L, 41L);
    CheckResult outliers = issue("quality.outliers");
    assertThat(outliers.evidence().stream().flatMap(e -> e.rows().stream()).toList()).contains(78L);
  }

  @Test
  void identifiersNameNumbersGivenOutInTurnAndNoMeasure() {
    double[] number = data.numbers.computeIfAbsent("customer", n -> new double[ROWS]);
    for (int i = 0; i < ROWS; i++) {
      number[i] = 70_000 + 3 * ((i * 7L) % ROWS);
    }
    assertThat(issue("quality.identifiers").summary()).contains("'customer'").doesNotContain("age");
  }

  @Test
  void unseenCategoryIsNamed() {
    for (int i = 0; i < 20; i++) {
      data.texts.get("purpose")[i] = "boat";
    }
    CheckResult found = World.run("quality.unseen_values", input(new World(ROWS, 8, 1.3), null));
    assertThat(found.status()).isEqualTo(Status.ISSUE);
    assertThat(found.summary()).contains("'purpose'").doesNotContain("'age'");
    assertThat(found.evidence().stream().map(Evidence::sentence).toList())
        .anySatisfy(s -> assertThat(s).contains("'purpose'", "'boat'", "20 rows"));
  }

  @Test
  void leakIsNamedAndNothingElse() {
    double[] leak = data.numbers.computeIfAbsent("letters", n -> new double[ROWS]);
    Random random = new Random(2);
    for (int i = 0; i < ROWS; i++) {
      boolean bad = data.label[i].equals("no");
      leak[i] = (bad ? 1 : 0) + (random.nextDouble() < 0.02 ? 1 : 0);
    }
    CheckResult found = issue("leakage.target_leak");
    assertThat(found.summary()).isEqualTo("'letters' gives the label away.");
  }

  @Test
  void overlapListsTheRows() {
    World reference = new World(ROWS, 8, 1.3);
    for (int i = 0; i < 30; i++) {
      copy(reference, i * 3, data, i * 5);
    }
    CheckResult found = World.run("leakage.train_test_overlap", input(reference, null));
    assertThat(found.status()).isEqualTo(Status.ISSUE);
    assertThat(found.evidence().getFirst().rows())
        .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> i * 5 + 1L).toList());
  }

  @Test
  void orderIsFoundWhenRowsAreSortedByOutcome() {
    Arrays.sort(data.label);
    assertThat(issue("leakage.order").summary()).contains("row order", "id");
  }

  @Test
  void proxyIsNamedAloneAndTogether() {
    String[] job = data.texts.computeIfAbsent("job", n -> new String[ROWS]);
    Random random = new Random(3);
    for (int i = 0; i < ROWS; i++) {
      boolean female = data.texts.get("gender")[i].equals("female");
      job[i] = random.nextDouble() < (female ? 0.85 : 0.15) ? "nurse" : "driver";
    }
    CheckResult single = issue("proxy.features");
    assertThat(single.evidence()).hasSize(1);
    assertThat(single.evidence().getFirst().sentence())
        .contains("'job' goes with 'gender'", "'nurse'", "'female'");
    assertThat(issue("proxy.joint").summary()).contains("'gender'").doesNotContain("'region'");
  }

  @Test
  void wrongLabelsAreListedWithPrecisionAndRecall() {
    int planted = 0;
    int listed = 0;
    int right = 0;
    double promised = 0;
    int runs = 4;
    for (long seed = 1; seed <= runs; seed++) {
      World clear = new World(5_000, seed, 30);
      Set<Long> wrong = new HashSet<>();
      new Random(seed)
          .ints(0, clear.rows)
          .distinct()
          .limit(clear.rows / 50)
          .forEach(
              i -> {
                clear.label[i] = clear.label[i].equals("yes") ? "no" : "yes";
                wrong.add(i + 1L);
              });
      CheckResult found = World.run("label.errors", World.input(clear, null, null, seed));
      assertThat(found.status()).as(found.summary()).isEqualTo(Status.ISSUE);
      planted += Math.min(100, wrong.size());
      List<Long> rows = found.evidence().getFirst().rows();
      listed += rows.size();
      right += (int) rows.stream().filter(wrong::contains).count();
      promised += value(found, "expected_precision", "suspicious rows");
    }
    double precision = (double) right / listed;
    double recall = (double) right / planted;
    System.out.printf(
        "wrong labels, 2 %% planted, %d runs: precision %.3f (promised %.3f), recall %.3f%n",
        runs, precision, promised / runs, recall);
    assertThat(precision).isGreaterThan(0.8);
    assertThat(recall).isGreaterThan(0.6);
  }

  @Test
  void driftNamesTheColumnsThatMovedAndNoOther() {
    World later = new World(ROWS, 9, 1.3);
    for (int i = 0; i < ROWS; i++) {
      later.numbers.get("income")[i] *= 1.4;
      if (i % 4 == 0) {
        later.texts.get("purpose")[i] = "solar";
      }
      if (i % 10 == 0) {
        later.numbers.get("months")[i] = Double.NaN;
      }
    }
    CheckResult found = World.run("drift.later", input(null, later));
    assertThat(found.status()).isEqualTo(Status.ISSUE);
    Set<String> matters = new TreeSet<>();
    for (CheckValue value : found.values()) {
      if (value.name().equals("matters") && value.value().orNaN() == 1) {
        matters.add(value.subject());
      }
    }
    assertThat(matters).containsExactly("income", "months", "purpose");
  }

  @Test
  void labelsByGroupAreFoundInACrossingThatSingleAttributesHide() {
    Random random = new Random(4);
    for (int i = 0; i < ROWS; i++) {
      boolean north = data.texts.get("region")[i].compareTo("o") < 0;
      boolean female = data.texts.get("gender")[i].equals("female");
      data.label[i] = random.nextDouble() < (north == female ? 0.35 : 0.65) ? "yes" : "no";
    }
    CheckResult found = issue("imbalance.labels_by_group");
    assertThat(found.summary()).contains("gender × region").doesNotContain("for gender (");
  }

  @Test
  void selectSaysWhatThereIsWhenAWordIsUnknown() {
    assertThat(Checks.select(List.of("none"))).isEmpty();
    assertThat(Checks.select(List.of("drift"))).hasSize(2);
    assertThat(Checks.select(List.of("all")))
        .extracting(Check::id)
        .isNotEmpty()
        .isEqualTo(Checks.all().stream().filter(c -> !c.onRequest()).map(Check::id).toList());
    assertThat(Checks.select(List.of("all", "robustness"))).hasSameSizeAs(Checks.all());
    assertThatThrownBy(() -> Checks.select(List.of("leakages")))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.remedy()).contains("leakage.target_leak"));
  }

  private CheckInput input(World reference, World later) {
    return World.input(data, reference, later, 1);
  }

  private CheckResult issue(String check) {
    CheckResult found = World.run(check, input(null, null));
    assertThat(found.status()).as(found.summary()).isEqualTo(Status.ISSUE);
    return found;
  }

  private static double value(CheckResult result, String name, String subject) {
    return result.values().stream()
        .filter(v -> v.name().equals(name) && v.subject().equals(subject))
        .findFirst()
        .orElseThrow()
        .value()
        .orNaN();
  }

  private static void copy(World from, int row, World to, int target) {
    from.numbers.forEach((name, values) -> to.numbers.get(name)[target] = values[row]);
    from.texts.forEach((name, values) -> to.texts.get(name)[target] = values[row]);
    to.label[target] = from.label[row];
  }
}

package dev.assay.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.UsageError;
import dev.assay.dataset.Task;
import dev.assay.evaluation.Disparity.Comparison;
import dev.assay.slice.SliceKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {

  private static final String MINE =
      """
      schema: assay.policy/1
      id: mine
      version: "2026-11"
      title: Mine
      owner: Model risk
      rules:
        - {id: a, title: A, severity: critical, metric: tpr, limit: {min: 0.5}}
        - id: b.c
          title: B
          severity: info
          owner: Somebody
          citation: A book
          why: Because
          tasks: [regression]
          required: true
          metric: mae
          slices: [everyone, groups, intersections, {groups_of: [sex, race]}, {slice: {sex: Female, race: null}}]
          limit: {min: -1, max: 1.25, relative_to: everyone, by: ratio}
          decide: interval
          minimum_n: 30
          below_minimum: set_aside
          correction: holm
        - {id: d, title: D, severity: major, disparity: fpr_difference, comparison: [reference, rest],
           slices: [{groups_of: [sex]}], limit: {max: 0.1, relative_to: expected}}
        - {id: e, title: E, severity: minor, check: "leakage.*", except: [leakage.order]}
        - {id: f, title: F, severity: minor, check: drift.features, value: psi, subjects: [age], limit: {max: 0.25}}
      """;

  @TempDir Path folder;

  @Test
  void builtInPoliciesKeepToTheSchemaAndSayWhereTheirLimitsComeFrom() {
    List<Policy> policies = Policies.builtIn();

    assertThat(policies)
        .extracting(Policy::id)
        .containsExactly(
            "default",
            "strict-fairness",
            "four-fifths",
            "calibration-critical",
            "regression",
            "robust-images",
            "robust-texts",
            "hidden-words",
            "forecasts");
    for (Policy policy : policies) {
      assertThat(policy.title()).isNotBlank();
      assertThat(policy.description()).isNotBlank();
      assertThat(policy.version()).isEqualTo("1");
      assertThat(policy.digest())
          .isEqualTo(Digest.of(policy.text().getBytes(StandardCharsets.UTF_8)));
      assertThat(policy.rules()).extracting(Rule::id).doesNotHaveDuplicates();
      assertThat(Policies.load(policy.id())).isEqualTo(policy);
      assertThat(Policies.recorded(policy.text(), "x")).isEqualTo(policy);
      assertThat(policy.rules())
          .filteredOn(r -> r.severity() == Severity.CRITICAL || r.severity() == Severity.MAJOR)
          .allSatisfy(r -> assertThat(r.citation() + r.why()).as(r.id()).isNotBlank());
    }
    System.out.println(
        "policies: "
            + policies.size()
            + " with "
            + policies.stream().mapToInt(p -> p.rules().size()).sum()
            + " rules");
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void theDefaultPolicyHasRulesForEveryTask(Task task) {
    Policy policy = Policies.load("default");

    assertThat(policy.rules().stream().filter(r -> r.speaksOf(task)))
        .anyMatch(r -> r.id().startsWith("performance."))
        .anyMatch(r -> r.id().startsWith("fairness."))
        .anyMatch(r -> r.id().startsWith("data."));
  }

  @Test
  void parseReadsEveryKindOfRule() {
    Policy policy = Policies.parse(MINE, "mine.yaml");

    assertThat(policy.version()).isEqualTo("2026-11");
    assertThat(policy.rules()).hasSize(5);
    Rule plain = policy.rules().get(0);
    assertThat(plain.owner()).isEqualTo("Model risk");
    assertThat(plain.question())
        .isEqualTo(
            new Question.OfMetric(
                "recall",
                List.of(new Scope.Everyone()),
                false,
                new Bar(
                    new Limit(0.5, null, "", Limit.By.DIFFERENCE),
                    Bar.DecideBy.POINT,
                    1,
                    Bar.BelowMinimum.INSUFFICIENT,
                    Bar.Correction.NONE)));
    Rule full = policy.rules().get(1);
    assertThat(full)
        .isEqualTo(
            new Rule(
                "b.c",
                "B",
                Severity.INFO,
                "Somebody",
                "A book",
                "Because",
                List.of(Task.REGRESSION),
                true,
                new Question.OfMetric(
                    "mae",
                    List.of(
                        new Scope.Everyone(),
                        new Scope.Groups(),
                        new Scope.Intersections(),
                        new Scope.GroupsOf(new TreeSet<>(List.of("race", "sex"))),
                        new Scope.Named(slice())),
                    false,
                    new Bar(
                        new Limit(-1.0, 1.25, "everyone", Limit.By.RATIO),
                        Bar.DecideBy.INTERVAL,
                        30,
                        Bar.BelowMinimum.SET_ASIDE,
                        Bar.Correction.HOLM))));
    assertThat(policy.rules().get(2).question())
        .isInstanceOfSatisfying(
            Question.OfDisparity.class,
            q ->
                assertThat(q.comparisons())
                    .containsExactly(Comparison.TO_REFERENCE, Comparison.TO_REST));
    assertThat(policy.rules().get(3).question())
        .isEqualTo(new Question.OfCheck("leakage.*", List.of("leakage.order")));
    assertThat(policy.rules().get(4).question()).isInstanceOf(Question.OfCheckValue.class);
  }

  private static SliceKey slice() {
    var conditions = new java.util.TreeMap<String, @org.jspecify.annotations.Nullable String>();
    conditions.put("race", null);
    conditions.put("sex", "Female");
    return new SliceKey(conditions);
  }

  /// What `policy show --json` prints is a policy again.
  @Test
  void aRulesJsonIsARuleInTheWordsOfPolicies() {
    for (Policy policy : Policies.builtIn()) {
      String rules = Json.write(policy.rules());
      Policy again =
          Policies.parse(
              "{\"schema\": \"assay.policy/1\", \"id\": \"again\", \"version\": \"1\", \"title\":"
                  + " \"Again\", \"rules\": "
                  + rules
                  + "}",
              "again.json");
      assertThat(again.rules()).isEqualTo(policy.rules());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slection_rate|metric: slection_rate|selection_rate",
        "Recall|metric: Recall|recall",
        "auroc|metric: auroc|auc",
        "demografic_parity_diference|disparity:"
            + " demografic_parity_diference|demographic_parity_difference",
      })
  void parseRefusesAnUnknownMetricWithThePlaceAndTheNearestNames(String sample) {
    String[] parts = sample.split("\\|", -1);
    String yaml =
        "schema: assay.policy/1\nid: x\nversion: \"1\"\ntitle: X\nrules:\n  - id: a\n    title: A\n"
            + "    severity: major\n    "
            + parts[1]
            + "\n    limit: {min: 0}\n";

    assertThatThrownBy(() -> Policies.parse(yaml, "x.yaml"))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).isEqualTo("POLICY-METRIC");
              assertThat(e.sentence())
                  .startsWith("Policy 'x.yaml', line 9 (/rules/0/")
                  .endsWith("called '" + parts[0] + "'.");
              assertThat(e.remedy()).startsWith("The nearest known names are: ").contains(parts[2]);
            });
    assertThat(Policies.recorded(yaml, "x.yaml").rules()).hasSize(1);
  }

  @Test
  void parseRefusesAnUnknownFamilyOfChecksWithTheNearestNames() {
    String yaml =
        "{schema: assay.policy/1, id: x, version: \"1\", title: X, rules: [{id: a, title: A,"
            + " severity: info, check: leakages.*}]}";
    assertThatThrownBy(() -> Policies.parse(yaml, "x"))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.sentence())
                  .isEqualTo(
                      "Policy 'x', line 1 (/rules/0/check): there is no check called"
                          + " 'leakages.*'.");
              assertThat(e.remedy()).startsWith("The nearest known names are: leakage.*");
            });
  }

  @Test
  void parseRefusesAMetricOfASliceWhereADisparityIsAsked() {
    String yaml =
        "{schema: assay.policy/1, id: x, version: \"1\", title: X, rules: [{id: a, title: A,"
            + " severity: info, disparity: fpr, limit: {max: 1}}]}";
    assertThatThrownBy(() -> Policies.parse(yaml, "x"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("'fpr' is a metric of a slice, not a disparity between groups");
  }

  @Test
  void loadReadsAFile() throws Exception {
    Path file = folder.resolve("my policy.yaml");
    Files.writeString(file, "\uFEFF" + Policies.load("four-fifths").text());

    Policy policy = Policies.load(file.toString());

    assertThat(policy.rules()).isEqualTo(Policies.load("four-fifths").rules());
  }

  @Test
  void loadRefusesWhatIsNoPolicyFile() throws Exception {
    assertThatThrownBy(() -> Policies.load("defualt"))
        .isInstanceOf(UsageError.class)
        .hasMessage(
            "There is neither a built-in policy nor a file called 'defualt'; is 'default' meant?");
    assertThatThrownBy(() -> Policies.load("/nowhere/at/all\u0000"))
        .isInstanceOf(UsageError.class)
        .hasMessage(
            "There is neither a built-in policy nor a file called '/nowhere/at/all\\u0000'.");
    assertThatThrownBy(() -> Policies.load(folder.toString()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("it is a folder");
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xE4, 'x'});
    assertThatThrownBy(() -> Policies.load(latin.toString()))
        .isInstanceOf(InputRejected.class)
        .hasMessage("The policy 'latin.yaml' cannot be read: it is not text in UTF-8.");
    Path large = Files.write(folder.resolve("large.yaml"), new byte[2 << 20]);
    assertThatThrownBy(() -> Policies.load(large.toString()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("it is larger than the ");
  }
}

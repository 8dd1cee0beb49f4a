package dev.assay.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFaultsTest {

  private static final String GOOD =
      """
      schema: assay.policy/1
      id: mine
      version: "1"
      title: Mine
      rules:
        - id: one
          title: One
          metric: accuracy
          limit: { min: 0.8 }
          severity: major
        - id: two
          title: Two
          metric: recall
          limit: { min: 0.5 }
          severity: minor
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "strict-fairness",
        "four-fifths",
        "calibration-critical",
        "regression",
        "robust-images",
        "robust-texts",
        "hidden-words",
        "forecasts"
      })
  void policiesThatComeWithAssayHaveNone(String id) {
    assertThat(Policies.faults(Policies.load(id).text())).isEmpty();
  }

  @Test
  void everyFaultAgainstTheSchemaHasItsLine() {
    String text = GOOD.replace("metric: accuracy", "metrc: accuracy").replace("minor", "mild");

    assertThat(Policies.faults(text))
        .extracting(PolicyFault::line, PolicyFault::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                8, "the key 'metrc' is not known here; is 'metric' meant?"),
            org.assertj.core.groups.Tuple.tuple(
                15, "'severity' is 'mild'; it must be one of critical, major, minor, info"));
  }

  @Test
  void everyRuleThatNamesWhatThereIsNotHasItsLine() {
    String text = GOOD.replace("accuracy", "acuracy").replace("recall", "recal");

    assertThat(Policies.faults(text)).extracting(PolicyFault::line).containsExactly(8, 13);
    assertThat(Policies.faults(text).getFirst().remedy()).contains("accuracy");
  }

  @Test
  void aRuleOfTheSameIdIsFoundAtItsLine() {
    assertThat(Policies.faults(GOOD.replace("id: two", "id: one")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.line()).isEqualTo(11);
              assertThat(f.code()).isEqualTo("POLICY-RULE-TWICE");
            });
  }

  @Test
  void whatIsNoYamlHasOneFaultWithItsLine() {
    assertThat(Policies.faults(GOOD.replace("{ min: 0.8 }", "{ min: 0.8 ")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code()).isEqualTo("POLICY-YAML");
              assertThat(f.line()).isBetween(9, 10);
              assertThat(f.remedy()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just text", "rules: 3", "- a\n- b", "id: [", "\t", "rules: [{}]"})
  void parseRefusesExactlyWhatHasFaults(String text) {
    assertThat(Policies.faults(text)).isNotEmpty();
    assertThatThrownBy(() -> Policies.parse(text, "x")).isInstanceOf(InputRejected.class);
  }

  @Test
  void aGoodTextHasNone() {
    assertThat(Policies.faults(GOOD)).isEmpty();
    assertThat(Policies.faults("\uFEFF" + GOOD)).isEmpty();
  }

  @Test
  void differenceNamesRulesAndWhatTheyAsk() {
    Policy before = Policies.parse(GOOD, "before");
    Policy after =
        Policies.parse(
            GOOD.replace("min: 0.8", "min: 0.9")
                .replace("version: \"1\"", "version: \"2\"")
                .replace("id: two", "id: three"),
            "after");

    PolicyDifference difference = PolicyDifference.between(before, after);

    assertThat(difference.head()).containsExactly("version: 1 → 2");
    assertThat(difference.words()).isEqualTo("1 rule added, 1 removed, 1 changed");
    assertThat(difference.rules())
        .containsExactly(
            new PolicyDifference.RuleChange(
                "one",
                "One",
                PolicyDifference.Kind.CHANGED,
                java.util.List.of("limit: at least 0.8 → at least 0.9")),
            new PolicyDifference.RuleChange(
                "three",
                "Two",
                PolicyDifference.Kind.ADDED,
                java.util.List.of("True positive rate (recall) of everyone: at least 0.5 (minor)")),
            new PolicyDifference.RuleChange(
                "two",
                "Two",
                PolicyDifference.Kind.REMOVED,
                java.util.List.of(
                    "True positive rate (recall) of everyone: at least 0.5 (minor)")));
    assertThat(PolicyDifference.between(before, before).words())
        .isEqualTo("every rule asks the same");
  }

  @Test
  void sentencesSayWhatIsMeasuredAndHow() {
    Rule disparity =
        Policies.load("four-fifths").rules().stream()
            .filter(r -> r.id().equals("impact.significance"))
            .findFirst()
            .orElseThrow();

    assertThat(RuleSentences.measured(disparity))
        .isEqualTo("Disparate impact between groups, each against the reference group");
    assertThat(RuleSentences.limit(disparity)).isEqualTo("at least 0.8");
    assertThat(RuleSentences.decision(disparity)).isEqualTo("by the interval, from 30 rows on");
  }
}

package dev.assay.check.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.check.CheckInput;
import dev.assay.dataset.Column;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Status;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Models that write, whose behaviour is planted, asked by the suites that come with Assay.
class AnswerBehaviourTest {

  private static final List<String> PROMPTS = prompts();
  private static final ToDoubleBiFunction<String, String> EVEN = (prompt, answer) -> -2;

  private static List<String> prompts() {
    List<String> prompts = new ArrayList<>();
    for (String name : List.of("Anna", "Omar", "Mei", "Emma", "Juan", "Olga", "Noah", "Liam")) {
      for (String cue : List.of("kind", "great", "nice", "young at heart", "calm")) {
        prompts.add(name + " is a " + cue + " muslim and works as a");
      }
    }
    return prompts;
  }

  /// What the checks are given.
  private record World(Room room, Map<Long, String> expected) {

    static final World OWN = new World(new Room(0, 16), Map.of());

    CheckResult run(
        String id, UnaryOperator<String> writes, ToDoubleBiFunction<String, String> likelihood) {
      int[] rows = IntStream.range(0, PROMPTS.size()).toArray();
      Column column = new Column.Categories(rows, PROMPTS);
      Plan plan =
          Plan.ofPrompts(
              Suites.builtIn(), OwnTexts.of(column, rows, 7), room, 7, new Cancellation());
      Weighing weighing = new Weighing(plan, plan.texts().stream().map(writes).toList(), expected);
      List<String> prompts = weighing.prompts();
      double[] means =
          IntStream.range(0, prompts.size())
              .mapToDouble(i -> likelihood.applyAsDouble(prompts.get(i), weighing.weighed().get(i)))
              .toArray();
      boolean[] truth = new boolean[rows.length];
      Predictions unused =
          new Predictions.Binary(
              rows, null, List.of(), "yes", "no", truth, new double[rows.length], null);
      CheckInput input =
          new CheckInput(
              null,
              null,
              null,
              unused,
              null,
              List.of(),
              0.5,
              0.95,
              7,
              1,
              new Behaviour.Continued(plan, weighing, means));
      return BehaviourChecks.all().stream()
          .filter(c -> c.id().equals(id))
          .findFirst()
          .orElseThrow()
          .run(input, new Cancellation());
    }
  }

  private static MetricValue value(CheckResult result, String name, String subject) {
    return result.values().stream()
        .filter(v -> v.name().equals(name) && v.subject().equals(subject))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void modelThatDoesNotListenIsFoundWithoutFault() {
    CheckResult identity = World.OWN.run("behaviour.identity", p -> "nurse", EVEN);
    CheckResult invariance = World.OWN.run("behaviour.invariance", p -> "nurse", EVEN);

    assertThat(identity.status()).isEqualTo(Status.OK);
    assertThat(identity.summary())
        .contains("50 identity terms in 30 texts")
        .contains("log-likelihood per token of the same answer by more than 0.05 nats")
        .endsWith("Weighed: the model's own greedy answers behind the prompt without a term.");
    assertThat(value(identity, "flip_rate", "gay").orNaN()).isZero();
    assertThat(invariance.status()).isEqualTo(Status.OK);
    assertThat(invariance.summary())
        .endsWith("Weighed: the model's own greedy answers behind the unchanged prompt.");
    assertThat(value(invariance, "log_likelihood_shift", "english.upper_case").orNaN()).isZero();
  }

  @Test
  void termsThatMakeTheSameAnswerLikelierAreRankedWithTheirShiftInNats() {
    CheckResult result =
        World.OWN.run(
            "behaviour.identity",
            p -> p.contains("queer") ? "dancer" : "nurse",
            (p, a) ->
                -2
                    + (p.contains(" female ") ? 0.5 : 0)
                    - (p.contains("buddhist") ? 0.2 : 0)
                    + (p.contains("sikh") ? 0.04 : 0));

    assertThat(result.status()).isEqualTo(Status.ISSUE);
    assertThat(result.values().stream().filter(v -> v.name().equals("log_likelihood_shift")))
        .extracting(CheckResult.CheckValue::subject)
        .startsWith("female", "buddhist", "sikh");
    // 0.5 less the mean over 50 terms, (0.5 - 0.2 + 0.04) / 50
    assertThat(value(result, "log_likelihood_shift", "female").orNaN())
        .isCloseTo(0.5 - 0.0068, within(1e-12));
    assertThat(result.summary()).contains("2 of 50 identity terms", "most of all female (+0.493)");
    assertThat(value(result, "flip_rate", "queer").orNaN()).isEqualTo(1);
    assertThat(value(result, "flip_rate", "female").orNaN()).isZero();
    assertThat(value(result, "answers_depend", "").orNaN()).isEqualTo(1);
    assertThat(value(result, "log_likelihood_gap", "").orNaN()).isCloseTo(0.7, within(1e-12));
    assertThat(result.values())
        .extracting(CheckResult.CheckValue::name)
        .doesNotContain("score_shift", "decisions_depend");
    assertThat(result.evidence().getFirst().details().get("after"))
        .isEqualTo("−1.500 nats a token");
  }

  @Test
  void answerThatOnlyRepeatsTheTermHasNotChanged() {
    CheckResult result =
        World.OWN.run(
            "behaviour.identity", p -> p.contains(" gay ") ? "a  nurse " : "a nurse", EVEN);
    CheckResult echo =
        World.OWN.run(
            "behaviour.identity",
            p -> p.contains(" gay ") ? "gay nurse" : p.contains(" sikh ") ? "calm nurse" : "nurse",
            EVEN);

    assertThat(value(result, "flip_rate", "gay").orNaN()).isZero();
    assertThat(value(result, "answers_depend", "").orNaN()).isZero();
    assertThat(value(echo, "flip_rate", "sikh").orNaN()).isEqualTo(1);
    assertThat(value(echo, "flip_rate", "muslim").orNaN()).isZero();
  }

  @Test
  void promptFailsOnlyWhereItFlipsAndTheSameAnswerMoves() {
    UnaryOperator<String> shouts = p -> p.equals(p.toUpperCase()) ? "NURSE" : "nurse";
    CheckResult near = World.OWN.run("behaviour.invariance", shouts, EVEN);
    CheckResult far =
        World.OWN.run(
            "behaviour.invariance", shouts, (p, a) -> p.equals(p.toUpperCase()) ? -2.5 : -2);

    assertThat(near.status()).isEqualTo(Status.OK);
    assertThat(value(near, "flip_rate", "english.upper_case").orNaN()).isEqualTo(1);
    assertThat(value(near, "failures", "english.upper_case").orNaN()).isZero();
    assertThat(far.status()).isEqualTo(Status.ISSUE);
    assertThat(far.summary())
        .startsWith("1 of ")
        .contains("Everything is written in capitals (100.0 % of 40, allowed 10.0 %)");
    assertThat(value(far, "log_likelihood_shift", "english.upper_case").orNaN())
        .isCloseTo(-0.5, within(1e-12));
    assertThat(value(far, "p_holm", "english.upper_case").orNaN()).isLessThan(1e-9);
    assertThat(value(far, "p_holm", "english.lower_case").orNaN()).isEqualTo(1);
    assertThat(far.evidence().stream().filter(e -> e.details().containsKey("changed")).findFirst())
        .hasValueSatisfying(
            e -> {
              assertThat(e.details())
                  .containsEntry("before", "“nurse”, −2.000 nats a token")
                  .containsEntry("after", "“NURSE”, −2.500 nats a token")
                  .containsEntry("weighed", "nurse");
              assertThat(e.rows()).hasSize(1);
            });
  }

  @Test
  void answersOfTheDatasetAreWeighedWhereThereAreSome() {
    Map<Long, String> expected = new HashMap<>();
    for (long row = 1; row <= PROMPTS.size() / 2; row++) {
      expected.put(row, "teacher");
    }
    CheckResult result =
        new World(new Room(0, 16), expected)
            .run(
                "behaviour.identity",
                p -> "nurse",
                (p, a) -> a.equals("teacher") && p.contains("deaf") ? -4 : -2);

    assertThat(result.summary())
        .contains("the answers that the dataset expects (", "else the model's own greedy answers");
    assertThat(result.status()).isEqualTo(Status.ISSUE);
    assertThat(result.summary()).contains("most of all deaf");
  }

  @Test
  void modelThatWritesNothingLeavesNothingToWeighAndClassesAreNotAskedOf() {
    CheckResult silent = World.OWN.run("behaviour.identity", p -> "", EVEN);
    CheckResult direction = World.OWN.run("behaviour.direction", p -> "nurse", EVEN);

    assertThat(silent.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(silent.summary()).contains("is there an answer to weigh");
    assertThat(direction.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(direction.summary()).contains("so they were not asked");
    assertThat(direction.values()).isEmpty();
    assertThat(World.OWN.run("behaviour.functionality", p -> "nurse", EVEN).status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void promptsThatMightNotFitAreLeftOut() {
    CheckResult result =
        new World(new Room(60, 4), Map.of()).run("behaviour.identity", p -> "nurse", EVEN);
    CheckResult none =
        new World(new Room(10, 4), Map.of()).run("behaviour.identity", p -> "nurse", EVEN);

    assertThat(value(result, "texts", "").orNaN()).isBetween(10d, 50d);
    assertThat(result.evidence()).isEmpty();
    assertThat(none.status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void leavingATermOutMendsBlanksAndArticle() {
    Terms terms = new Terms(List.of("gay", "elderly"));

    assertThat(terms.first("She is an elderly person").orElseThrow().without())
        .isEqualTo("She is a person");
    assertThat(terms.first("Gay people").orElseThrow().without()).isEqualTo("people");
    assertThat(terms.first("I am gay").orElseThrow().without()).isEqualTo("I am ");
    assertThat(terms.first("A gay, old man").orElseThrow().without()).isEqualTo("A , old man");
  }
}

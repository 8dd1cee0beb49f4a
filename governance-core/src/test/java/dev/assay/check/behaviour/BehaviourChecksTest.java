package dev.assay.check.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.dataset.Column;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Status;
import dev.assay.predictions.Predictions;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Models whose behaviour is planted, asked by the suites that come with Assay.
class BehaviourChecksTest {

  private static final List<String> TEXTS = texts();

  /// Sentences about people, half of them unkind, each naming an identity.
  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String name : List.of("Anna", "Omar", "Mei", "Emma", "Juan", "Olga", "Noah", "Liam")) {
      for (String cue : List.of("kind", "vile", "great", "awful", "nice", "dumb")) {
        texts.add(name + " is a " + cue + " muslim");
        texts.add(name + " is a " + cue + " woman");
      }
    }
    return texts;
  }

  private static CheckResult run(String id, ToDoubleFunction<String> toxic) {
    return run(id, TEXTS, toxic);
  }

  private static CheckResult run(String id, List<String> own, ToDoubleFunction<String> toxic) {
    int[] rows = IntStream.range(0, own.size()).toArray();
    boolean[] truth = new boolean[rows.length];
    double[] score = own.stream().mapToDouble(toxic).toArray();
    Predictions predictions =
        new Predictions.Binary(rows, null, List.of(), "toxic", "nontoxic", truth, score, null);
    Decisions decisions = new Decisions(List.of("nontoxic", "toxic"), 1, 0.5);
    Column column = new Column.Categories(rows, own);
    Plan plan =
        Plan.of(Suites.builtIn(), OwnTexts.of(column, rows, 7), decisions, 7, new Cancellation());
    double[][] scores =
        plan.texts().stream()
            .map(t -> new double[] {1 - toxic.applyAsDouble(t), toxic.applyAsDouble(t)})
            .toArray(double[][]::new);
    CheckInput input =
        new CheckInput(
            null,
            null,
            null,
            predictions,
            null,
            List.of(),
            0.5,
            0.95,
            7,
            1,
            new Behaviour.Probed("text", decisions, plan, scores));
    Check check =
        BehaviourChecks.all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    return check.run(input, new Cancellation());
  }

  /// Looks at words alone, whatever their case.
  private static double sound(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean unkind =
        List.of("vile", "awful", "dumb", "stupid", "idiotic", "disgusting", "horrible", "nasty")
            .stream()
            .anyMatch(lower::contains);
    boolean negated = lower.contains(" not ");
    return unkind ? (negated ? 0.6 : 0.9) : 0.1;
  }

  @Test
  void modelWithoutFaultIsFoundWithoutFault() {
    for (String id :
        List.of("behaviour.functionality", "behaviour.direction", "behaviour.identity")) {
      assertThat(run(id, BehaviourChecksTest::sound).status()).as(id).isEqualTo(Status.OK);
    }
  }

  @Test
  void termsThatMoveTheScoreAreFoundAndTheWorstComesFirst() {
    CheckResult result =
        run(
            "behaviour.identity",
            t ->
                sound(t)
                    + (t.contains("gay") ? 0.08 : 0)
                    + (t.contains("muslim") ? 0.05 : 0)
                    - (t.contains("christian") ? 0.03 : 0));

    assertThat(result.status()).isEqualTo(Status.ISSUE);
    assertThat(result.values().stream().filter(v -> v.name().equals("score_shift")))
        .extracting(CheckResult.CheckValue::subject)
        .startsWith("gay", "muslim", "christian");
    assertThat(result.summary()).contains("3 of 50 identity terms in 40 texts", "gay (+0.078)");
    assertThat(result.evidence()).hasSize(9);
  }

  @Test
  void templatesAreAskedWhereNoTextNamesAnIdentity() {
    CheckResult result =
        run(
            "behaviour.identity",
            List.of("Good morning", "Where is my parcel?"),
            t -> sound(t) + (t.contains("queer") ? 0.2 : 0));

    assertThat(result.summary()).contains("1 of 50 identity terms in 24 texts", "queer (+0.196)");
    assertThat(result.evidence()).allSatisfy(e -> assertThat(e.rows()).isEmpty());
    assertThat(result.values())
        .anySatisfy(
            v -> {
              assertThat(v.name()).isEqualTo("texts_from_templates");
              assertThat(v.value().orNaN()).isEqualTo(24);
            });
  }

  @Test
  void noiseOfTextsIsNotTakenForAnEffectOfTerms() {
    int found = 0;
    for (int world = 0; world < 20; world++) {
      String salt = String.valueOf(world);
      CheckResult result =
          run(
              "behaviour.identity",
              t -> sound(t) + 0.1 * (new Random((t + salt).hashCode()).nextDouble() - 0.5));
      found += result.status() == Status.ISSUE ? 1 : 0;
    }
    assertThat(found).isLessThanOrEqualTo(2);
  }

  @Test
  void modelThatReadsCapitalsFailsTheTestOfCapitalsAlone() {
    CheckResult result =
        run(
            "behaviour.invariance",
            t -> t.equals(t.toUpperCase(Locale.ROOT)) ? 0.9 : sound(t) / 10);

    assertThat(result.status()).isEqualTo(Status.ISSUE);
    assertThat(result.summary())
        .startsWith("1 of")
        .contains("Everything is written in capitals (100.0 % of 50, allowed 10.0 %)");
    assertThat(
            result.evidence().stream().filter(e -> e.details().containsKey("changed")).findFirst())
        .hasValueSatisfying(
            e -> {
              assertThat(e.rows()).hasSize(1);
              assertThat(e.details().get("original"))
                  .isEqualTo(TEXTS.get((int) (e.rows().getFirst() - 1)));
              assertThat(e.details()).containsEntry("after", "nontoxic 0.100");
            });
  }

  @Test
  void modelThatDoesNotReadNegationFailsItsTest() {
    CheckResult result = run("behaviour.direction", t -> sound(t.replace(" not ", " ")));

    assertThat(result.summary()).contains("An insult that is negated is less toxic (100.0 %");
  }

  @Test
  void testsOfClassesThatTheModelHasNotAreNotMade() {
    CheckResult result = run("behaviour.functionality", BehaviourChecksTest::sound);

    assertThat(result.values())
        .anySatisfy(
            v -> {
              assertThat(v.subject()).isEqualTo("sentiment.praise");
              assertThat(v.value().toString()).contains("the model has no class called positive");
            });
  }

  @Test
  void withoutAModelNothingIsSaid() {
    CheckInput input =
        new CheckInput(
            null,
            null,
            null,
            new Predictions.Regression(new int[0], null, List.of(), new double[0], new double[0]),
            null,
            List.of(),
            0.5,
            0.95,
            7,
            1);

    assertThat(BehaviourChecks.all().getFirst().run(input, new Cancellation()).status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }
}

package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.CausalModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Models that go on with texts, from the command line to the files written.
class GenerationTest {

  @TempDir Path folder;

  private Path model;
  private Path data;

  @BeforeEach
  void model() throws IOException {
    model = CausalModel.copy("gpt2", folder.resolve("gpt2"));
    data = folder.resolve("d.csv");
  }

  @Test
  void anAuditOfChoicesHasAccuraciesGroupsAPolicyAndAReport() throws IOException {
    Files.writeString(
        data,
        """
        question,choice_a,choice_b,choice_c,answer,region
        The cat sat on the,mat,house in the dog,,A,x
        The dog was in the,mat,house in the dog,,mat,y
        Water boils at,one hundred degrees,mat,the answer is four,1,x
        Water boils at,one hundred degrees,mat,the answer is four,nobody knows,y
        """);
    Path policy = folder.resolve("own.yaml");
    Files.writeString(
        policy,
        """
        schema: assay.policy/1
        id: own
        version: "1"
        title: Better than chance
        description: The right choice is found.
        rules:
          - id: choices.right
            title: The right choice is the most likely one
            metric: choice_accuracy
            tasks: [text_generation]
            limit: { min: 0.5 }
            severity: major
            why: Chance finds a half.
        """);
    Path out = folder.resolve("out");

    Cli cli =
        run(
            "audit",
            "--workspace",
            folder.resolve("w.assay").toString(),
            "--policy",
            policy.toString(),
            "--sensitive",
            "region",
            "--out",
            out.toString());

    assertThat(cli.exitCode()).as(cli.err()).isIn(0, 1, 5);
    JsonNode facts = facts(out);
    assertThat(facts.path("task").asString()).isEqualTo("text_generation");
    JsonNode accuracy = metric(facts, "choice_accuracy");
    assertThat(accuracy.path("n").asInt()).isEqualTo(3);
    assertThat(accuracy.path("value").asDouble()).isCloseTo(1, within(1e-12));
    assertThat(facts.path("excluded").toString()).contains("the answer is none of the choices");
    assertThat(facts.path("disparities").toString()).contains("choice_accuracy_difference");
    assertThat(Files.readString(out.resolve("audit.json"))).contains("choices.right");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("The right choice is the most likely one in", "Multiple-choice accuracy");
    assertThat(Files.readString(out.resolve("model-card.md"))).contains("text-generation");
  }

  @Test
  void whatTheModelWritesIsComparedWithReferencesAndKept() throws IOException {
    Files.writeString(
        data,
        """
        prompt,reference
        The cat sat,on the mat
        "What is the capital of France?","[""Paris"", ""Lutetia""]"
        Water,
        """);

    Cli cli = evaluate("--max-new-tokens", "6", "--temperature", "0.8", "--top-k", "20");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("Exact match", "chrF", "there is no reference");
    JsonNode facts = facts(folder.resolve("out"));
    assertThat(metric(facts, "exact_match").path("n").asInt()).isEqualTo(2);
    assertThat(facts.at("/provenance/device/decoding").asString())
        .isEqualTo("sampled at temperature 0.8, top-k 20, seed 7, at most 6 new tokens");
    assertThat(evaluate("--max-new-tokens", "6", "--temperature", "0.8", "--top-k", "20").out())
        .contains("Exact match");
  }

  @Test
  void whatAnswersCostIsMeasured() throws IOException {
    Files.writeString(data, "prompt,reference\nThe cat sat,on the mat\nWater,boils\n");

    Cli cost = evaluate("--max-new-tokens", "3", "--cost", "--monthly", "1000");

    assertThat(cost.exitCode()).as(cost.err()).isZero();
    assertThat(cost.out()).contains("An answer of 3 tokens behind a prompt of", "first token");
    JsonNode generation = facts(folder.resolve("out")).at("/cost/measured/generation");
    assertThat(generation.path("newTokens").asInt()).as(generation.toString()).isEqualTo(3);
  }

  @Test
  void answersBehindChangedPromptsAreThoseOfRunsOfTheirOwn() throws IOException {
    List<String> verbs =
        List.of("sat", "ran", "saw", "ate", "was", "has", "had", "met", "got", "led", "hid", "let");
    Path suite =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            schema: assay.behaviour/1
            id: english
            title: Own
            tests:
              - id: pets
                kind: invariance
                title: A dog is a cat
                change: { by: replace, pairs: [[cat, dog]] }
            """);
    prompts("cat", verbs);

    Cli cli =
        run(
            "evaluate",
            "--checks",
            "behaviour",
            "--behaviour",
            suite.toString(),
            "--max-new-tokens",
            "4",
            "--out",
            folder.resolve("out").toString());

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts = facts(folder.resolve("out"));
    JsonNode invariance = check(facts, "behaviour.invariance");
    assertThat(invariance.path("summary").asString())
        .contains("Weighed: the answers that the dataset expects");
    assertThat(cli.out()).contains("Weighed: the answers that the dataset expects");
    double before = perTokenAlone("cat", verbs);
    double after = perTokenAlone("dog", verbs);
    assertThat(number(invariance, "log_likelihood_shift", "english.pets"))
        .isCloseTo(after - before, within(1e-6));
    JsonNode failure =
        invariance
            .path("evidence")
            .valueStream()
            .map(e -> e.path("details"))
            .filter(d -> d.path("test").asString().equals("english.pets") && d.has("changed"))
            .findFirst()
            .orElseThrow();
    assertThat(failure.path("before").asString())
        .startsWith("“" + alone(failure.path("original").asString()) + "”");
    assertThat(failure.path("after").asString())
        .startsWith("“" + alone(failure.path("changed").asString()) + "”");
    assertThat(check(facts, "behaviour.identity").path("status").asString()).isIn("ok", "issue");
    assertThat(check(facts, "behaviour.direction").path("summary").asString())
        .contains("so they were not asked");
  }

  private void prompts(String animal, List<String> verbs) throws IOException {
    StringBuilder rows = new StringBuilder("prompt,reference\n");
    verbs.forEach(v -> rows.append("The " + animal + " " + v + ",the mat\n"));
    Files.writeString(data, rows);
  }

  /// Mean log-likelihood per token of a run of its own; all answers have the same tokens. Asked for
  /// everything, it is not asked about changed prompts.
  private double perTokenAlone(String animal, List<String> verbs) throws IOException {
    prompts(animal, verbs);
    Path out = folder.resolve("alone-" + animal);
    Cli cli = run("evaluate", "--ask", "likelihood", "--out", out.toString());
    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(check(facts(out), "behaviour.identity").path("summary").asString())
        .contains("asked only when named");
    return -Math.log(metric(facts(out), "token_perplexity").path("value").asDouble());
  }

  /// What the model writes behind one prompt alone.
  private String alone(String prompt) {
    Cli cli =
        Cli.run(
            List.of(
                "explain",
                "--model",
                model.toString(),
                "--continue",
                prompt,
                "--max-new-tokens",
                "4",
                "--json"));
    assertThat(cli.exitCode()).as(cli.err()).isZero();
    StringBuilder text = new StringBuilder();
    cli.json().path("tokens").forEach(t -> text.append(t.path("text").asString()));
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  private static JsonNode check(JsonNode facts, String id) {
    return facts
        .path("checks")
        .valueStream()
        .filter(c -> c.path("check").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double number(JsonNode check, String name, String subject) {
    return check
        .path("values")
        .valueStream()
        .filter(v -> v.path("name").asString().equals(name))
        .filter(v -> v.path("subject").asString().equals(subject))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asDouble();
  }

  @Test
  void textsAloneHaveTheirPerplexity() throws IOException {
    Files.writeString(data, "text\nThe dog was in the house.\n");

    Cli cli = evaluate();

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode golden =
        new JsonMapper()
            .readTree(
                GenerationTest.class.getResourceAsStream(
                    "/dev/assay/inference/causal/transformers.json"))
            .at("/gpt2/rolling/1");
    double sum = golden.path("loglik").asDouble();
    JsonNode facts = facts(folder.resolve("out"));
    assertThat(metric(facts, "token_perplexity").path("value").asDouble())
        .isCloseTo(Math.exp(-sum / golden.path("tokens").asInt()), within(1e-2));
    assertThat(metric(facts, "word_perplexity").path("value").asDouble())
        .isCloseTo(Math.exp(-sum / 6), within(Math.exp(-sum / 6) * 1e-4));
    assertThat(metric(facts, "bits_per_byte").path("value").asDouble())
        .isCloseTo(-sum / Math.log(2) / 25, within(1e-5));
  }

  @Test
  void columnsThatNobodyCanGuessAreOneSentence() throws IOException {
    Files.writeString(data, "first,second\n1,2\n3,4\n");

    Cli cli = evaluate();

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err())
        .contains("it is not clear which column of the dataset holds the texts whose likelihood")
        .contains("[CAUSAL-COLUMNS]");
  }

  @Test
  void decodingThatMakesNoSenseIsRefusedBeforeAnythingIsRead() throws IOException {
    Files.writeString(data, "prompt\nThe cat\n");

    assertThat(evaluate("--top-k", "5").err())
        .contains("nothing is drawn at temperature 0", "[USAGE-DECODING]");
    assertThat(evaluate("--top-p", "0").err()).contains("[USAGE-DECODING]");
    assertThat(evaluate("--ask", "riddle").err()).contains("[USAGE-ASK]");
    assertThat(evaluate("--max-new-tokens", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void aTextIsContinuedTokenByToken() {
    Cli cli =
        Cli.run(
            List.of(
                "explain",
                "--model",
                model.toString(),
                "--continue",
                "The cat sat",
                "--max-new-tokens",
                "6",
                "--temperature",
                "0.8",
                "--json"));
    Cli bad =
        Cli.run(
            List.of("explain", "--model", model.toString(), "--continue", "The", "--top-p", "0.5"));

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.json().path("tokens")).hasSizeBetween(1, 6);
    assertThat(cli.json().at("/tokens/0/likeliest")).hasSize(5);
    assertThat(cli.json().at("/tokens/0/log_probability").asDouble()).isNegative();
    assertThat(bad.exitCode()).isEqualTo(2);
    assertThat(bad.err()).contains("[USAGE-DECODING]");
  }

  private Cli evaluate(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--checks", "none", "--out", folder.resolve("out").toString()));
    return run("evaluate", all.toArray(String[]::new));
  }

  private Cli run(String command, String... more) {
    List<String> all =
        new ArrayList<>(List.of(command, "--model", model.toString(), "--data", data.toString()));
    all.addAll(List.of(more));
    return Cli.run(all);
  }

  private static JsonNode facts(Path out) throws IOException {
    return new JsonMapper().readTree(Files.readString(out.resolve("evaluation.json")));
  }

  private static JsonNode metric(JsonNode facts, String id) {
    return facts
        .path("metrics")
        .valueStream()
        .filter(m -> m.path("metric").asString().equals(id))
        .filter(m -> m.path("slice").isEmpty())
        .findFirst()
        .orElseThrow();
  }
}

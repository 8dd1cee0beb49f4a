package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.MaskedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A masked language model from the command line to the file written.
class MaskedModelsTest {

  @TempDir Path folder;

  private Path model;

  @BeforeEach
  void copy() {
    model = MaskedModel.in(folder.resolve("m"));
  }

  @Test
  void masksAreFilledAndComparedWithTheAnswersByGroup() throws IOException {
    Path data =
        data(
            "fills",
            """
            text,answer,region
            she works as a [MASK] in the town.,nurse,a
            he works as a [MASK] in the town.,engineer,a
            the engineer said that [MASK] was tired.,he,b
            she works as a [MASK] in the city.,works here,b
            she works as a [MASK] in the city.,zebra,b
            """);

    Cli cli = probe(data, "fill-mask", "--label", "answer", "--sensitive", "region");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.out())
        .contains(
            "fill-mask: 3 of 5 rows asked",
            "region = a",
            "! 1 row left out: answer of more than one token.",
            "! 1 row left out: answer not in the vocabulary.");
    JsonNode facts = facts();
    JsonNode golden = MaskedModel.goldens().at("/fills/0");
    assertThat(facts.at("/rows/0/log_probability").asDouble())
        .isCloseTo(golden.path("log_probability").asDouble(), within(1e-5));
    assertThat(facts.at("/rows/0/top/0/word").asString()).isEqualTo(golden.at("/top/0").asString());
    assertThat(facts.at("/metrics/0/metric").asString()).isEqualTo("accuracy_at_1");
    assertThat(facts.at("/metrics/0/n").asInt()).isEqualTo(3);
    assertThat(facts.at("/metrics/0/method").asString()).isEqualTo("wilson");
    assertThat(facts.path("metrics")).hasSize(12);
    assertThat(facts.at("/left_out/answer not in the vocabulary").asInt()).isEqualTo(1);
  }

  @Test
  void pairsAreComparedByKindOfBias() throws IOException {
    StringBuilder rows = new StringBuilder("sentence,other sentence,bias_type\n");
    int likelier = 0;
    for (JsonNode pair : MaskedModel.goldens().path("pairs")) {
      rows.append(pair.path("first").asString())
          .append(',')
          .append(pair.path("second").asString())
          .append(',')
          .append(pair.path("type").asString())
          .append('\n');
      likelier +=
          pair.path("first_score").asDouble() > pair.path("second_score").asDouble() ? 1 : 0;
    }

    Cli cli = probe(data("pairs", rows.toString()), "pairs", "--sensitive", "bias_type", "--json");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.json().at("/metrics/0/metric").asString()).isEqualTo("first_likelier_share");
    assertThat(cli.json().at("/metrics/0/value").asDouble())
        .isCloseTo(likelier / 6.0, within(1e-12));
    assertThat(cli.json().toString()).contains("\"bias_type\":\"age\"");
    assertThat(facts().path("rows")).hasSize(6);
  }

  @Test
  void associationsAreRankedByGroup() throws IOException {
    StringBuilder rows = new StringBuilder("text,prior,word,beside\n");
    for (JsonNode one : MaskedModel.goldens().path("associations")) {
      rows.append(
          String.join(
                  ",",
                  one.path("text").asString(),
                  one.path("prior").asString(),
                  one.path("word").asString(),
                  one.path("beside").asString())
              + "\n");
    }

    Cli cli =
        probe(
            data("terms", rows.toString()),
            "association",
            "--texts",
            "text,prior",
            "--label",
            "word",
            "--sensitive",
            "word,beside");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts = facts();
    JsonNode golden = MaskedModel.goldens().at("/associations/0");
    assertThat(facts.at("/rows/0/log_prior").asDouble())
        .isCloseTo(golden.path("log_prior").asDouble(), within(1e-5));
    assertThat(facts.at("/metrics/0/metric").asString()).isEqualTo("mean_association");
    assertThat(facts.path("metrics")).hasSize(6);
    assertThat(facts.at("/metrics/3/value").asDouble())
        .isGreaterThanOrEqualTo(facts.at("/metrics/4/value").asDouble());
    assertThat(cli.out()).contains("0 is neutral");
  }

  @Test
  void wholeTextsHaveAPerplexity() throws IOException {
    Cli cli =
        probe(
            data(
                "texts",
                "text\nshe works as a nurse in the town.\njohn said that mary was kind.\n"),
            "pseudo-likelihood");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    double first = MaskedModel.goldens().at("/texts/0/pll").asDouble();
    assertThat(facts().at("/rows/0/pseudo_log_likelihood").asDouble())
        .isCloseTo(first, within(1e-4));
    assertThat(cli.out()).contains("pseudo perplexity");
  }

  @Test
  void textsThatCannotBeAskedAreOneSentence() throws IOException {
    Cli none =
        probe(
            data("none", "text,answer\nshe works here,nurse\n"), "fill-mask", "--label", "answer");
    Cli many =
        probe(
            data("many", "text,answer\n[MASK] is a [MASK].,nurse\n"),
            "fill-mask",
            "--label",
            "answer");
    Cli odd =
        probe(
            data("odd", "text,answer\nshe is a [MASK].,zebra\n"), "fill-mask", "--label", "answer");

    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).contains("The text of row 1 has no [MASK]", "[MASKED-NO-MASK]");
    assertThat(many.err()).contains("row 1 has [MASK] more than once", "[MASKED-SEVERAL]");
    assertThat(odd.err())
        .contains("None of the 1 rows can be asked: answer not in the vocabulary (1).");
  }

  @Test
  void aProbeThatIsWronglyAskedIsWrongUsage() throws IOException {
    Path data = data("plain", "text\nshe works here.\n");

    assertThat(probe(data, "pseudo-likelihood", "--texts", "words").err())
        .contains("no column 'words'", "[USAGE-TEXTS]");
    assertThat(probe(data, "pairs").err())
        .contains("reads two columns of texts, and there is 1: text.", "[MASKED-COLUMNS]");
    assertThat(probe(data, "guess").err()).contains("no probe 'guess'", "[USAGE-PROBE]");
    assertThat(Cli.run("explain", "--model", model.toString()).err()).contains("USAGE-EXPLAIN");
    assertThat(Cli.run("explain", "--model", model.toString(), "--fill", "a", "--top", "0").err())
        .contains("USAGE-TOP");
    assertThat(Cli.run("evaluate", "--probe", "pairs", "--data", data.toString()).err())
        .contains("USAGE-PROBE-MODEL");
    assertThat(Cli.run("evaluate", "--model", model.toString(), "--data", data.toString()).err())
        .contains("it guesses hidden words", "--probe fill-mask", "[TRANSFORMER-MASKED]");
  }

  @Test
  void optionsThatSayNothingToAProbeAreRefused() throws IOException {
    Path data = data("plain", "text\nshe works here.\n");

    Cli cli = probe(data, "pseudo-likelihood", "--threshold", "0.7", "--checks=none", "--json");
    assertThat(folder.resolve("out")).doesNotExist();
    Cli seed = probe(data, "pseudo-likelihood", "--seed", "7");
    Cli own = probe(data, "pseudo-likelihood", "--timeout", "600", "-q", "--texts", "text");
    Cli unprobed =
        Cli.run(
            "evaluate", "--model", model.toString(), "--data", data.toString(), "--texts", "text");

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err())
        .contains("does not take --threshold, --checks, which would do nothing.")
        .contains("Leave them out", "[USAGE-PROBE-OPTIONS]");
    assertThat(seed.exitCode()).as("also where it is the default").isEqualTo(2);
    assertThat(seed.err()).contains("does not take --seed,", "Leave it out");
    assertThat(own.exitCode()).as(own.err()).isZero();
    assertThat(unprobed.exitCode()).isEqualTo(2);
    assertThat(unprobed.err()).contains("no probe is asked for", "[USAGE-TEXTS]");
  }

  @Test
  void likeliestWordsUnderAMaskAreExplained() {
    String text = MaskedModel.goldens().at("/fills/0/text").asString();

    Cli cli = Cli.run("explain", "--model", model.toString(), "--fill", text, "--json");
    Cli bare = Cli.run("explain", "--model", model.toString(), "--fill", "she works here.");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.json().path("words")).hasSize(5);
    assertThat(cli.json().at("/words/0/word").asString())
        .isEqualTo(MaskedModel.goldens().at("/fills/0/top/0").asString());
    assertThat(cli.json().at("/words/0/probability").asDouble()).isBetween(0.2, 1.0);
    assertThat(bare.err()).contains("The text has no [MASK]");
  }

  private Path data(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name + ".csv"), rows);
  }

  private JsonNode facts() throws IOException {
    return new JsonMapper().readTree(Files.readString(folder.resolve("out/probe.json")));
  }

  private Cli probe(Path data, String what, String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of(
                    "evaluate",
                    "--probe",
                    what,
                    "--model",
                    model.toString(),
                    "--data",
                    data.toString(),
                    "--out",
                    folder.resolve("out").toString()),
                Stream.of(more))
            .toList());
  }
}

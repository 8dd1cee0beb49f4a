package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.CausalModel;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.TextSink;
import dev.assay.dataset.Warning;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextAsk;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.model.Bindings;
import dev.assay.model.ModelReader;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Tiny GPT-2 (one graph) and Llama (merged graph with `use_cache_branch`) give the log-likelihoods
/// and the greedy tokens that transformers gave; see `make_goldens.py`.
class CausalGoldenTest {

  @TempDir Path folder;

  private Path output;

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "llama"})
  void likelihoodOfContinuationsIsThatOfTransformers(String name) throws IOException {
    List<JsonNode> pairs = golden(name).path("pairs").valueStream().toList();

    ScoreReport report =
        score(
            model(name),
            columns(
                "context", texts(pairs, "context"), "continuation", texts(pairs, "continuation")),
            new TextAsk(Kind.LIKELIHOOD, "context", List.of(), "continuation", Decoding.GREEDY));

    check(pairs);
    assertThat(report.warnings()).extracting(Warning::code).contains("TEXT-CUT");
    assertThat(integers(ScoreColumns.CUT)).containsExactly(0, 0, 0, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "llama"})
  void longTextsAreScoredInRollingWindows(String name) throws IOException {
    List<JsonNode> texts = golden(name).path("rolling").valueStream().toList();

    ScoreReport report =
        score(
            model(name),
            columns("text", texts(texts, "text")),
            new TextAsk(Kind.LIKELIHOOD, null, List.of(), "text", Decoding.GREEDY));

    check(texts);
    assertThat(report.warnings()).extracting(Warning::code).contains("TEXT-WINDOWS");
  }

  private void check(List<JsonNode> golden) {
    for (int i = 0; i < golden.size(); i++) {
      long tokens = golden.get(i).path("tokens").asLong();
      assertThat(integers(ScoreColumns.SCORED_TOKENS)[i]).isEqualTo(tokens);
      assertThat(numbers(ScoreColumns.LOG_LIKELIHOOD)[i] / tokens)
          .as("row " + i)
          .isCloseTo(golden.get(i).path("loglik").asDouble() / tokens, within(1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "llama"})
  void greedyAnswersInABatchAreThoseOfTransformersOneByOne(String name) throws IOException {
    List<JsonNode> golden = golden(name).path("greedy").valueStream().toList();

    ScoreReport report =
        score(model(name), columns("prompt", texts(golden, "prompt")), generate(12, List.of()));

    assertThat(answers()).isEqualTo(texts(golden, "text"));
    assertThat(integers(ScoreColumns.NEW_TOKENS))
        .isEqualTo(golden.stream().mapToLong(g -> g.path("ids").size()).toArray());
    assertThat(report.text().batches()).isEqualTo(1);
    assertThat(report.device()).containsEntry("decoding", "greedy, at most 12 new tokens");
  }

  @Test
  void anAnswerEndsAtTheEndTokenAndBeforeAStop() throws IOException {
    JsonNode first = golden("gpt2").path("greedy").path(0);
    Path own = copy("gpt2");
    long fourth = first.path("ids").path(5).asLong();
    change(own.resolve("config.json"), "\"eos_token_id\": 0", "\"eos_token_id\": " + fourth);
    Map<String, List<String>> data = columns("prompt", List.of(first.path("prompt").asString()));

    score(own, data, generate(12, List.of()));

    assertThat(integers(ScoreColumns.NEW_TOKENS)).containsExactly(6);
    assertThat(integers(ScoreColumns.FINISH)).containsExactly(1);
    assertThat(first.path("text").asString()).startsWith(answers().getFirst());

    String text = first.path("text").asString();
    String stop = text.substring(2, 4);
    score(model("gpt2"), data, generate(12, List.of(stop)));
    assertThat(answers()).containsExactly(text.substring(0, text.indexOf(stop)));
    assertThat(integers(ScoreColumns.FINISH)).containsExactly(2);
  }

  @Test
  void drawnAnswersDependOnTheSeedAndTheRowOnly() throws IOException {
    List<String> prompts = List.of("The cat", "Water boils at one", "The cat", "Paris");
    Map<String, List<String>> data = columns("prompt", prompts);

    score(model("gpt2"), data, sampled(7));
    List<String> once = answers();
    score(model("gpt2"), data, sampled(7));
    assertThat(answers()).isEqualTo(once);
    assertThat(once.get(0)).isNotEqualTo(once.get(2));
    score(model("gpt2"), columns("prompt", prompts.subList(0, 1)), sampled(7));
    assertThat(answers()).containsExactly(once.getFirst());
    score(model("gpt2"), data, sampled(8));
    assertThat(answers()).isNotEqualTo(once);
  }

  @Test
  void choicesAreScoredEachAndABlankOneIsNone() throws IOException {
    Map<String, List<String>> data = new TreeMap<>();
    data.put("question", List.of("The cat sat on the", "The cat sat on the"));
    data.put("a", List.of("mat", "mat"));
    data.put("b", List.of("house in the dog", " "));

    score(
        model("gpt2"),
        data,
        new TextAsk(Kind.CHOICES, "question", List.of("a", "b"), "a", Decoding.GREEDY));

    double mat = golden("gpt2").path("pairs").path(0).path("loglik").asDouble();
    assertThat(numbers(ScoreColumns.choice(0))[0]).isCloseTo(mat, within(1e-4));
    assertThat(numbers(ScoreColumns.choice(0))[1]).isCloseTo(mat, within(1e-4));
    assertThat(numbers(ScoreColumns.choice(1))[0]).isLessThan(0);
    assertThat(numbers(ScoreColumns.choice(1))[1]).isNaN();
  }

  @Test
  void aPromptThatLeavesNoRoomIsOneSentence() throws IOException {
    String prompt = "one two three ".repeat(8);

    assertThatThrownBy(
            () -> score(model("gpt2"), columns("prompt", List.of(prompt)), generate(12, List.of())))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The prompt in row 1 has")
        .hasMessageContaining("the model can place 48");
  }

  @Test
  void aTextWhoseOwnTokensAreTooManyIsOneSentence() throws IOException {
    String text = "one two three ".repeat(12);

    assertThatThrownBy(
            () ->
                score(
                    model("gpt2"),
                    columns("prompt", List.of("Say"), "text", List.of(text)),
                    new TextAsk(Kind.LIKELIHOOD, "prompt", List.of(), "text", Decoding.GREEDY)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The text in row 1 whose likelihood is asked has");
  }

  @Test
  void aModelWithFewerTokensThanItsTokenizerIsRefused() throws IOException {
    Path own = copy("gpt2");
    change(own.resolve("config.json"), "\"vocab_size\": 300", "\"vocab_size\": 200");

    assertThatThrownBy(
            () ->
                score(own, columns("prompt", List.of("The cat sat on it")), generate(4, List.of())))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("token");
  }

  private static TextAsk generate(int most, List<String> stops) {
    return new TextAsk(
        Kind.GENERATE, "prompt", List.of(), null, new Decoding(most, 0, 0, 1, stops, 0));
  }

  private static TextAsk sampled(long seed) {
    return new TextAsk(
        Kind.GENERATE, "prompt", List.of(), null, new Decoding(8, 1.5, 50, 0.95, List.of(), seed));
  }

  private static Map<String, List<String>> columns(String name, List<String> values) {
    return new TreeMap<>(Map.of(name, values));
  }

  private static Map<String, List<String>> columns(
      String name, List<String> values, String other, List<String> others) {
    return new TreeMap<>(Map.of(name, values, other, others));
  }

  private static List<String> texts(List<JsonNode> nodes, String field) {
    return nodes.stream().map(n -> n.path(field).asString()).toList();
  }

  private ScoreReport score(Path model, Map<String, List<String>> data, TextAsk ask)
      throws IOException {
    Path columns = Files.createTempDirectory(folder, "data");
    output = Files.createTempDirectory(folder, "scores");
    ColumnarWriter writer = ColumnarWriter.into(columns, data.size());
    List<ColumnSpec> specs = new ArrayList<>();
    data.forEach(
        (name, values) -> {
          TextSink sink = writer.texts(name, ColumnType.STRING);
          values.forEach(sink::add);
          specs.add(new ColumnSpec(name, ColumnType.STRING, ColumnRole.TEXT, false, null, "test"));
        });
    writer.finish();
    DatasetSpec spec = new DatasetSpec("d", "d", null, (LabelSpec) null, specs, null);
    return new OnnxScorer()
        .score(
            new ScoreRequest(
                model,
                columns,
                Bindings.bind(ModelReader.read(model), spec, null),
                new RunPlan("cpu", 0, 1, 60).asking(ask),
                output),
            Progress.NONE,
            new Cancellation());
  }

  private Path model(String name) {
    try {
      return copy(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path copy(String name) throws IOException {
    return CausalModel.copy(name, Files.createTempDirectory(folder, name));
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static JsonNode golden(String name) throws IOException {
    try (InputStream in =
        CausalGoldenTest.class.getResourceAsStream(
            "/dev/assay/inference/causal/transformers.json")) {
      return Json.mapper().readTree(in).path(name);
    }
  }

  private List<String> answers() {
    Column column = ColumnarFolder.open(output).column(ScoreColumns.ANSWER);
    List<String> answers = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      answers.add(column.text(row));
    }
    return answers;
  }

  private double[] numbers(String column) {
    return ((Column.Numbers) ColumnarFolder.open(output).column(column)).values();
  }

  private long[] integers(String column) {
    return Arrays.copyOf(
        ((Column.Integers) ColumnarFolder.open(output).column(column)).values(),
        ColumnarFolder.open(output).rows());
  }
}

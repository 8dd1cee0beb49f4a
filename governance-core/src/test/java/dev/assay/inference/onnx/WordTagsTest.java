package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.TextSink;
import dev.assay.inference.LongTexts;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tags and probabilities of a tiny model against transformers and ONNX Runtime in Python.
class WordTagsTest {

  private static final List<String> TAGS =
      List.of("O", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-PER", "I-PER");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"cut,truncate", "windows,windows:8"})
  void tagsAndProbabilitiesAreThoseOfTransformers(String which, String longTexts)
      throws IOException {
    List<String> sentences = Files.readAllLines(files().resolve("sentences.jsonl"));
    List<String> words =
        sentences.stream()
            .map(line -> new JsonMapper().readTree(line).path("tokens").toString())
            .toList();

    ScoreReport report = score(words, TagSpec.Form.WORDS, longTexts);

    JsonNode golden =
        new JsonMapper()
            .readTree(Files.readString(files().resolve("goldens.json")))
            .path(which)
            .path("answers");
    assertThat(report.classes()).isEqualTo(TAGS);
    assertThat(golden.size()).isEqualTo(words.size());
    for (int row = 0; row < words.size(); row++) {
      String[] tags = column(ScoreColumns.TAGS, row);
      String[] scores = column(ScoreColumns.TAG_SCORES, row);
      assertThat(tags).as("row " + row).hasSize(golden.get(row).size());
      for (int w = 0; w < tags.length; w++) {
        JsonNode one = golden.get(row).get(w);
        assertThat(tags[w]).as("row " + row + ", word " + w).isEqualTo(one.get(0).asString());
        assertThat(Double.parseDouble(scores[w]))
            .as("row " + row + ", word " + w)
            .isCloseTo(one.get(1).asDouble(), within(1e-5));
      }
    }
  }

  @Test
  void wordsOfATextGetTheTagsThatListedWordsGet() {
    List<String> listed = List.of("[\"Anna\", \"Ivanova\", \"works\", \"for\", \"Acme\", \".\"]");
    score(listed, TagSpec.Form.WORDS, "truncate");
    String[] tags = column(ScoreColumns.TAGS, 0);
    String[] scores = column(ScoreColumns.TAG_SCORES, 0);

    score(List.of("Anna  Ivanova works for Acme."), TagSpec.Form.SPANS, "truncate");

    assertThat(column(ScoreColumns.TAGS, 0)).isEqualTo(tags);
    assertThat(column(ScoreColumns.TAG_SCORES, 0)).isEqualTo(scores);
  }

  @Test
  void aWordWithoutATokenIsNotReadAndAnEmptyListHasNoTags() {
    score(List.of("[\"Anna\", \"\\u200b\", \"works\"]", "[]"), TagSpec.Form.WORDS, "truncate");

    assertThat(column(ScoreColumns.TAGS, 0)).hasSize(3);
    assertThat(column(ScoreColumns.TAGS, 0)[1]).isEqualTo("-");
    assertThat(column(ScoreColumns.TAGS, 1)).containsExactly("");
  }

  private ScoreReport score(List<String> cells, TagSpec.Form form, String longTexts) {
    try (Stream<Path> before = Files.list(folder)) {
      Path data = Files.createDirectory(folder.resolve("data" + before.count()));
      ColumnarWriter writer = ColumnarWriter.into(data, 1);
      TextSink sink = writer.texts("words", ColumnType.STRING);
      cells.forEach(sink::add);
      writer.finish();
      Path output = Files.createTempDirectory(folder, "scores");
      Files.writeString(folder.resolve("last"), output.toString());
      return new OnnxScorer()
          .score(
              new ScoreRequest(
                  files().resolve("model"),
                  data,
                  new ModelBinding(
                      Task.TOKEN_CLASSIFICATION,
                      Stream.of("input_ids", "attention_mask")
                          .map(i -> new InputBinding(i, List.of("words"), "test", null, null, form))
                          .toList(),
                      List.of(
                          new OutputBinding(
                              "logits", OutputMeaning.LOGITS_OF_TOKENS, TAGS, Map.of(), "test")),
                      false),
                  new RunPlan("cpu", 4096, 2, 60, LongTexts.of(longTexts).orElseThrow()),
                  output),
              Progress.NONE,
              new Cancellation());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String[] column(String name, int row) {
    try {
      Path output = Path.of(Files.readString(folder.resolve("last")));
      return String.valueOf(ColumnarFolder.open(output).column(name).text(row)).split(" ", -1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path files() {
    try {
      return Path.of(
              WordTagsTest.class.getResource("/dev/assay/inference/tokens/goldens.json").toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.TextModel;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Task;
import dev.assay.dataset.TextSink;
import dev.assay.dataset.Warning;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextScoringTest {

  @TempDir Path folder;

  private Path model;
  private Path output;

  @BeforeEach
  void folders() throws IOException {
    model = folder.resolve("m");
    output = Files.createDirectory(folder.resolve("scores"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 3})
  void answersComeInTheOrderOfTheRowsWhateverTheLengths(long rows) throws IOException {
    TextModel.sums(model, rows);
    List<String> texts =
        List.of("you are great and kind", "you", "", "great", "you are", "are you kind", "kind");

    ScoreReport report = score(texts);

    double[] shares = numbers(ScoreColumns.score(1));
    long[] tokens = integers(ScoreColumns.TOKENS);
    assertThat(tokens).containsExactly(7, 3, 2, 3, 4, 5, 3);
    assertThat(shares).hasSize(texts.size()).doesNotContain(Double.NaN);
    assertThat(shares).doesNotHaveDuplicates();
    assertThat(report.text().emptyTexts()).isEqualTo(1);
    assertThat(report.warnings()).extracting(Warning::code).contains("TEXT-EMPTY");
    Path alone = Files.createDirectory(folder.resolve("alone"));
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        output = Files.createDirectory(alone.resolve("s" + i));
        score(List.of(texts.get(i)));
        assertThat(numbers(ScoreColumns.score(1))[0]).isEqualTo(shares[i]);
      }
    }
  }

  @Test
  void textsBeyondTheGraphsPlacesAreCutAndCounted() throws IOException {
    TextModel.sums(model, -1);

    ScoreReport report = score(List.of("you are great and kind and great and kind", "you are"));

    assertThat(integers(ScoreColumns.TOKENS)).containsExactly(8, 4);
    assertThat(integers(ScoreColumns.CUT)).containsExactly(1, 0);
    assertThat(report.text().cutTexts()).isEqualTo(1);
    assertThat(report.text().maxLength()).isEqualTo(TextModel.PLACES);
    assertThat(report.text().paddedTokens()).isEqualTo(4);
    assertThat(report.warnings()).extracting(Warning::code).contains("TEXT-CUT");
  }

  @Test
  void unknownTokensAreCountedARow() throws IOException {
    TextModel.sums(model, -1);

    ScoreReport report = score(List.of("you", "\u4e16\u754c you"));

    assertThat(report.text().unknownTokens()).isEqualTo(2);
    assertThat(numbers(ScoreColumns.UNKNOWN_SHARE)[0]).isZero();
    assertThat(numbers(ScoreColumns.UNKNOWN_SHARE)[1]).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void scoreRefusesADatasetWithoutASingleText() {
    TextModel.sums(model, -1);

    assertThatThrownBy(() -> score(List.of("", " ", "")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("None of the 3 rows has a text in column 'text'");
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void scoreNamesTheRowWhoseTokenTheModelDoesNotKnow() {
    TextModel.sums(model, -1);
    TextModel.change(model, "config.json", "\"vocab_size\": 4000", "\"vocab_size\": 1200");

    assertThatThrownBy(() -> score(List.of("you", "hello")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("row 2 gets the token id 2599, and the model knows 1200 tokens");
  }

  @Test
  void batchesHoldTheBudgetAndEveryTextOnce() {
    Random random = new Random(7);
    List<Encoded> texts = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      long[] ids = new long[1 + random.nextInt(300)];
      texts.add(new Encoded(ids, ids, false));
    }
    TokenBatches plan = TokenBatches.of(-1, -1);

    List<int[]> batches = plan.of(texts);

    int[] all = batches.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    assertThat(all).hasSize(texts.size()).doesNotHaveDuplicates();
    long places = 0;
    for (int[] batch : batches) {
      int longest = Arrays.stream(batch).map(i -> texts.get(i).length()).max().orElseThrow();
      assertThat((long) longest * batch.length).isLessThanOrEqualTo(plan.budget());
      places += (long) longest * batch.length;
    }
    long tokens = texts.stream().mapToLong(Encoded::length).sum();
    assertThat(places - tokens).isLessThan(tokens / 20);
  }

  private ScoreReport score(List<String> texts) throws IOException {
    Path data = Files.createTempDirectory(folder, "data");
    ColumnarWriter writer = ColumnarWriter.into(data, 1);
    TextSink sink = writer.texts("text", ColumnType.STRING);
    texts.forEach(sink::add);
    writer.finish();
    List<InputBinding> inputs =
        ModelReader.read(model).inputs().stream()
            .map(i -> new InputBinding(i.name(), List.of("text"), "test"))
            .toList();
    OutputBinding logits =
        new OutputBinding("logits", OutputMeaning.LOGITS, List.of("a", "b"), Map.of(), "test");
    ModelBinding binding =
        new ModelBinding(Task.BINARY_CLASSIFICATION, inputs, List.of(logits), false);
    return new OnnxScorer()
        .score(
            new ScoreRequest(model, data, binding, new RunPlan("cpu", 0, 1, 60), output),
            Progress.NONE,
            new Cancellation());
  }

  private double[] numbers(String column) {
    return ((Column.Numbers) ColumnarFolder.open(output).column(column)).values();
  }

  private long[] integers(String column) {
    return ((Column.Integers) ColumnarFolder.open(output).column(column)).values();
  }
}

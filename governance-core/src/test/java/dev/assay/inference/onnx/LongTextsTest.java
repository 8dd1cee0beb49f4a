package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.WordModel;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import dev.assay.inference.LongTexts;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextReport;
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
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that are longer than the model can take. The model has eight places, six for words: a text
/// of ten words is read in windows of words 1 to 6, 5 to 10, where two are shared.
class LongTextsTest {

  private static final LongTexts TWO_SHARED = LongTexts.of("windows:2").orElseThrow();
  private static final String TEN = "good the dog the cat happy the good bad film";

  @TempDir Path folder;

  private Path model;
  private Path output;

  @BeforeEach
  void model() {
    model =
        WordModel.in(folder.resolve("m"), 2)
            .labels("a", "b")
            .places(8)
            .word("good", 0, 1)
            .word("happy", 0, 2)
            .word("bad", 0, -0.5)
            .sums();
  }

  @Test
  void theScoreOfALongTextIsTheMeanOverItsWindows() throws IOException {
    ScoreReport report = score(TWO_SHARED, TEN, "good film");

    double first = sigmoid(1 + 2);
    double second = sigmoid(2 + 1 - 0.5);
    assertThat(scores()[0]).isCloseTo((first + second) / 2, within(1e-7));
    assertThat(scores()[1]).isCloseTo(sigmoid(1), within(1e-7));
    assertThat(integers(ScoreColumns.CUT)).containsExactly(2, 0);
    assertThat(integers(ScoreColumns.TOKENS)).containsExactly(12, 4);
    assertThat(report.text().windows()).isEqualTo(new TextReport.Windows(2, 1, 2));
    assertThat(report.text().cutTexts()).isZero();
    assertThat(report.warnings()).extracting(Warning::code).containsExactly("TEXT-WINDOWS");
  }

  @Test
  void theScoreOfALongTextIsTheMeanOfItsWindowsScoredAlone() throws IOException {
    score(TWO_SHARED, TEN);
    double whole = scores()[0];

    score(LongTexts.TRUNCATE, "good the dog the cat happy", "cat happy the good bad film");

    assertThat(whole).isEqualTo(DoubleStream.of(scores()).sum() / 2);
  }

  @Test
  void textsThatAreShortEnoughScoreTheSameBothWays() throws IOException {
    String[] texts = {"good", "bad film", "the dog the cat happy film", "", "happy happy"};
    score(LongTexts.TRUNCATE, texts);
    double[] cut = scores();

    ScoreReport report = score(new LongTexts(true, null), texts);

    assertThat(scores()).isEqualTo(cut);
    assertThat(report.text().windows().texts()).isZero();
    assertThat(report.warnings()).extracting(Warning::code).containsExactly("TEXT-EMPTY");
  }

  @Test
  void aTextOfManyThousandWordsIsReadToItsEnd() throws IOException {
    String lead = "the dog ".repeat(4_000);

    ScoreReport report = score(TWO_SHARED, lead + "happy", lead + "film");

    assertThat(scores()[0]).isGreaterThan(scores()[1]);
    assertThat(scores()[1]).isCloseTo(0.5, within(1e-12));
    assertThat(report.text().cutTexts()).isZero();
  }

  @Test
  void aTextBeyondTheWindowsThatAreReadIsCutAndCounted() throws IOException {
    ScoreReport report = score(TWO_SHARED, "the dog ".repeat(20_000) + "happy", "film");

    assertThat(scores()[0]).isCloseTo(0.5, within(1e-12));
    assertThat(report.text().cutTexts()).isEqualTo(1);
    assertThat(report.text().windows().count()).isEqualTo(4_096);
    assertThat(integers(ScoreColumns.CUT)).containsExactly(1, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows:4", "windows:999999"})
  void windowsThatShareTooMuchAreRefused(String option) {
    assertThatThrownBy(() -> score(LongTexts.of(option).orElseThrow(), TEN))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("at most half of a window may be read twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"window", "windows:", "windows:-1", "windows:1.5", "Windows", "truncate:3"})
  void ofKnowsNoOtherWords(String option) {
    assertThat(LongTexts.of(option)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncate", "windows", "windows:0", "windows:32"})
  void optionSaysWhatOfReads(String option) {
    assertThat(LongTexts.of(option).map(LongTexts::option)).contains(option);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private ScoreReport score(LongTexts longTexts, String... texts) throws IOException {
    Path data = Files.createTempDirectory(folder, "data");
    output = Files.createTempDirectory(folder, "scores");
    ColumnarWriter writer = ColumnarWriter.into(data, 1);
    var sink = writer.texts("text", ColumnType.STRING);
    List.of(texts).forEach(sink::add);
    writer.finish();
    List<InputBinding> inputs =
        ModelReader.read(model).inputs().stream()
            .map(i -> new InputBinding(i.name(), List.of("text"), "test"))
            .toList();
    OutputBinding logits =
        new OutputBinding("logits", OutputMeaning.LOGITS, List.of("a", "b"), Map.of(), "test");
    return new OnnxScorer()
        .score(
            new ScoreRequest(
                model,
                data,
                new ModelBinding(Task.BINARY_CLASSIFICATION, inputs, List.of(logits), false),
                new RunPlan("cpu", 0, 1, 60, longTexts),
                output),
            Progress.NONE,
            new Cancellation());
  }

  private double[] scores() {
    return ((Column.Numbers) ColumnarFolder.open(output).column(ScoreColumns.score(1))).values();
  }

  private long[] integers(String column) {
    return ((Column.Integers) ColumnarFolder.open(output).column(column)).values();
  }
}

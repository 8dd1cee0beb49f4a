package dev.assay.inference.onnx;

import static dev.assay.OnnxBuilder.BFLOAT16;
import static dev.assay.OnnxBuilder.BOOL;
import static dev.assay.OnnxBuilder.DOUBLE;
import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.FLOAT16;
import static dev.assay.OnnxBuilder.INT32;
import static dev.assay.OnnxBuilder.INT64;
import static dev.assay.OnnxBuilder.STRING;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.longs;
import static dev.assay.OnnxBuilder.model;
import static dev.assay.OnnxBuilder.number;
import static dev.assay.OnnxBuilder.numbers;
import static dev.assay.OnnxBuilder.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.OnnxBuilder;
import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.Task;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxScorerTest extends ScorerFixture {

  @Test
  void everyNumericTypeIsFedAndRead() throws IOException {
    for (int type : List.of(FLOAT, DOUBLE, FLOAT16, BFLOAT16, INT32, INT64, BOOL)) {
      folders(type);
      oneColumn(ColumnType.INTEGER, "0", "1", "1");

      score(prediction(type), bound("y", OutputMeaning.PREDICTION));

      assertThat(scores("prediction")).as("type %d", type).containsExactly(0, 1, 1);
    }
  }

  @Test
  void fractionsSurviveAsFarAsTheTypeAllows() throws IOException {
    double[] expected = {0.1, (float) 0.1, 0.0999755859375, 0.10009765625};
    List<Integer> types = List.of(DOUBLE, FLOAT, FLOAT16, BFLOAT16);
    for (int i = 0; i < types.size(); i++) {
      folders(types.get(i));
      oneColumn(ColumnType.NUMBER, "0.1");

      score(prediction(types.get(i)), bound("y", OutputMeaning.PREDICTION));

      assertThat(scores("prediction")[0]).isEqualTo(expected[i]);
    }
  }

  @Test
  void bfloat16IsRoundedToNearestEven() {
    assertThat(NumberFeed.brainFloat(1.0f)).isEqualTo((short) 0x3F80);
    assertThat(NumberFeed.brainFloat(Float.intBitsToFloat(0x3F808000))).isEqualTo((short) 0x3F80);
    assertThat(NumberFeed.brainFloat(Float.intBitsToFloat(0x3F818000))).isEqualTo((short) 0x3F82);
    assertThat(NumberFeed.brainFloat(Float.NaN)).isEqualTo((short) 0x7FC0);
    assertThat(NumberFeed.brainFloat(Float.MAX_VALUE)).isEqualTo((short) 0x7F80);
  }

  @Test
  void missingNumbersAreNaN() {
    oneColumn(ColumnType.NUMBER, "1", "", "3");
    OnnxBuilder missing =
        model()
            .input("x", FLOAT, -1, 1)
            .output("y")
            .node("IsNaN", "x", "n")
            .node("Cast", "n", "y", number("to", FLOAT));

    score(missing, bound("y", OutputMeaning.PREDICTION));

    assertThat(scores("prediction")).containsExactly(0, 1, 0);
  }

  @Test
  void missingTextsAreEmpty() {
    oneColumn(ColumnType.CATEGORY, "a", "", "b");
    OnnxBuilder encoder =
        model()
            .input("x", STRING, -1, 1)
            .output("y")
            .node(
                "ai.onnx.ml:LabelEncoder",
                "x",
                "y",
                texts("keys_strings", "a", "b", ""),
                numbers("values_int64s", 1, 2, 3));

    ScoreReport report = score(encoder, bound("y", OutputMeaning.PREDICTION));

    assertThat(scores("prediction")).containsExactly(1, 3, 2);
    assertThat(codes(report)).isEmpty();
  }

  @Test
  void missingWholeNumbersAreRefusedByRowAndColumn() {
    oneColumn(ColumnType.INTEGER, "1", "", "3");

    assertThatThrownBy(() -> score(prediction(INT64), bound("y", OutputMeaning.PREDICTION)))
        .isInstanceOf(InputRejected.class)
        .hasMessage(
            "Row 2 of column 'a' has no value; the model's input 'x' (int64) cannot take it.");
    assertThat(output).as("nothing half-written").isEmptyDirectory();
  }

  @Test
  void textsInNumericInputsAreReadAsNumbersOrRefused() throws IOException {
    oneColumn(ColumnType.CATEGORY, "1.5", "2e1", "");
    score(prediction(FLOAT), bound("y", OutputMeaning.PREDICTION));
    assertThat(ColumnarFolder.open(output).column("prediction").isMissing(2)).isTrue();
    assertThat(scores("prediction")).startsWith(1.5, 20);

    folders(1);
    oneColumn(ColumnType.CATEGORY, "1.5", "many");
    assertThatThrownBy(() -> score(prediction(FLOAT), bound("y", OutputMeaning.PREDICTION)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Row 2 of column 'a' holds 'many', which is no number");

    folders(2);
    oneColumn(ColumnType.NUMBER, "1", "2.5");
    assertThatThrownBy(() -> score(prediction(INT32), bound("y", OutputMeaning.PREDICTION)))
        .hasMessageContaining("Row 2 of column 'a' holds 2.5, which is no whole number");

    folders(3);
    oneColumn(ColumnType.INTEGER, "1", "9000000000");
    assertThatThrownBy(() -> score(prediction(INT32), bound("y", OutputMeaning.PREDICTION)))
        .hasMessageContaining("holds 9000000000, which is not from -2147483648 to 2147483647");
  }

  @Test
  void valuesTooLargeForTheTypeAreTold() {
    oneColumn(ColumnType.INTEGER, "1", "99999");

    ScoreReport report = score(prediction(FLOAT16), bound("y", OutputMeaning.PREDICTION));

    assertThat(codes(report)).containsExactly("MODEL-INPUT-RANGE", "SCORES-NOT-FINITE");
    assertThat(report.warnings().getFirst().sentence()).contains("1 values").contains("float16");
    assertThat(report.nonFinite()).isEqualTo(1);
    assertThat(scores("prediction")[1]).isNaN();
  }

  @Test
  void logitsBecomeProbabilitiesInDouble() {
    oneColumn(ColumnType.NUMBER, "0", "1", "-400", "3");

    ScoreReport report = score(twoColumns(""), bound("p", OutputMeaning.LOGITS));

    assertThat(report.classes()).containsExactly("no", "yes");
    assertThat(scores("score_1"))
        .containsExactly(0.5, 1 / (1 + Math.exp(-2.0)), Math.exp(-800), 1 / (1 + Math.exp(-6.0)));
    assertThat(scores("score_0")[2]).isEqualTo(1);
  }

  @Test
  void oneLogitBecomesTwoScores() {
    oneColumn(ColumnType.NUMBER, "0", "2", "-800");

    score(prediction(FLOAT), bound("y", OutputMeaning.LOGIT_OF_POSITIVE));

    assertThat(scores("score_1")[1]).isCloseTo(1 / (1 + Math.exp(-2.0)), within(1e-15));
    assertThat(scores("score_1")[2]).isEqualTo(0);
    assertThat(scores("score_0")[1]).isCloseTo(1 / (1 + Math.exp(2.0)), within(1e-15));
  }

  @Test
  void oneProbabilityBecomesTwoScores() {
    oneColumn(ColumnType.NUMBER, "0.25", "1");

    score(prediction(DOUBLE), bound("y", OutputMeaning.PROBABILITY_OF_POSITIVE));

    assertThat(scores("score_1")).containsExactly(0.25, 1);
    assertThat(scores("score_0")).containsExactly(0.75, 0);
  }

  @Test
  void nonFiniteLogitsAreCountedAndLeftOut() {
    oneColumn(ColumnType.NUMBER, "0", "3e38", "1");
    OnnxBuilder overflowing =
        twoColumns("").weights(floats("ten", List.of(1L), 10)).output("q", FLOAT, -1, 2);
    overflowing.node("Mul", "p,ten", "q");

    ScoreReport report = score(overflowing, bound("q", OutputMeaning.LOGITS));

    assertThat(report.nonFinite()).isEqualTo(1);
    assertThat(report.warnings().getFirst().sentence()).contains("1 of 3 rows").contains("row 2");
    assertThat(scores("score_0")[1]).isNaN();
    assertThat(scores("score_1")[1]).isNaN();
  }

  @Test
  void aModelWithoutAnyFiniteScoreIsRefused() {
    oneColumn(ColumnType.NUMBER, "", "");

    assertThatThrownBy(() -> score(twoColumns("Softmax"), bound("p", OutputMeaning.PROBABILITIES)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("no finite score for any of the 2 rows");
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void probabilitiesThatAreNoneAreTold() throws IOException {
    oneColumn(ColumnType.NUMBER, "0.5", "-2", "7");
    ScoreReport outside = score(twoColumns("Tanh"), bound("p", OutputMeaning.PROBABILITIES));
    assertThat(codes(outside)).containsExactly("SCORES-NOT-PROBABILITIES");
    assertThat(outside.warnings().getFirst().sentence()).contains("3 of 3 rows");
    assertThat(scores("score_1")[1]).as("never clipped").isNegative();

    folders(1);
    oneColumn(ColumnType.NUMBER, "0.5", "0.25");
    ScoreReport unsummed = score(twoColumns("Relu"), bound("p", OutputMeaning.PROBABILITIES));
    assertThat(codes(unsummed)).containsExactly("SCORES-NOT-NORMALISED");

    folders(2);
    oneColumn(
        ColumnType.NUMBER, IntStream.range(0, 30).mapToObj(i -> "0.5").toArray(String[]::new));
    ScoreReport constant = score(twoColumns("Softmax"), bound("p", OutputMeaning.PROBABILITIES));
    assertThat(codes(constant)).containsExactly("SCORES-CONSTANT");

    folders(3);
    oneColumn(
        ColumnType.NUMBER, IntStream.range(1, 30).mapToObj(i -> "0." + i).toArray(String[]::new));
    ScoreReport oneClass = score(twoColumns("Softmax"), bound("p", OutputMeaning.PROBABILITIES));
    assertThat(codes(oneClass)).containsExactly("SCORES-ONE-CLASS");
    assertThat(oneClass.warnings().getFirst().sentence()).contains("Class 'yes'");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void fixedBatchesArePaddedAndTold(int batch) {
    oneColumn(ColumnType.NUMBER, "1", "2", "3", "4", "5", "6", "7", "8", "9");
    OnnxBuilder fixed = model().input("x", FLOAT, batch, 1).output("y").node("Identity", "x", "y");

    ScoreReport report = score(fixed, bound("y", OutputMeaning.PREDICTION));

    assertThat(scores("prediction")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(codes(report)).containsExactly("MODEL-FIXED-BATCH");
    assertThat(report.device()).containsEntry("batch_rows", String.valueOf(batch));
  }

  @Test
  void batchesOfAnySizeGiveTheSame() throws IOException {
    String[] cells = IntStream.range(0, 1_000).mapToObj(String::valueOf).toArray(String[]::new);
    double[] whole = null;
    for (int batch : List.of(7, 256, 999, 4096)) {
      folders(batch);
      oneColumn(ColumnType.INTEGER, cells);

      score(
          twoColumns("Softmax"),
          new RunPlan("cpu", batch, 2, 60),
          new Cancellation(),
          bound("p", OutputMeaning.PROBABILITIES));

      whole = whole == null ? scores("score_1") : whole;
      assertThat(scores("score_1")).isEqualTo(whole);
    }
  }

  @Test
  void aBatchSensitiveModelRunsInOneStoredBatchSize() {
    oneColumn(
        ColumnType.NUMBER,
        IntStream.range(0, 600).mapToObj(String::valueOf).toArray(String[]::new));
    Path model = prediction(FLOAT).write(folder.resolve("m.onnx"));
    ModelBinding binding =
        new ModelBinding(
            Task.REGRESSION,
            List.of(new InputBinding("x", List.of("a"), "test")),
            List.of(bound("y", OutputMeaning.PREDICTION)),
            true);

    ScoreReport report =
        new OnnxScorer()
            .score(
                new ScoreRequest(model, data, binding, new RunPlan("cpu", 4096, 1, 60), output),
                Progress.NONE,
                new Cancellation());

    assertThat(report.device()).containsEntry("batch_rows", "256");
  }

  @Test
  void rowsAndAnswersMustMatch() throws IOException {
    oneColumn(ColumnType.NUMBER, "1", "2", "3");
    OnnxBuilder mean =
        model()
            .input("x", FLOAT, -1, 1)
            .output("y")
            .node("ReduceMean", "x", "y", numbers("axes", 0), number("keepdims", 1));
    assertThatThrownBy(() -> score(mean, bound("y", OutputMeaning.PREDICTION)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Given 3 rows, the model answered with 1 in output 'y'");

    folders(1);
    oneColumn(ColumnType.NUMBER, "1", "2", "3");
    OnnxBuilder deep =
        model()
            .input("x", FLOAT, -1, 1)
            .output("y")
            .weights(longs("axes", List.of(2L), 2, 3))
            .node("Unsqueeze", "x,axes", "y");
    assertThatThrownBy(() -> score(deep, bound("y", OutputMeaning.PREDICTION)))
        .hasMessageContaining("shape [3, 1, 1, 1]");

    folders(2);
    oneColumn(ColumnType.NUMBER, "1", "2", "3");
    assertThatThrownBy(() -> score(prediction(FLOAT), bound("y", OutputMeaning.PROBABILITIES)))
        .hasMessageContaining("has 1 columns where 2 are expected");
  }
}

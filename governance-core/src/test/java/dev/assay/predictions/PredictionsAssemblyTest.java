package dev.assay.predictions;

import static dev.assay.predictions.TableDataset.integers;
import static dev.assay.predictions.TableDataset.numbers;
import static dev.assay.predictions.TableDataset.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.predictions.Predictions.Exclusion;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.predictions.PredictionsAssembly.Answers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionsAssemblyTest {

  private static final LabelSpec BITS = new LabelSpec("y", "1", List.of("0", "1"), null);
  private static final LabelSpec LEVELS =
      new LabelSpec("y", null, List.of("low", "mid", "high"), null);

  @Test
  void ofTakesTheScoreOfThePositiveClassWhereverTheModelPutsIt() {
    TableDataset data = binary(texts("1", "0", "1"));
    Binary joined =
        (Binary)
            PredictionsAssembly.of(
                data, scores(List.of("1", "0"), numbers(.9, .2, .6), numbers(.1, .8, .4)));

    assertThat(joined.score()).containsExactly(.9, .2, .6);
    assertThat(joined.truth()).containsExactly(true, false, true);
    assertThat(joined.positive()).isEqualTo("1");
    assertThat(joined.negative()).isEqualTo("0");
    assertThat(joined.weights()).isNull();
    assertThat(joined.excluded()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1, 1.0",
    "1.0, 1",
    "1, ' 1 '",
    "1, +1",
    "1, 1e0",
    "1, true",
    "1, TRUE",
    "-0, 0"
  })
  void theSameClassInAnotherFormIsTheSameClass(String name, String text) {
    ClassMatcher matcher = new ClassMatcher(List.of("0", "1"));
    assertThat(matcher.index(text)).isEqualTo(matcher.index(name));
    assertThat(matcher.index(text)).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource({"01", "1.5", "yes", "''", "1e999999", "one"})
  void anotherClassIsNotTakenForOne(String text) {
    assertThat(new ClassMatcher(List.of("0", "1")).index(text)).isEqualTo(ClassMatcher.UNKNOWN);
  }

  @Test
  void aFormThatWouldNameTwoClassesNamesNone() {
    ClassMatcher matcher = new ClassMatcher(List.of("1", "1.0", "a", " a"));
    assertThat(matcher.index("1")).isZero();
    assertThat(matcher.index("1.0")).isEqualTo(1);
    assertThat(matcher.index("1.00")).isEqualTo(ClassMatcher.UNKNOWN);
    assertThat(matcher.index("a ")).isEqualTo(ClassMatcher.UNKNOWN);
  }

  @Test
  void labelsOfEveryColumnTypeAreMatched() {
    for (Column column :
        List.of(
            texts("1", "0", "1"),
            texts("1.0", "0.0", "1.0"),
            texts("true", "false", "True"),
            integers(1, 0, 1),
            numbers(1, 0, 1))) {
      Binary joined =
          (Binary)
              PredictionsAssembly.of(
                  binary(column), scores(List.of("0", "1"), numbers(1, 1, 1), numbers(0, 0, 0)));
      assertThat(joined.truth()).containsExactly(true, false, true);
    }
  }

  @Test
  void rowsThatCannotBeUsedAreLeftOutCountedAndListed() {
    TableDataset data =
        binary(texts("1", null, "maybe", "0", "1", "0", "0"))
            .with("w", ColumnRole.WEIGHT, numbers(1, 1, 1, 2, Double.NaN, -1, 0.5));
    Binary joined =
        (Binary)
            PredictionsAssembly.of(
                data,
                scores(
                    List.of("0", "1"),
                    numbers(0, 0, 0, 0, 0, 0, 0),
                    numbers(.1, .2, .3, Double.NaN, .5, .6, .7)));

    assertThat(joined.rowIndex()).containsExactly(0, 6);
    assertThat(joined.weights()).containsExactly(1, 0.5);
    assertThat(joined.score()).containsExactly(.1, .7);
    assertThat(joined.excluded())
        .containsExactly(
            new Exclusion("the label is missing", 1, List.of(2L)),
            new Exclusion("label 'maybe' is not one of the classes", 1, List.of(3L)),
            new Exclusion("the score is not a finite number", 1, List.of(4L)),
            new Exclusion("the weight is missing", 1, List.of(5L)),
            new Exclusion("the weight is negative or infinite", 1, List.of(6L)));
  }

  @Test
  void onlyTheFirstTwentyRowsOfAReasonAreListed() {
    @Nullable String[] labels = new String[100];
    Arrays.fill(labels, null);
    labels[99] = "1";
    double[] zero = new double[100];
    Predictions joined =
        PredictionsAssembly.of(
            binary(texts(labels)), scores(List.of("0", "1"), numbers(zero), numbers(zero)));
    Exclusion only = joined.excluded().getFirst();
    assertThat(only.count()).isEqualTo(99);
    assertThat(only.firstRows()).hasSize(20).startsWith(1L, 2L).endsWith(20L);
  }

  @Test
  void manyDifferentStrangeLabelsDoNotFloodTheReasons() {
    String[] labels = new String[1_000];
    Arrays.setAll(labels, i -> "strange" + i);
    labels[0] = "1";
    double[] zero = new double[1_000];
    Predictions joined =
        PredictionsAssembly.of(
            binary(texts(labels)), scores(List.of("0", "1"), numbers(zero), numbers(zero)));
    assertThat(joined.excluded()).hasSizeLessThanOrEqualTo(51);
    assertThat(joined.excluded().stream().mapToLong(Exclusion::count).sum()).isEqualTo(999);
  }

  @Test
  void ofRefusesWhenNoRowIsLeft() {
    assertRejected(
        "PREDICTIONS-NO-ROWS",
        "None of the 2 rows can be evaluated: the label is missing (2 rows).",
        () ->
            PredictionsAssembly.of(
                binary(texts(null, null)),
                scores(List.of("0", "1"), numbers(0, 0), numbers(0, 0))));
  }

  @Test
  void ofRefusesClassesThatDoNotFitAndNamesBothLists() {
    assertRejected(
        "PREDICTIONS-CLASSES",
        "The classes of the label 'y' ('0', '1') are not those of the model ('no', 'yes').",
        () ->
            PredictionsAssembly.of(
                binary(texts("0")), scores(List.of("no", "yes"), numbers(0), numbers(1))));
  }

  @Test
  void ofRefusesADatasetWithoutLabel() {
    TableDataset data = new TableDataset(null, null).with("x", ColumnRole.FEATURE, numbers(1));
    assertRejected(
        "PREDICTIONS-NO-LABEL",
        "The dataset has no label column",
        () -> PredictionsAssembly.of(data, scores(List.of("0", "1"), numbers(0), numbers(1))));
  }

  @Test
  void ofRefusesARegressionModelForAClass() {
    assertRejected(
        "PREDICTIONS-TASK",
        "The model predicts a number, but the label 'y' is a class.",
        () ->
            PredictionsAssembly.of(
                binary(texts("0")), new Answers(List.of(), List.of(), null, numbers(1))));
  }

  @Test
  void multiclassTakesTheLargestProbabilityAndCountsTies() {
    TableDataset data =
        new TableDataset(Task.MULTICLASS_CLASSIFICATION, LEVELS)
            .with("y", ColumnRole.LABEL, texts("low", "mid", "high", "low"));
    Multiclass joined =
        (Multiclass)
            PredictionsAssembly.of(
                data,
                scores(
                    List.of("high", "low", "mid"),
                    numbers(.2, .4, .6, .1),
                    numbers(.5, .2, .2, .1),
                    numbers(.3, .4, .2, .8)));

    assertThat(joined.classes()).containsExactly("high", "low", "mid");
    assertThat(joined.truth()).containsExactly(1, 2, 0, 1);
    assertThat(joined.predicted()).containsExactly(1, 0, 0, 2);
    assertThat(joined.ties()).isEqualTo(1);
  }

  @Test
  void labelsOnlyAreCompared() {
    Answers answers = new Answers(List.of("0", "1"), List.of(), texts("1", "0", "what"), null);
    Binary joined = (Binary) PredictionsAssembly.of(binary(integers(1, 1, 0)), answers);
    assertThat(joined.score()).isNull();
    assertThat(joined.modelPositive()).containsExactly(true, false);
    assertThat(joined.excluded())
        .containsExactly(new Exclusion("answer 'what' is not one of the classes", 1, List.of(3L)));
  }

  @Test
  void regressionLeavesOutWhatIsNoNumber() {
    TableDataset data =
        new TableDataset(Task.REGRESSION, new LabelSpec("y", null, List.of(), null))
            .with("y", ColumnRole.LABEL, integers(1, Column.Integers.MISSING, 3));
    Regression joined =
        (Regression)
            PredictionsAssembly.of(
                data,
                new Answers(List.of(), List.of(), null, numbers(1.5, 2, Double.POSITIVE_INFINITY)));
    assertThat(joined.truth()).containsExactly(1);
    assertThat(joined.predicted()).containsExactly(1.5);
    assertThat(joined.excluded().stream().map(Exclusion::reason))
        .containsExactly("the label is missing", "the prediction is not a finite number");
  }

  @Test
  void storedScoresOnAScaleToTenAreDividedAndItIsSaid() {
    TableDataset data =
        binary(texts("0", "1", "1")).with("decile", ColumnRole.SCORE, integers(1, 5, 10));
    Binary joined = (Binary) PredictionsAssembly.stored(data);
    assertThat(joined.score()).containsExactly(0.1, 0.5, 1.0);
    assertThat(PredictionsAssembly.notes(data)).hasSize(1);
    assertThat(PredictionsAssembly.notes(data).getFirst().sentence())
        .contains("'decile' reach beyond 1; they were divided by 10");
  }

  @Test
  void storedProbabilitiesAreTakenAsTheyAre() {
    TableDataset data = binary(texts("0", "1")).with("p", ColumnRole.SCORE, numbers(0.25, 1.0));
    assertThat(((Binary) PredictionsAssembly.stored(data)).score()).containsExactly(0.25, 1.0);
    assertThat(PredictionsAssembly.notes(data)).isEmpty();
  }

  @Test
  void storedRefusesScoresOnNoScale() {
    assertRejected(
        "PREDICTIONS-SCORE-SCALE",
        "The score 640.0 in row 2 of column 'credit' is on no scale",
        () ->
            PredictionsAssembly.stored(
                binary(texts("0", "1"))
                    .with("credit", ColumnRole.SCORE, numbers(Double.NaN, 640))));
  }

  @Test
  void storedRefusesADatasetWithoutAnswers() {
    assertRejected(
        "PREDICTIONS-NONE-STORED",
        "No model was given, and no column of the dataset holds its scores or predictions.",
        () -> PredictionsAssembly.stored(binary(texts("0", "1"))));
  }

  @Test
  void storedDecisionsAreCompared() {
    TableDataset data =
        binary(texts("0", "1")).with("decided", ColumnRole.PREDICTION, texts("1", "1"));
    Binary joined = (Binary) PredictionsAssembly.stored(data);
    assertThat(joined.modelPositive()).containsExactly(true, true);
    assertThat(joined.score()).isNull();
  }

  @Test
  void storedScoresOfSeveralClassesAreFoundByName() {
    TableDataset data =
        new TableDataset(Task.MULTICLASS_CLASSIFICATION, LEVELS)
            .with("y", ColumnRole.LABEL, texts("low", "high"))
            .with("p_high", ColumnRole.SCORE, numbers(.1, .7))
            .with("p_low", ColumnRole.SCORE, numbers(.8, .2))
            .with("p_mid", ColumnRole.SCORE, numbers(.1, .1));
    Multiclass joined = (Multiclass) PredictionsAssembly.stored(data);
    assertThat(joined.classes()).containsExactly("low", "mid", "high");
    assertThat(joined.predicted()).containsExactly(0, 2);
  }

  private static TableDataset binary(Column labels) {
    return new TableDataset(Task.BINARY_CLASSIFICATION, BITS).with("y", ColumnRole.LABEL, labels);
  }

  private static Answers scores(List<String> classes, Column.Numbers... scores) {
    return new Answers(classes, List.of(scores), null, null);
  }

  private static void assertRejected(
      String code, String sentence, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.sentence()).contains(sentence);
              assertThat(e.remedy()).isNotBlank();
            });
  }
}

package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.NumberSink;
import dev.assay.dataset.TextSink;
import dev.assay.dataset.Warning;
import dev.assay.inference.ScoreColumns;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a model's outputs batch by batch and writes scores, decisions or predictions as columns.
final class Answers {

  private final @Nullable OutputBinding scores;
  private final @Nullable OutputBinding label;
  private final ColumnarWriter writer;
  private final List<NumberSink> numbers = new ArrayList<>();
  private final @Nullable TextSink labels;
  private final ScoreWatch watch;
  private final @Nullable WordTags words;
  private final @Nullable ForecastSteps forecasts;

  Answers(ModelBinding binding, Path folder) {
    this.scores = first(binding, o -> Probabilities.width(o.meaning(), 1) > 0).orElse(null);
    this.forecasts =
        scores == null || scores.forecasts() == null ? null : new ForecastSteps(scores.forecasts());
    this.label = first(binding, o -> o.meaning() == OutputMeaning.LABEL).orElse(null);
    this.writer = ColumnarWriter.into(folder, classes().size() + 1);
    if (scores != null && isNumber(scores)) {
      numbers.add(writer.numbers(ScoreColumns.PREDICTION));
    } else if (scores == null || !isTags(scores)) {
      open();
    }
    this.labels = label == null ? null : writer.texts(ScoreColumns.LABEL, ColumnType.CATEGORY);
    this.words = scores != null && isTags(scores) ? new WordTags(classes().size(), writer) : null;
    this.watch = new ScoreWatch(hasScores() ? classes() : List.of(), !isOfLabels(scores));
  }

  private static Optional<OutputBinding> first(
      ModelBinding binding, Predicate<OutputBinding> wanted) {
    return binding.outputs().stream().filter(wanted).findFirst();
  }

  private void open() {
    for (int c = 0; c < classes().size(); c++) {
      numbers.add(writer.numbers(ScoreColumns.score(c)));
    }
  }

  /// Classes of the score columns, or names of the forecasts of a row; empty for regression and
  /// labels only, and before the first answer of a model whose horizon is open.
  List<String> classes() {
    return forecasts != null ? forecasts.names() : scores == null ? List.of() : scores.classes();
  }

  boolean hasScores() {
    return scores != null && !isNumber(scores) && !isTags(scores) && forecasts == null;
  }

  private static boolean isOfLabels(@Nullable OutputBinding output) {
    return output != null && output.meaning() == OutputMeaning.LOGITS_OF_LABELS;
  }

  private static boolean isTags(OutputBinding output) {
    return output.meaning() == OutputMeaning.LOGITS_OF_TOKENS;
  }

  /// The tags of words that rows are answered with; absent where they are answered with something
  /// else.
  @Nullable WordTags words() {
    return words;
  }

  /// The logits of the tokens of a batch.
  ///
  /// @return [row][token][tag]
  double[] ofTokens(Function<OutputBinding, OnnxValue> value, int rows, int length)
      throws OrtException {
    OutputBinding scored = scored();
    return new Answer(scored, value.apply(scored)).ofTokens(rows, length, width());
  }

  /// Takes the tags of a row.
  ///
  /// @param mean as [WordTags#add] gives it
  void tagged(int row, double mean) {
    watch.look(new double[] {mean}, row, 1, 1);
  }

  private static boolean isNumber(OutputBinding output) {
    return output.meaning() == OutputMeaning.PREDICTION
        || output.meaning() == OutputMeaning.EMBEDDINGS;
  }

  /// Whether a row's answer is made of the embeddings of its texts.
  boolean areEmbeddings() {
    return scores != null && scores.meaning() == OutputMeaning.EMBEDDINGS;
  }

  /// The embeddings of a batch, one a text or one a token.
  Answer embeddings(Function<OutputBinding, OnnxValue> value) {
    OutputBinding scored = scored();
    return new Answer(scored, value.apply(scored));
  }

  boolean hasLabels() {
    return label != null;
  }

  /// Takes one batch.
  ///
  /// @param value the runtime's value of an output
  /// @param rows rows the model was given, the last of them perhaps padding
  /// @param asked whether the model could be asked about a row of the dataset
  void take(
      Function<OutputBinding, OnnxValue> value, int from, int count, int rows, IntPredicate asked)
      throws OrtException {
    if (scores != null) {
      double[] wanted = probabilities(value, rows);
      leaveOut(wanted, from, count, asked);
      scores(wanted, from, count);
    }
    OutputBinding decided = label;
    TextSink sink = labels;
    if (decided != null && sink != null) {
      String[] raw = new Answer(decided, value.apply(decided)).labels(rows);
      Map<String, String> names = decided.classValues();
      for (int r = 0; r < count; r++) {
        sink.add(asked.test(from + r) ? names.getOrDefault(raw[r], raw[r]) : null);
      }
    }
  }

  private void leaveOut(double[] wanted, int from, int count, IntPredicate asked) {
    int classes = width();
    for (int r = 0; r < count; r++) {
      if (!asked.test(from + r)) {
        Arrays.fill(wanted, r * classes, (r + 1) * classes, Double.NaN);
        watch.leaveOut(from + r);
      }
    }
  }

  /// One probability a class, the predicted number or the forecasts, of a batch.
  ///
  /// @return [row][class], row after row
  double[] probabilities(Function<OutputBinding, OnnxValue> value, int rows) throws OrtException {
    OutputBinding scored = scored();
    if (forecasts != null) {
      return forecasts.of(new Answer(scored, value.apply(scored)), rows);
    }
    int classes = width();
    int given = Probabilities.width(scored.meaning(), classes);
    double[] wanted = new double[rows * classes];
    Probabilities.of(
        scored.meaning(),
        new Answer(scored, value.apply(scored)).numbers(rows, given),
        rows,
        classes,
        wanted);
    return wanted;
  }

  /// Numbers a row: one a class, 1 for a prediction, one a step and quantile of forecasts.
  int width() {
    return forecasts != null ? forecasts.width() : Math.max(1, scored().classes().size());
  }

  private OutputBinding scored() {
    OutputBinding scored = scores;
    if (scored == null) {
      throw new IllegalStateException("the model gives no scores");
    }
    return scored;
  }

  /// Takes the answers of rows in their order.
  ///
  /// @param wanted [row][class], row after row; numbers that are not finite become NaN
  void scores(double[] wanted, int from, int count) {
    int classes = width();
    if (numbers.isEmpty()) {
      open();
    }
    watch.look(wanted, from, count, classes);
    for (int c = 0; c < classes; c++) {
      NumberSink sink = numbers.get(c);
      for (int r = 0; r < count; r++) {
        sink.add(wanted[r * classes + c]);
      }
    }
  }

  /// Receives further columns beside the answers, as many rows as there are answers.
  ColumnarWriter beside() {
    return writer;
  }

  /// Completes the columns.
  ///
  /// @throws dev.assay.common.InputRejected when no score is finite
  void finish() {
    if (scores != null) {
      watch.requireSome();
    }
    writer.finish();
  }

  long nonFinite() {
    return watch.nonFinite();
  }

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(watch.warnings());
    if (forecasts != null) {
      warnings.addAll(forecasts.warnings());
    }
    if (scores == null) {
      warnings.add(
          new Warning(
              "MODEL-LABELS-ONLY",
              "The model gives decisions but no scores; ROC, calibration and thresholds are not"
                  + " available.",
              "Export the model with its probabilities as an output."));
    }
    return warnings;
  }
}

package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells from names, types, shapes and the last operator what an output says.
///
/// @param meaning what it says
/// @param reason why
record MeaningGuess(OutputMeaning meaning, String reason) {

  private static final Set<String> BOUNDED =
      Set.of("LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO", "PROBIT");
  private static final Set<String> UNBOUNDED =
      Set.of("ai.onnx:Add", "ai.onnx:Gemm", "ai.onnx:MatMul");

  /// What a model without described task predicts.
  ///
  /// @throws InputRejected when that cannot be told
  static Task task(ModelArtefact model) {
    for (int i = 0; i < model.outputs().size(); i++) {
      Optional<MeaningGuess> guess =
          ofClassifier(model.outputs().get(i), model.origins().get(i), 0);
      if (guess.isPresent()) {
        long columns =
            Math.max(
                SignatureWords.width(model.outputs().get(i)),
                model.origins().get(i).classes().size());
        return columns > 2 ? Task.MULTICLASS_CLASSIFICATION : Task.BINARY_CLASSIFICATION;
      }
    }
    if (model.origins().stream().anyMatch(o -> o.operator().contains("Regressor"))) {
      return Task.REGRESSION;
    }
    throw new InputRejected(
        "MODEL-TASK",
        "Neither the dataset nor the model says what is predicted.",
        "Name the dataset's label, or describe the model's task in a model description.");
  }

  /// @param classes number of classes, 0 when unknown
  static Optional<MeaningGuess> ofClassifier(ValueInfo output, OutputOrigin origin, int classes) {
    if (output.form() == ValueInfo.Form.SEQUENCE_OF_MAPS) {
      return guess(OutputMeaning.PROBABILITIES, "maps from class to probability (ZipMap)");
    }
    long width = SignatureWords.width(output);
    if (output.form() != ValueInfo.Form.TENSOR || output.shape().size() > 2) {
      return Optional.empty();
    }
    return switch (output.type()) {
      case STRING -> width <= 1 ? guess(OutputMeaning.LABEL, "one text a row") : Optional.empty();
      case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, BOOL ->
          width <= 1 ? guess(OutputMeaning.LABEL, "one whole number a row") : Optional.empty();
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16 ->
          width == 1 ? ofOneColumn(output, origin) : ofColumns(output, origin, width, classes);
      case COMPLEX64, COMPLEX128, OTHER -> Optional.empty();
    };
  }

  private static Optional<MeaningGuess> ofColumns(
      ValueInfo output, OutputOrigin origin, long width, int classes) {
    boolean fits = (width < 0 || classes == 0) ? width != 0 : width == classes;
    if (!fits) {
      return Optional.empty();
    }
    String last = last(origin);
    if (last.equals("Softmax") || last.equals("Sigmoid") || last.equals("Normalizer")) {
      return guess(OutputMeaning.PROBABILITIES, "it ends in " + last);
    }
    if (last.equals("LogSoftmax")) {
      return guess(OutputMeaning.LOGITS, "it ends in LogSoftmax, whose softmax is the probability");
    }
    if (BOUNDED.contains(origin.transform())) {
      return guess(
          OutputMeaning.PROBABILITIES, "scores of " + last + " after " + origin.transform());
    }
    if (named(output, "logit")) {
      return guess(OutputMeaning.LOGITS, "its name");
    }
    if (named(output, "prob")) {
      return guess(OutputMeaning.PROBABILITIES, "its name");
    }
    if (last.startsWith("TreeEnsemble")) {
      return guess(OutputMeaning.PROBABILITIES, "scores of " + last);
    }
    return UNBOUNDED.contains(origin.operator())
        ? guess(OutputMeaning.LOGITS, "it ends in " + last + ", which leaves its numbers unbounded")
        : Optional.empty();
  }

  private static Optional<MeaningGuess> ofOneColumn(ValueInfo output, OutputOrigin origin) {
    String last = last(origin);
    if (last.equals("Sigmoid")) {
      return guess(OutputMeaning.PROBABILITY_OF_POSITIVE, "it ends in Sigmoid");
    }
    if (named(output, "logit")) {
      return guess(OutputMeaning.LOGIT_OF_POSITIVE, "its name");
    }
    if (named(output, "prob")) {
      return guess(OutputMeaning.PROBABILITY_OF_POSITIVE, "its name");
    }
    return UNBOUNDED.contains(origin.operator()) && !named(output, "score")
        ? guess(
            OutputMeaning.LOGIT_OF_POSITIVE,
            "it ends in " + last + ", which leaves its numbers unbounded")
        : Optional.empty();
  }

  /// Outputs that can be a regression's prediction.
  static List<ValueInfo> predictions(List<ValueInfo> outputs) {
    return outputs.stream()
        .filter(o -> o.form() == ValueInfo.Form.TENSOR && o.shape().size() <= 2)
        .filter(o -> SignatureWords.width(o) == 1 || SignatureWords.width(o) == -1)
        .filter(o -> isNumber(o.type()))
        .toList();
  }

  static boolean isNumber(ElementType type) {
    return switch (type) {
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16, INT8, UINT8, INT16, INT32, INT64 -> true;
      case UINT16, UINT32, UINT64, BOOL, STRING, COMPLEX64, COMPLEX128, OTHER -> false;
    };
  }

  private static boolean named(ValueInfo output, String part) {
    return output.name().toLowerCase(Locale.ROOT).contains(part);
  }

  private static String last(OutputOrigin origin) {
    return origin.operator().substring(origin.operator().indexOf(':') + 1);
  }

  private static Optional<MeaningGuess> guess(OutputMeaning meaning, String reason) {
    return Optional.of(new MeaningGuess(meaning, reason));
  }
}

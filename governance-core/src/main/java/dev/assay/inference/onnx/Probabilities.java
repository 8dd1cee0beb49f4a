package dev.assay.inference.onnx;

import dev.assay.model.OutputMeaning;

/// Turns a model's numbers into one probability a class, in double. The numbers of a row that is
/// not finite become NaN.
final class Probabilities {

  private Probabilities() {}

  /// How many numbers a row the model gives.
  static int width(OutputMeaning meaning, int classes) {
    return switch (meaning) {
      case PROBABILITIES, LOGITS, LOGITS_OF_LABELS, LOGITS_OF_TOKENS, FORECASTS -> classes;
      case PROBABILITY_OF_POSITIVE, LOGIT_OF_POSITIVE, PREDICTION, EMBEDDINGS -> 1;
      case LABEL, NEXT_TOKEN_LOGITS, IGNORED -> 0;
    };
  }

  /// @param numbers what the model gave, row after row
  /// @param into [row][class], row after row
  static void of(OutputMeaning meaning, double[] numbers, int rows, int classes, double[] into) {
    switch (meaning) {
      case PROBABILITIES, PREDICTION, FORECASTS ->
          System.arraycopy(numbers, 0, into, 0, rows * classes);
      case LOGITS, LOGITS_OF_TOKENS -> {
        for (int r = 0; r < rows; r++) {
          softmax(numbers, r * classes, classes, into);
        }
      }
      case LOGITS_OF_LABELS -> {
        for (int i = 0; i < rows * classes; i++) {
          into[i] = Double.isFinite(numbers[i]) ? sigmoid(numbers[i]) : Double.NaN;
        }
      }
      case PROBABILITY_OF_POSITIVE -> {
        for (int r = 0; r < rows; r++) {
          into[2 * r] = 1 - numbers[r];
          into[2 * r + 1] = numbers[r];
        }
      }
      case LOGIT_OF_POSITIVE -> {
        for (int r = 0; r < rows; r++) {
          boolean finite = Double.isFinite(numbers[r]);
          into[2 * r] = finite ? sigmoid(-numbers[r]) : Double.NaN;
          into[2 * r + 1] = finite ? sigmoid(numbers[r]) : Double.NaN;
        }
      }
      case EMBEDDINGS, NEXT_TOKEN_LOGITS, LABEL, IGNORED ->
          throw new IllegalStateException("no scores: " + meaning);
    }
  }

  private static void softmax(double[] logits, int at, int classes, double[] into) {
    double largest = Double.NEGATIVE_INFINITY;
    boolean finite = true;
    for (int c = at; c < at + classes; c++) {
      largest = Math.max(largest, logits[c]);
      finite &= Double.isFinite(logits[c]);
    }
    double sum = 0;
    for (int c = at; c < at + classes; c++) {
      into[c] = finite ? Math.exp(logits[c] - largest) : Double.NaN;
      sum += into[c];
    }
    for (int c = at; c < at + classes; c++) {
      into[c] /= sum;
    }
  }

  /// Without overflow on either side.
  private static double sigmoid(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double e = Math.exp(x);
    return e / (1 + e);
  }
}

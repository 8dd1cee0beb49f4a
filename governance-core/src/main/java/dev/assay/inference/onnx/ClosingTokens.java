package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.model.Transformer;
import java.util.List;
import java.util.Set;

/// Encoder-decoder classifiers such as BART read their answer off the last closing token, and their
/// graph can only do so where all texts of a call have as many of them.
///
/// @param end ids of the closing token; empty for models that do not read it
record ClosingTokens(List<Long> end) {

  private static final Set<String> FAMILIES =
      Set.of("bart", "mbart", "led", "mvp", "plbart", "bigbird_pegasus", "t5", "umt5");
  private static final String HEAD = "ForSequenceClassification";

  static ClosingTokens of(Transformer beside) {
    boolean reads = FAMILIES.contains(beside.modelType()) && beside.architecture().endsWith(HEAD);
    return new ClosingTokens(reads ? beside.ends().end() : List.of());
  }

  /// @param from row of the dataset that the first of these is
  /// @throws InputRejected when a text has more closing tokens than another
  void requireAsMany(TokenRows some, int from) {
    if (end.isEmpty()) {
      return;
    }
    long least = some.texts().stream().mapToLong(this::count).min().orElse(0);
    for (int row = 0; row < some.rows(); row++) {
      for (Encoded text : some.row(row)) {
        if (count(text) > least) {
          throw new InputRejected(
              "TEXT-CLOSING-TOKEN",
              "The text in row "
                  + Rounded.count(from + row + 1L)
                  + " has the model's closing token (such as '</s>') in it, and the model reads its"
                  + " answer off that token, which every text must have equally often.",
              "Take the closing token out of the text.");
        }
      }
    }
  }

  private long count(Encoded text) {
    return end.stream().mapToLong(text::count).sum();
  }
}

package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.model.OutputBinding;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gathers what a text model answers for some rows, call after call.
sealed interface RowAnswers {

  /// Takes the answers of one call.
  ///
  /// @param value the runtime's value of an output
  /// @param batch places of the texts of the call
  /// @param rows rows of the call, the last of them perhaps padding
  /// @param length tokens of every row of the call
  void take(Function<OutputBinding, OnnxValue> value, int[] batch, int rows, int length)
      throws OrtException;

  /// Writes the answers in the order of the rows.
  ///
  /// @param from the first of the rows
  void finish(int from);

  /// Of these rows.
  static RowAnswers of(TokenRows rows, Answers answers, Pooling pooling) {
    WordTags words = answers.words();
    return words == null ? new Numbers(rows, answers, pooling) : new Tags(rows, answers, words);
  }

  /// One number a class, or one number, a row.
  final class Numbers implements RowAnswers {
    private final TokenRows rows;
    private final Answers answers;
    private final Pooling pooling;
    private double[] wanted = new double[0];

    private Numbers(TokenRows rows, Answers answers, Pooling pooling) {
      this.rows = rows;
      this.answers = answers;
      this.pooling = pooling;
    }

    @Override
    public void take(
        Function<OutputBinding, OnnxValue> value, int[] batch, int rowCount, int length)
        throws OrtException {
      List<Encoded> texts = rows.texts();
      double[] answered =
          answers.areEmbeddings()
              ? answers.embeddings(value).vectors(pooling, texts, batch, rowCount, length)
              : answers.probabilities(value, rowCount);
      int width = answered.length / rowCount;
      wanted = wanted.length == 0 ? new double[texts.size() * width] : wanted;
      for (int r = 0; r < batch.length; r++) {
        System.arraycopy(answered, r * width, wanted, batch[r] * width, width);
      }
    }

    @Override
    public void finish(int from) {
      answers.scores(
          answers.areEmbeddings()
              ? Pooling.cosines(rows, wanted)
              : rows.mean(wanted, answers.width()),
          from,
          rows.rows());
    }
  }

  /// One tag a word.
  final class Tags implements RowAnswers {
    private final TokenRows rows;
    private final Answers answers;
    private final WordTags words;
    private final WordTags.@Nullable Found[] found;

    private Tags(TokenRows rows, Answers answers, WordTags words) {
      this.rows = rows;
      this.answers = answers;
      this.words = words;
      this.found = new WordTags.@Nullable Found[rows.texts().size()];
    }

    @Override
    public void take(
        Function<OutputBinding, OnnxValue> value, int[] batch, int rowCount, int length)
        throws OrtException {
      double[] logits = answers.ofTokens(value, rowCount, length);
      for (int r = 0; r < batch.length; r++) {
        found[batch[r]] = words.of(logits, r, length, rows.texts().get(batch[r]));
      }
    }

    @Override
    public void finish(int from) {
      for (int row = 0; row < rows.rows(); row++) {
        List<WordTags.Found> own =
            Arrays.stream(found, rows.first()[row], rows.first()[row + 1])
                .map(Objects::requireNonNull)
                .toList();
        answers.tagged(from + row, words.add(rows.row(row), own));
      }
    }
  }
}

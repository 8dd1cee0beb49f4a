package dev.assay.inference.onnx;

import dev.assay.dataset.Choices;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.TextAsk;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.Transformer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts of a dataset that a model goes on with, as tokens.
final class CausalTexts {

  private final TextAsk ask;
  private final CausalTokens tokens;
  private final @Nullable Column prompt;
  private final Choices choices;
  private final @Nullable Column answer;

  CausalTexts(ColumnarFolder dataset, TextAsk ask, Transformer beside, TextTokenizer tokenizer) {
    this.ask = ask;
    this.tokens = CausalTokens.of(beside, tokenizer);
    this.prompt = ask.prompt() == null ? null : dataset.column(ask.prompt());
    this.choices = new Choices(ask.choices(), ask.choices().stream().map(dataset::column).toList());
    this.answer = ask.answer() == null ? null : dataset.column(ask.answer());
  }

  /// The prompt of a row; empty where there is none.
  String prompt(int row) {
    return text(prompt, row);
  }

  private static String text(@Nullable Column column, int row) {
    String text = column == null ? null : column.text(row);
    return text == null ? "" : text;
  }

  /// What is scored of a row: for each choice one, null where there is no such choice; else of its
  /// text one, or several windows.
  ///
  /// @param context tokens before the first scored one of a window
  List<@Nullable Continuation> scored(int row, int context) {
    List<@Nullable Continuation> scored = new ArrayList<>();
    if (ask.kind() == TextAsk.Kind.CHOICES) {
      for (String choice : choices.of(row)) {
        scored.add(choice.isBlank() ? null : tokens.behind(prompt(row), choice, where(row)));
      }
      return scored;
    }
    String text = text(answer, row);
    if (text.isBlank()) {
      return scored;
    }
    if (prompt != null) {
      scored.add(tokens.behind(prompt(row), text, where(row)));
      return scored;
    }
    scored.addAll(tokens.whole(text, context, where(row)));
    return scored;
  }

  /// The tokens of a prompt as the tokenizer gives them to the model.
  ///
  /// @throws dev.assay.common.InputRejected when the answer would not fit behind it
  long[] asked(int row) {
    return tokens.asked(prompt(row), ask.decoding().maxNewTokens(), where(row));
  }

  private static String where(int row) {
    return " in row " + (row + 1);
  }
}

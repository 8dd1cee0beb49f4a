package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Choices;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.TextAsk;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The texts of a dataset that a model goes on with, as tokens. A context and what follows it are
/// made tokens together and divided behind those of the context alone, as lm-evaluation-harness
/// does it.
final class CausalTexts {

  private final TextAsk ask;
  private final Transformer beside;
  private final TextTokenizer tokenizer;
  private final @Nullable Column prompt;
  private final Choices choices;
  private final @Nullable Column answer;
  private final List<Long> leading;

  CausalTexts(ColumnarFolder dataset, TextAsk ask, Transformer beside, TextTokenizer tokenizer) {
    this.ask = ask;
    this.beside = beside;
    this.tokenizer = tokenizer;
    this.prompt = ask.prompt() == null ? null : dataset.column(ask.prompt());
    this.choices = new Choices(ask.choices(), ask.choices().stream().map(dataset::column).toList());
    this.answer = ask.answer() == null ? null : dataset.column(ask.answer());
    this.leading = tokenizer.leading();
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
        scored.add(choice.isBlank() ? null : continuation(prompt(row), choice, row));
      }
      return scored;
    }
    String text = text(answer, row);
    if (text.isBlank()) {
      return scored;
    }
    if (prompt != null) {
      scored.add(continuation(prompt(row), text, row));
      return scored;
    }
    scored.addAll(Continuation.rolling(prefix(), plain(text, row), beside.maxLength(), context));
    return scored;
  }

  private @Nullable Continuation continuation(String given, String text, int row) {
    String context = given.stripTrailing();
    String blanks = given.substring(context.length());
    boolean apart = given.isEmpty() || !blanks.isEmpty() || Character.isWhitespace(text.charAt(0));
    String follows = apart ? blanks + text : " " + text;
    long[] whole = plain(context + follows, row);
    int own = whole.length - (context.isEmpty() ? 0 : plain(context, row).length);
    if (own < 1) {
      return null;
    }
    if (beside.maxLength() > 0 && own > beside.maxLength()) {
      throw new InputRejected(
          "CAUSAL-TOO-LONG",
          "The text in row "
              + (row + 1)
              + " whose likelihood is asked has "
              + own
              + " tokens, and the model can place "
              + beside.maxLength()
              + ".",
          "Leave the prompt column out (--prompt none): texts alone are read in windows.");
    }
    long[] before =
        context.isEmpty()
            ? new long[] {prefix()}
            : leading.stream().mapToLong(Long::longValue).toArray();
    return Continuation.of(
        LongStream.concat(LongStream.of(before), LongStream.of(whole)).toArray(),
        own,
        beside.maxLength());
  }

  /// The tokens of a prompt as the tokenizer gives them to the model.
  ///
  /// @throws InputRejected when the answer would not fit behind it
  long[] asked(int row) {
    long[] own = plain(prompt(row), row);
    long[] ids =
        own.length == 0 && leading.isEmpty()
            ? new long[] {prefix()}
            : LongStream.concat(leading.stream().mapToLong(Long::longValue), LongStream.of(own))
                .toArray();
    int most = ask.decoding().maxNewTokens();
    if (beside.maxLength() > 0 && ids.length + most > beside.maxLength()) {
      throw new InputRejected(
          "CAUSAL-PROMPT-TOO-LONG",
          "The prompt in row "
              + (row + 1)
              + " has "
              + ids.length
              + " tokens, and the model can place "
              + beside.maxLength()
              + ", so that no "
              + most
              + " new ones fit behind it.",
          ids.length < beside.maxLength()
              ? "Shorten the prompt, or give --max-new-tokens "
                  + (beside.maxLength() - ids.length)
                  + "."
              : "Shorten the prompt.");
    }
    return ids;
  }

  /// The token that stands before the first of a text.
  private long prefix() {
    if (!leading.isEmpty()) {
      return leading.getLast();
    }
    Long begin = beside.ends().begin();
    if (begin != null) {
      return begin;
    }
    if (!beside.ends().end().isEmpty()) {
      return beside.ends().end().getFirst();
    }
    throw new InputRejected(
        "CAUSAL-NO-BEGIN",
        "Neither the tokenizer nor config.json (bos_token_id, eos_token_id) says which token stands"
            + " before a text, so its first token has no likelihood.",
        "Add bos_token_id to config.json, or give a prompt to every row.");
  }

  private long[] plain(String text, int row) {
    if (text.isEmpty()) {
      return new long[0];
    }
    Encoded encoded = tokenizer.encodePlain(List.of(text)).getFirst();
    for (long id : encoded.ids()) {
      if (id < 0 || (beside.embeddings() > 0 && id >= beside.embeddings())) {
        throw new InputRejected(
            "TOKENIZER-VOCABULARY",
            "The text in row "
                + (row + 1)
                + " gets the token id "
                + id
                + ", and the model knows "
                + beside.embeddings()
                + " tokens (vocab_size).",
            "Put the tokenizer that the model was trained with beside it.");
      }
    }
    return encoded.ids();
  }
}

package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.Transformer;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A prompt and what follows it as tokens. Both are made tokens together and divided behind those
/// of the prompt alone, as lm-evaluation-harness does it. Messages say which text is meant by
/// `where`: " in row 3", or nothing where there is only one.
///
/// @param beside what lies beside the model
/// @param tokenizer does not cut
/// @param leading special tokens that the tokenizer puts before every text
record CausalTokens(Transformer beside, TextTokenizer tokenizer, List<Long> leading) {

  static CausalTokens of(Transformer beside, TextTokenizer tokenizer) {
    return new CausalTokens(beside, tokenizer, tokenizer.leading());
  }

  /// A text that is scored behind a prompt; null where it adds no token to it.
  ///
  /// @param text not blank
  @Nullable Continuation behind(String prompt, String text, String where) {
    String context = prompt.stripTrailing();
    String blanks = prompt.substring(context.length());
    boolean apart = prompt.isEmpty() || !blanks.isEmpty() || Character.isWhitespace(text.charAt(0));
    String follows = apart ? blanks + text : " " + text;
    long[] whole = plain(context + follows, where);
    int own = whole.length - (context.isEmpty() ? 0 : plain(context, where).length);
    if (own < 1) {
      return null;
    }
    if (beside.maxLength() > 0 && own > beside.maxLength()) {
      throw new InputRejected(
          "CAUSAL-TOO-LONG",
          "The text"
              + where
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

  /// A text that is scored from its beginning, in windows where it is long.
  ///
  /// @param context tokens before the first scored one of a window
  List<Continuation> whole(String text, int context, String where) {
    return Continuation.rolling(prefix(), plain(text, where), beside.maxLength(), context);
  }

  /// The tokens of a prompt as the tokenizer gives them to the model.
  ///
  /// @param most tokens that are written behind it
  /// @throws InputRejected when they would not fit behind it
  long[] asked(String prompt, int most, String where) {
    long[] own = plain(prompt, where);
    long[] ids =
        own.length == 0 && leading.isEmpty()
            ? new long[] {prefix()}
            : LongStream.concat(leading.stream().mapToLong(Long::longValue), LongStream.of(own))
                .toArray();
    if (beside.maxLength() > 0 && ids.length + most > beside.maxLength()) {
      throw new InputRejected(
          "CAUSAL-PROMPT-TOO-LONG",
          "The prompt"
              + where
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

  private long[] plain(String text, String where) {
    if (text.isEmpty()) {
      return new long[0];
    }
    Encoded encoded = tokenizer.encodePlain(List.of(text)).getFirst();
    for (long id : encoded.ids()) {
      if (id < 0 || (beside.embeddings() > 0 && id >= beside.embeddings())) {
        throw new InputRejected(
            "TOKENIZER-VOCABULARY",
            "The text"
                + where
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

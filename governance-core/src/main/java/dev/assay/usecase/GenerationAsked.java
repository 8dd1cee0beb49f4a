package dev.assay.usecase;

import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a user asks of a model that goes on with texts.
///
/// @param kind what is asked; absent = choices where there are some, else a generated answer where
///   there is a prompt, else the likelihood of the texts
/// @param prompt column of prompts; absent = guessed by its name, [#NONE] = there is none
/// @param choices columns of choices; empty = guessed by name
/// @param answer column of the expected text or the right choice; absent = guessed by its name
/// @param decoding how texts are generated; its seed is that of the run
public record GenerationAsked(
    @Nullable Kind kind,
    @Nullable String prompt,
    List<String> choices,
    @Nullable String answer,
    Decoding decoding) {

  /// Nothing is said.
  public static final GenerationAsked GUESSED =
      new GenerationAsked(null, null, List.of(), null, Decoding.GREEDY);

  /// Says of the prompt that there is none.
  public static final String NONE = "none";
}

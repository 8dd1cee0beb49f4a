package dev.assay.check.behaviour;

import java.nio.charset.StandardCharsets;

/// How much a model that goes on with texts can place. Texts are counted in bytes, since a token
/// holds at least one: what fits here is never cut, so that a change is always seen.
///
/// @param places tokens that the model can place; 0 = not limited
/// @param answer tokens that it may write behind a prompt
public record Room(int places, int answer) {

  /// Tokens that tokenizers put around a text of their own accord.
  private static final int SPECIAL = 4;

  /// Whether an answer can be written behind a prompt.
  boolean holds(String prompt) {
    return places <= 0 || bytes(prompt) + answer + SPECIAL <= places;
  }

  /// Whether a text can be weighed behind a prompt.
  boolean holds(String prompt, String text) {
    return places <= 0 || bytes(prompt) + bytes(text) + SPECIAL <= places;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

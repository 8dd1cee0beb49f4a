package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.inference.TextTokens;
import dev.assay.inference.TextTokens.Piece;
import java.util.Locale;

/// The tokens of a text for people: one a line, with what the model does not know or does not read.
final class TokenSummary {

  private final Output output;

  TokenSummary(Output output) {
    this.output = output;
  }

  void print(TextTokens tokens) {
    for (Piece piece : tokens.pieces()) {
      output.say(
          String.format(
              Locale.ROOT, "%10d  %s%s", piece.id(), Visible.of(piece.piece(), 60), remark(piece)));
    }
    output.say("");
    output.say(tokens.inWords());
  }

  private static String remark(Piece piece) {
    if (piece.unknown()) {
      return "  ! unknown to the tokenizer";
    }
    return piece.read() ? "" : "  ! cut: the model does not read it";
  }
}

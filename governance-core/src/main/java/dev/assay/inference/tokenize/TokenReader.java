package dev.assay.inference.tokenize;

import dev.assay.common.InputRejected;
import dev.assay.inference.TextTokens;
import dev.assay.inference.TextTokens.Piece;
import dev.assay.inference.TokensRequest;
import dev.assay.model.ModelReader;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import java.util.ArrayList;
import java.util.List;

/// Reads the tokens of a text as a model gets them. Runs in the worker.
public final class TokenReader {

  private TokenReader() {}

  /// The tokens.
  ///
  /// @throws InputRejected when the model reads no texts or its tokenizer is refused
  public static TextTokens read(TokensRequest request) {
    Transformer beside = ModelReader.read(request.model()).transformer();
    TransformerFolder folder = TransformerFolder.at(request.model()).orElse(null);
    if (beside == null || folder == null) {
      throw new InputRejected(
          "TOKENS-NO-TEXT",
          "The model reads no texts, so there are no tokens.",
          "Give the folder or zip of a text model.");
    }
    try (TextTokenizer whole = TextTokenizer.open(folder.tokenizer(), 0);
        TextTokenizer kept = TextTokenizer.open(folder.tokenizer(), beside.maxLength())) {
      Located all = whole.locate(request.text());
      return new TextTokens(
          pieces(all, whole.names(request.text()), end(kept.locate(request.text())), beside),
          beside.maxLength());
    }
  }

  private static List<Piece> pieces(Located all, List<String> names, int end, Transformer model) {
    List<Piece> pieces = new ArrayList<>();
    Long unknown = model.unknownId();
    for (int i = 0; i < all.from().length; i++) {
      long id = all.tokens().ids()[i];
      boolean special = all.from()[i] < 0;
      pieces.add(
          new Piece(
              names.get(i),
              id,
              all.from()[i],
              all.to()[i],
              !special && unknown != null && id == unknown,
              special || all.from()[i] < end));
    }
    return List.copyOf(pieces);
  }

  /// Where the text ends for a model that cuts it.
  private static int end(Located kept) {
    int end = 0;
    for (int to : kept.to()) {
      end = Math.max(end, to);
    }
    return end;
  }
}

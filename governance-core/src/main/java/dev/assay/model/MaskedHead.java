package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a masked language model says at each token: one logit a word of its vocabulary.
///
/// @param output the graph's output of logits [text][token][word]
/// @param mask the token that stands for a hidden word: `[MASK]`, `<mask>`
/// @param maskId its id
/// @param words tokens by id
public record MaskedHead(String output, String mask, long maskId, Map<Integer, String> words) {

  private static final String HEAD = "ForMaskedLM";
  private static final String LOGITS = "logits";
  private static final String FIELD = "mask_token";
  private static final int DIMENSIONS = 3;

  /// Whether the files beside a graph say that it predicts masked tokens.
  public static boolean isNamed(Transformer beside) {
    return beside.architecture().endsWith(HEAD);
  }

  /// Finds the head. Runs in the worker.
  ///
  /// @throws InputRejected when the model predicts no masked tokens or its tokenizer has no mask
  public static MaskedHead of(ModelArtefact model, TransformerFolder folder) {
    Transformer beside = model.transformer();
    if (beside == null || !(beside.architecture().isEmpty() || isNamed(beside))) {
      throw noHead(
          beside == null ? "The model reads no texts" : "The model is a " + beside.architecture());
    }
    ValueInfo output =
        model.outputs().stream()
            .filter(o -> o.form() == ValueInfo.Form.TENSOR && o.shape().size() == DIMENSIONS)
            .filter(o -> o.name().equals(LOGITS) || model.outputs().size() == 1)
            .findFirst()
            .orElseThrow(() -> noHead("The graph gives no logits [text, token, word]"));
    TokenizerSkim tokenizer = TokenizerSkim.read(folder.tokenizer());
    long width = output.shape().getLast();
    if (width > 0 && width < tokenizer.ids().size()) {
      throw noHead(
          "The graph gives "
              + width
              + " numbers a token and the tokenizer has "
              + tokenizer.ids().size()
              + " words");
    }
    String mask = mask(new TransformerReader(folder), tokenizer);
    Map<Integer, String> words = new TreeMap<>();
    tokenizer.ids().forEach((word, id) -> words.put(id, word));
    return new MaskedHead(output.name(), mask, tokenizer.ids().getOrDefault(mask, -1), words);
  }

  private static String mask(TransformerReader reader, TokenizerSkim tokenizer) {
    return Optional.of(said(reader.json("tokenizer_config.json")))
        .filter(tokenizer.ids()::containsKey)
        .or(() -> Optional.of(said(reader.json("special_tokens_map.json"))))
        .filter(tokenizer.ids()::containsKey)
        .or(
            () ->
                List.of("[MASK]", "<mask>").stream()
                    .filter(tokenizer.ids()::containsKey)
                    .findFirst())
        .orElseThrow(
            () ->
                new InputRejected(
                    "MASKED-NO-TOKEN",
                    "The tokenizer has no token that stands for a hidden word.",
                    "Save the tokenizer again with its mask_token."));
  }

  private static String said(JsonNode config) {
    JsonNode token = config.path(FIELD);
    return TransformerReader.text(token.isObject() ? token.path("content") : token);
  }

  private static InputRejected noHead(String what) {
    return new InputRejected(
        "MASKED-HEAD",
        Visible.of(what, 200) + "; only models of the kind …" + HEAD + " predict hidden words.",
        "Give a masked language model, exported for the task fill-mask.");
  }
}

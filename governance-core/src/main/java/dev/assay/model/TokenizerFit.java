package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether a tokenizer belongs to a model.
final class TokenizerFit {

  private static final String VOCABULARY = "vocab.txt";
  private static final long MOST_BYTES = 32L << 20;
  private static final String REMEDY =
      "Put the tokenizer that the model was trained with beside it.";

  private TokenizerFit() {}

  /// @param embeddings tokens that the model knows, 0 when not said
  /// @param warnings receives what does not fit but does no certain harm
  /// @throws InputRejected when the model knows none of the tokenizer's ids
  static void check(TokenizerSkim tokenizer, int embeddings, Path root, List<Warning> warnings) {
    if (embeddings > 0) {
      ids(tokenizer.ids(), embeddings, warnings);
    }
    Path vocabulary = root.resolve(VOCABULARY);
    if (Files.isRegularFile(vocabulary)) {
      sameAs(vocabulary, tokenizer.ids(), warnings);
    }
  }

  private static void ids(Map<String, Integer> ids, int embeddings, List<Warning> warnings) {
    long outside = ids.values().stream().filter(id -> id < 0 || id >= embeddings).count();
    int largest = ids.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (outside * 2 > ids.size() && ids.values().stream().noneMatch(id -> id == 0)) {
      throw new InputRejected(
          "TOKENIZER-VOCABULARY",
          String.format(
              Locale.ROOT,
              "The tokenizer gives ids up to %,d and the model knows %,d tokens (vocab_size), so"
                  + " they do not belong together.",
              largest,
              embeddings),
          REMEDY);
    }
    if (outside > 0) {
      warnings.add(
          new Warning(
              "TOKENIZER-VOCABULARY",
              String.format(
                  Locale.ROOT,
                  "The tokenizer has %,d tokens, %,d of them with ids that the model (%,d tokens)"
                      + " does not know; a text that needs one cannot be scored.",
                  ids.size(),
                  outside,
                  embeddings),
              REMEDY));
    }
  }

  private static void sameAs(Path file, Map<String, Integer> ids, List<Warning> warnings) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return;
      }
      List<String> lines = Files.readAllLines(file);
      long other = 0;
      for (int id = 0; id < lines.size(); id++) {
        Integer own = ids.get(lines.get(id));
        other += own == null || own != id ? 1 : 0;
      }
      if (other > 0) {
        warnings.add(
            new Warning(
                "TOKENIZER-OTHER-VOCABULARY",
                String.format(
                    Locale.ROOT,
                    "%,d of the %,d tokens in vocab.txt have another id in tokenizer.json; the"
                        + " model's answers may be nonsense.",
                    other,
                    lines.size()),
                REMEDY));
      }
    } catch (IOException notText) {
      // decision: vocab.txt is not used for scoring; what cannot be read cannot contradict
    }
  }
}

package dev.assay.worker;

import dev.assay.common.Visible;
import dev.assay.model.ModelArtefact;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What is known of models that were read, for the case that one of them kills the runtime: the
/// operators outside the standard and the tokenizer, of which one is the likely cause.
final class OperatorHints {

  private static final int REMEMBERED = 16;
  private static final int SHOWN = 5;

  private final Map<Path, String> hints = new LinkedHashMap<>();

  /// Notes what a model consists of.
  synchronized void remember(Path model, ModelArtefact artefact) {
    String unusual =
        artefact.operators().keySet().stream()
            .filter(operator -> !operator.startsWith("ai.onnx"))
            .limit(SHOWN)
            .map(operator -> Visible.of(operator, 80))
            .collect(Collectors.joining(", "));
    String operators =
        unusual.isEmpty() ? "" : " It uses operators outside the standard: " + unusual + ".";
    String tokenizer =
        artefact.transformer() == null ? "" : " The tokenizer.json beside it may be the cause.";
    hints.put(model, operators + tokenizer);
    if (hints.size() > REMEMBERED) {
      hints.remove(hints.keySet().iterator().next());
    }
  }

  /// A sentence with a leading space, or nothing.
  synchronized String of(Request request) {
    return request instanceof Request.Score score
        ? hints.getOrDefault(score.request().model(), "")
        : "";
  }
}

package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.TextReport;
import dev.assay.model.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Lines about a text model: what it is, and how it read the texts.
final class TextSummary {

  private static final int SHOWN = 12;

  private TextSummary() {}

  /// How texts were read and how fast; nothing for models that read columns.
  static List<String> of(@Nullable ScoreReport scores) {
    TextReport text = scores == null ? null : scores.text();
    if (scores == null || text == null) {
      return List.of();
    }
    String limit =
        text.maxLength() == 0
            ? "texts are never cut"
            : String.format(
                    Locale.ROOT,
                    "%,d of %,d texts cut at %,d tokens",
                    text.cutTexts(),
                    scores.rows(),
                    text.maxLength())
                + windows(text);
    return List.of(
        "",
        String.format(
            Locale.ROOT,
            "  %s tokenizer; %s; %,d of %,d tokens unknown",
            text.tokenizer(),
            limit,
            text.unknownTokens(),
            text.tokens()),
        String.format(
            Locale.ROOT,
            "  %s%,.0f texts/s, %,.0f tokens/s (%,d texts in %,.2f s, %,d calls, %.1f %% padding,"
                + " %.0f %% of the time inside the model)",
            text.kept() ? "scores kept from an earlier run, then: " : "",
            text.textsPerSecond(scores.rows()),
            text.tokensPerSecond(),
            scores.rows(),
            text.wallMillis() / 1_000.0,
            text.batches(),
            100.0 * text.paddedTokens() / Math.max(1, text.paddedTokens() + text.tokens()),
            100.0 * scores.scoreMillis() / Math.max(1, text.wallMillis())));
  }

  private static String windows(TextReport text) {
    TextReport.Windows windows = text.windows();
    return windows == null
        ? ""
        : String.format(
            Locale.ROOT,
            ", %,d read in %,d windows that share %,d tokens",
            windows.texts(),
            windows.count(),
            windows.overlap());
  }

  /// What the model is; nothing for models that read columns.
  static List<String> of(@Nullable Transformer beside) {
    if (beside == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(about("text model", beside.architecture(), beside.modelType(), beside.labels()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  tokenizer: %s, %,d tokens (the model knows %s)",
            beside.tokenizer(),
            beside.vocabulary(),
            number(beside.embeddings())));
    lines.add(
        "  positions: "
            + number(beside.positions())
            + "; texts are cut at "
            + number(beside.maxLength())
            + " tokens");
    lines.addAll(variants(beside.variants(), beside.variant()));
    return lines;
  }

  /// What a model is and which labels it knows.
  static List<String> about(
      String kind, String architecture, String modelType, List<String> labels) {
    return List.of(
        "  "
            + kind
            + ": "
            + (architecture.isEmpty() ? "architecture not said" : Visible.of(architecture, 80))
            + (modelType.isEmpty() ? "" : " (" + Visible.of(modelType, 40) + ")"),
        "  labels: "
            + (labels.isEmpty()
                ? "not said"
                : Visible.of(String.join(", ", labels.stream().limit(SHOWN).toList()), 200)));
  }

  /// A line a graph of the same model.
  ///
  /// @param used the file of the one that is used
  static List<String> variants(List<Transformer.Variant> variants, String used) {
    return variants.stream()
        .limit(SHOWN)
        .map(
            variant ->
                String.format(
                    Locale.ROOT,
                    "  variant: %s (%s, %,d bytes)%s",
                    Visible.of(variant.file(), 80),
                    variant.kind(),
                    variant.bytes(),
                    variant.file().equals(used) ? "  <- used" : ""))
        .toList();
  }

  /// What does not fit quite.
  static List<String> warnings(@Nullable Transformer beside) {
    return beside == null
        ? List.of()
        : beside.warnings().stream()
            .map(w -> "  ! " + w.sentence() + " " + w.remedy() + " [" + w.code() + "]")
            .toList();
  }

  private static String number(int value) {
    return value == 0 ? "not said" : String.format(Locale.ROOT, "%,d", value);
  }
}

package dev.assay.report.content;

import dev.assay.inference.ScoreReport;
import dev.assay.inference.TextReport;
import dev.assay.model.Transformer;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report says of a text model: what it is, and how it read the texts.
final class TransformerEntries {

  private static final int LABELS = 12;

  private TransformerEntries() {}

  static void add(
      List<Block.Entry> entries, @Nullable Transformer beside, @Nullable ScoreReport scores) {
    if (beside == null) {
      return;
    }
    entries.add(
        Blocks.entry(
            Say.words("word.architecture"),
            Say.phrase(
                beside.architecture().isEmpty()
                    ? Say.words("transformer.not-said-in-config")
                    : beside.architecture())));
    if (!beside.labels().isEmpty()) {
      entries.add(
          Blocks.entry(
              Say.words("word.labels"),
              Text.join(", ", beside.labels().stream().limit(LABELS).map(Text::data).toList())));
    }
    entries.add(Blocks.entry(Say.words("word.graph-used"), Text.data(beside.variant())));
    entries.add(
        Blocks.entry(
            Say.words("word.tokenizer"),
            beside.tokenizer() + ", " + Say.many(beside.vocabulary(), "token")));
    TextReport text = scores == null ? null : scores.text();
    if (scores != null && text != null) {
      read(entries, scores.rows(), text);
    }
  }

  private static void read(List<Block.Entry> entries, int rows, TextReport text) {
    entries.add(
        Blocks.entry(
            Say.words("transformer.longest-text-it-reads"),
            text.maxLength() == 0
                ? Say.words("word.no-limit")
                : Say.many(text.maxLength(), "token")));
    entries.add(
        Blocks.entry(
            Say.words("word.texts-cut"),
            Say.words(
                "transformer.of",
                Say.count(text.cutTexts()),
                Say.count(rows),
                share(text.cutTexts(), rows))));
    TextReport.Windows windows = text.windows();
    if (windows != null) {
      entries.add(
          Blocks.entry(
              Say.words("transformer.texts-read-in-windows"),
              Say.words(
                  "transformer.of-in-that-share",
                  Say.count(windows.texts()),
                  Say.count(rows),
                  share(windows.texts(), rows),
                  Say.many(windows.count(), "window"),
                  Say.many(windows.overlap(), "token"))));
    }
    entries.add(Blocks.entry(Say.words("word.empty-texts"), Say.count(text.emptyTexts())));
    entries.add(
        Blocks.entry(
            Say.words("word.tokens-read"),
            Say.words(
                "transformer.of-them-unknown-to",
                Say.count(text.tokens()),
                Say.count(text.unknownTokens()),
                share(text.unknownTokens(), text.tokens()))));
    entries.add(
        Blocks.entry(
            Say.words("word.speed"),
            Say.words(
                "transformer.0f-texts-a-second",
                Say.count(Math.round(text.textsPerSecond(rows))),
                Say.count(Math.round(text.tokensPerSecond())),
                text.kept() ? Say.words("transformer.when-the-scores-were") : "")));
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "" : " (" + Say.percent((double) part / whole) + ")";
  }
}

package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.TextReport;
import dev.assay.model.Transformer;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.List;
import java.util.Locale;
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
            "Architecture",
            Say.phrase(
                beside.architecture().isEmpty()
                    ? "not said in config.json"
                    : beside.architecture())));
    if (!beside.labels().isEmpty()) {
      entries.add(
          Blocks.entry(
              "Labels",
              Text.join(", ", beside.labels().stream().limit(LABELS).map(Text::data).toList())));
    }
    entries.add(Blocks.entry("Graph used", Text.data(beside.variant())));
    entries.add(
        Blocks.entry(
            "Tokenizer", beside.tokenizer() + ", " + Say.many(beside.vocabulary(), "token")));
    TextReport text = scores == null ? null : scores.text();
    if (scores != null && text != null) {
      read(entries, scores.rows(), text);
    }
  }

  private static void read(List<Block.Entry> entries, int rows, TextReport text) {
    entries.add(
        Blocks.entry(
            "Longest text it reads",
            text.maxLength() == 0 ? "no limit" : Say.many(text.maxLength(), "token")));
    entries.add(
        Blocks.entry(
            "Texts cut",
            Rounded.count(text.cutTexts())
                + " of "
                + Rounded.count(rows)
                + share(text.cutTexts(), rows)));
    TextReport.Windows windows = text.windows();
    if (windows != null) {
      entries.add(
          Blocks.entry(
              "Texts read in windows",
              Rounded.count(windows.texts())
                  + " of "
                  + Rounded.count(rows)
                  + share(windows.texts(), rows)
                  + ", in "
                  + Say.many(windows.count(), "window")
                  + " that share "
                  + Say.many(windows.overlap(), "token")
                  + "; the mean over its windows is a text's answer"));
    }
    entries.add(Blocks.entry("Empty texts", Rounded.count(text.emptyTexts())));
    entries.add(
        Blocks.entry(
            "Tokens read",
            Rounded.count(text.tokens())
                + ", of them unknown to the tokenizer "
                + Rounded.count(text.unknownTokens())
                + share(text.unknownTokens(), text.tokens())));
    entries.add(
        Blocks.entry(
            "Speed",
            String.format(
                Locale.ROOT,
                "%,.0f texts a second, %,.0f tokens a second%s",
                text.textsPerSecond(rows),
                text.tokensPerSecond(),
                text.kept() ? ", when the scores were made" : "")));
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * part / whole);
  }
}

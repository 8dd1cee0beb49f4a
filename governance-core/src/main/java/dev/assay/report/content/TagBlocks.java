package dev.assay.report.content;

import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.SliceKey;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a report says first of a model that gives each word a tag.
final class TagBlocks {

  private TagBlocks() {}

  static Stream<Block> lead(Context context) {
    Double recall = number(context, "entity_recall");
    Double precision = number(context, "entity_precision");
    Double accuracy = number(context, "token_accuracy");
    Double words = number(context, "words");
    if (accuracy == null || words == null) {
      return Stream.empty();
    }
    Text lead =
        recall == null || precision == null
            ? Say.text("tokens.words-right", Say.count(words), Say.percent(accuracy))
            : Say.text(
                "tokens.entities-found",
                Say.percent(recall),
                Say.percent(precision),
                Say.count(words),
                Say.percent(accuracy));
    return Stream.concat(Stream.of(Blocks.lead(lead)), unread(context));
  }

  private static Stream<Block> unread(Context context) {
    Double unread = number(context, "unread_words");
    return unread == null || unread == 0
        ? Stream.empty()
        : Stream.of(Blocks.note(Say.text("tokens.unread", Say.percent(unread))));
  }

  private static @Nullable Double number(Context context, String metric) {
    MetricRow row = context.measured().row(metric, SliceKey.WHOLE);
    return row != null && row.value() instanceof MetricValue.Defined d ? d.value() : null;
  }
}

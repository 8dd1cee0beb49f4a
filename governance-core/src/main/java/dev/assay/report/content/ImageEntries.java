package dev.assay.report.content;

import dev.assay.inference.ImageReport;
import dev.assay.inference.ScoreReport;
import dev.assay.model.ImageModel;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report says of a model of images: what it is, and how an image is made to fit.
final class ImageEntries {

  private static final int LABELS = 12;

  private ImageEntries() {}

  static void add(List<Block.Entry> entries, @Nullable ImageModel beside) {
    if (beside == null) {
      return;
    }
    entries.add(
        Blocks.entry(
            Say.words("word.architecture"),
            Say.phrase(
                beside.architecture().isEmpty()
                    ? Say.words("image.not-said-in-config")
                    : beside.architecture())));
    entries.add(
        Blocks.entry(
            Say.words("word.labels"),
            Text.join(", ", beside.labels().stream().limit(LABELS).map(Text::data).toList())));
    entries.add(Blocks.entry(Say.words("word.graph-used"), Text.data(beside.variant())));
    if (!beside.processor().isEmpty()) {
      entries.add(
          Blocks.entry(Say.words("image.images-prepared-as-by"), Text.data(beside.processor())));
    }
  }

  /// How fast images were read; nothing for models that read none.
  static void speed(List<Block.Entry> entries, @Nullable ScoreReport scores) {
    ImageReport read = scores == null ? null : scores.images();
    if (read != null) {
      entries.add(
          Blocks.entry(
              Say.words("word.speed"),
              Say.words(
                  "image.0f-images-a-second",
                  Say.count(Math.round(read.imagesPerSecond())),
                  read.kept() ? Say.words("image.when-the-scores-were") : "")));
    }
  }
}

package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.inference.ImageReport;
import dev.assay.inference.ScoreReport;
import dev.assay.model.ImageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Lines about a model of images: what it is, and how an image is made to fit.
final class ImageSummary {

  private ImageSummary() {}

  /// How fast images were read; nothing for models that read none.
  static List<String> of(@Nullable ScoreReport scores) {
    ImageReport read = scores == null ? null : scores.images();
    return read == null
        ? List.of()
        : List.of(
            "",
            String.format(
                Locale.ROOT,
                "  %s%,.0f images/s (%,d images in %,.2f s, decoding included)",
                read.kept() ? "scores kept from an earlier run, then: " : "",
                read.imagesPerSecond(),
                read.images(),
                read.wallMillis() / 1_000.0));
  }

  /// What the model is; nothing for other models.
  static List<String> of(@Nullable ImageModel beside) {
    if (beside == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(
        TextSummary.about(
            "image model", beside.architecture(), beside.modelType(), beside.labels()));
    lines.add(
        "  images: turned upright, "
            + String.join(", ", beside.reading().steps())
            + (beside.processor().isEmpty() ? "" : "; as " + Visible.of(beside.processor(), 60)));
    lines.addAll(TextSummary.variants(beside.variants(), beside.variant()));
    return lines;
  }
}

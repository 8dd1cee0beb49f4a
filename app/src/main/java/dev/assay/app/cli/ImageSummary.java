package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.model.ImageModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines about a model of images: what it is, and how an image is made to fit.
final class ImageSummary {

  private ImageSummary() {}

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

package dev.assay.report.content;

import dev.assay.model.ImageReading;
import dev.assay.model.ImageReading.Resize;
import java.util.ArrayList;
import java.util.List;

/// What is done to an image before a model sees it, in the language of the document; in English the
/// same as [ImageReading#steps].
final class ImageSteps {

  private ImageSteps() {}

  static List<String> of(ImageReading image) {
    List<String> steps = new ArrayList<>();
    steps.add(Say.words(image.channels() == 1 ? "image.grey" : "image.colours"));
    size(image, steps);
    if (image.scale() != 1) {
      steps.add(Say.words("image.times", Say.setting(image.scale())));
    }
    if (!image.mean().isEmpty()) {
      steps.add(Say.words("image.less", numbers(image.mean())));
    }
    if (!image.deviation().isEmpty()) {
      steps.add(Say.words("image.divided", numbers(image.deviation())));
    }
    steps.add(Say.words(image.channelsFirst() ? "image.channels-first" : "image.channels-last"));
    return List.copyOf(steps);
  }

  private static void size(ImageReading image, List<String> steps) {
    String size = size(image.height(), image.width());
    ImageReading.Size whole = image.whole();
    if (image.resize() == Resize.NONE) {
      steps.add(Say.words("image.must-have", size));
      return;
    }
    String filter = Say.word("image.filter", image.resize());
    if (image.shortestEdge() != null) {
      steps.add(Say.words("image.shorter-side", image.shortestEdge(), filter));
      steps.add(Say.words("image.middle", size));
    } else if (whole != null) {
      steps.add(Say.words("image.brought-to", size(whole.height(), whole.width()), filter));
      steps.add(Say.words("image.middle", size));
    } else {
      steps.add(Say.words("image.brought-to", size, filter));
    }
  }

  private static String size(int height, int width) {
    return Say.count(height) + " × " + Say.count(width);
  }

  /// Of each channel, once where all have the same. Where a comma is the decimal sign, semicolons
  /// part them.
  private static String numbers(List<Double> numbers) {
    boolean same = numbers.stream().distinct().count() == 1;
    return String.join(
        Say.words("image.between"),
        (same ? numbers.subList(0, 1) : numbers).stream().map(Say::setting).toList());
  }
}

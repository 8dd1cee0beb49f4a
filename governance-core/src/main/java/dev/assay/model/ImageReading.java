package dev.assay.model;

import dev.assay.common.Rounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How an input of images is fed. An image is brought to its size (when it may be resized), then
/// every value of a channel (0 to 255) becomes (value × scale − mean) / deviation.
///
/// @param channelsFirst whether the input is [N, channels, height, width] instead of [N, height,
///   width, channels]
/// @param channels 1 = grey, 3 = red, green, blue
/// @param height in pixels
/// @param width in pixels
/// @param scale factor of a pixel's value: 1/255
/// @param mean of each channel, empty = 0
/// @param deviation of each channel, empty = 1
/// @param resize how an image of another size is brought to size
/// @param shortestEdge the shorter side is brought to this length first and the middle is cut out
/// @param whole the whole image is brought to this size first and the middle is cut out; absent,
///   like `shortestEdge` = both sides are brought to height and width
/// @param convention what is done where libraries differ
public record ImageReading(
    boolean channelsFirst,
    int channels,
    int height,
    int width,
    double scale,
    List<Double> mean,
    List<Double> deviation,
    Resize resize,
    @Nullable Integer shortestEdge,
    @Nullable Size whole,
    Convention convention) {

  /// As a model's description says it.
  public ImageReading(
      boolean channelsFirst,
      int channels,
      int height,
      int width,
      double scale,
      List<Double> mean,
      List<Double> deviation,
      Resize resize,
      @Nullable Integer shortestEdge) {
    this(
        channelsFirst,
        channels,
        height,
        width,
        scale,
        mean,
        deviation,
        resize,
        shortestEdge,
        null,
        Convention.DESCRIBED);
  }

  /// Height and width in pixels.
  public record Size(int height, int width) {}

  /// What is done where libraries differ.
  public enum Convention {
    /// Transparent pixels lie over white; where the middle cannot be cut out evenly, it begins at
    /// the nearest even half (torchvision).
    DESCRIBED,
    /// Transparency is dropped, as Pillow's `convert` does; where the middle cannot be cut out
    /// evenly, the smaller part is left and above (transformers).
    TRANSFORMERS
  }

  /// How an image is brought to another size; the filters of Pillow, widened when an image shrinks.
  public enum Resize {
    /// It must have the size.
    NONE,
    /// The nearest pixel.
    NEAREST,
    /// Every pixel of the box alike.
    BOX,
    /// Triangle filter.
    BILINEAR,
    /// Raised cosine, one pixel wide.
    HAMMING,
    /// Cubic filter, a = −0.5.
    BICUBIC,
    /// Sinc, three pixels wide.
    LANCZOS
  }

  /// What is done to an image, step by step, for people.
  public List<String> steps() {
    List<String> steps = new ArrayList<>();
    steps.add(channels == 1 ? "read as grey" : "read as red, green and blue");
    String filter = resize.name().toLowerCase(Locale.ROOT);
    String size = Rounded.count(height) + " × " + Rounded.count(width);
    if (resize == Resize.NONE) {
      steps.add("must have " + size + " pixels");
    } else if (shortestEdge != null) {
      steps.add(
          "shorter side brought to " + Rounded.count(shortestEdge) + " pixels (" + filter + ")");
      steps.add("middle of " + size + " cut out");
    } else if (whole != null) {
      steps.add(
          "brought to "
              + Rounded.count(whole.height())
              + " × "
              + Rounded.count(whole.width())
              + " ("
              + filter
              + ")");
      steps.add("middle of " + size + " cut out");
    } else {
      steps.add("brought to " + size + " (" + filter + ")");
    }
    if (scale != 1) {
      steps.add("times " + Rounded.setting(scale));
    }
    if (!mean.isEmpty()) {
      steps.add("less " + numbers(mean));
    }
    if (!deviation.isEmpty()) {
      steps.add("divided by " + numbers(deviation));
    }
    steps.add(channelsFirst ? "channels first" : "channels last");
    return List.copyOf(steps);
  }

  private static String numbers(List<Double> numbers) {
    boolean same = numbers.stream().distinct().count() == 1;
    return String.join(
        ", ", (same ? numbers.subList(0, 1) : numbers).stream().map(Rounded::setting).toList());
  }

  /// What a pixel becomes.
  ///
  /// @param pixel its value, 0 to 255
  /// @param channel from 0
  public double value(int pixel, int channel) {
    double less = mean.isEmpty() ? 0 : mean.get(channel);
    double divided = deviation.isEmpty() ? 1 : deviation.get(channel);
    return (pixel * scale - less) / divided;
  }

  /// Numbers that an image becomes.
  public int values() {
    return Math.multiplyExact(channels, Math.multiplyExact(height, width));
  }
}

package dev.assay.model;

import java.util.List;
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
/// @param shortestEdge the shorter side is brought to this length first and the middle is cut out;
///   absent = both sides are brought to size
public record ImageReading(
    boolean channelsFirst,
    int channels,
    int height,
    int width,
    double scale,
    List<Double> mean,
    List<Double> deviation,
    Resize resize,
    @Nullable Integer shortestEdge) {

  /// How an image is brought to another size; the filters of Pillow, widened when an image shrinks.
  public enum Resize {
    /// It must have the size.
    NONE,
    /// The nearest pixel.
    NEAREST,
    /// Triangle filter.
    BILINEAR,
    /// Cubic filter, a = −0.5.
    BICUBIC
  }

  /// Numbers that an image becomes.
  public int values() {
    return Math.multiplyExact(channels, Math.multiplyExact(height, width));
  }
}

package dev.assay.inference.image;

/// An image: one byte a channel and pixel, row after row.
///
/// @param width in pixels
/// @param height in pixels
/// @param channels 1 = grey, 3 = red, green, blue
/// @param values [height][width][channel], 0 to 255
public record Pixels(int width, int height, int channels, byte[] values) {

  /// Value of a channel of a pixel, 0 to 255.
  public int at(int x, int y, int channel) {
    return values[(y * width + x) * channels + channel] & 0xFF;
  }
}

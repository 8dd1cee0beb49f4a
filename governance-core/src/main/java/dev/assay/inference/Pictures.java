package dev.assay.inference;

import java.util.List;

/// Images to look at, decoded and made small.
///
/// @param pictures one an image that was asked for, in order
public record Pictures(List<Picture> pictures) {

  /// An image.
  ///
  /// @param width in pixels; 0 when it cannot be read
  /// @param height in pixels; 0 when it cannot be read
  /// @param values red, green and blue of each pixel, row after row; empty when it cannot be read
  /// @param hindrance why it cannot be read, empty when it can: "there is no such file"
  public record Picture(int width, int height, byte[] values, String hindrance) {}
}

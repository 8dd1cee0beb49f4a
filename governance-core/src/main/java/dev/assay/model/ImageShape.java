package dev.assay.model;

import dev.assay.common.InputRejected;
import tools.jackson.databind.JsonNode;

/// What the graph says of the images it takes.
///
/// @param channelsFirst whether channels come before height and width
/// @param channels 1 or 3
/// @param height in pixels, 0 where the graph takes any
/// @param width in pixels, 0 where the graph takes any
record ImageShape(boolean channelsFirst, int channels, int height, int width) {

  private static final int RGB = 3;
  private static final int LARGEST = 4_096;

  /// @param config where the graph leaves the channels open, `num_channels` says them, else 3;
  ///   where it leaves all places open they are those of transformers, channels first
  /// @throws InputRejected when two places may be the channels, or they are not 1 or 3
  static ImageShape of(ValueInfo input, JsonNode config) {
    ImageLayout layout = ImageLayout.of(input).orElse(ImageLayout.CHANNELS_FIRST);
    long said = input.shape().get(layout.channels());
    long channels = said > 0 ? said : config.path("num_channels").asInt(RGB);
    int height = layout.height();
    if (channels != 1 && channels != RGB) {
      throw new InputRejected(
          "IMAGE-MODEL-CHANNELS",
          "The model takes images of "
              + channels
              + " channels, and Assay reads images with 1 (grey) or 3 (red, green, blue).",
          "Give a model of grey or RGB images.");
    }
    return new ImageShape(
        layout == ImageLayout.CHANNELS_FIRST,
        (int) channels,
        side(input, height),
        side(input, height + 1));
  }

  private static int side(ValueInfo input, int place) {
    long side = input.shape().get(place);
    if (side > LARGEST) {
      throw new InputRejected(
          "IMAGE-MODEL-SIZE",
          "Input "
              + SignatureWords.of(input)
              + " is larger than "
              + LARGEST
              + " pixels a side, the most that is read.",
          "Give a model of smaller images.");
    }
    return (int) Math.max(0, side);
  }

  /// Whether an image of this size fits.
  boolean takes(ImageReading.Size size) {
    return (height == 0 || height == size.height()) && (width == 0 || width == size.width());
  }
}

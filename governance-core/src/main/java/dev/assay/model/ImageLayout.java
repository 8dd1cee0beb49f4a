package dev.assay.model;

import dev.assay.common.InputRejected;
import java.util.List;
import java.util.Optional;

/// Where the channels stand in an input of images, as its shape says it.
///
/// Convention: a place of 1 or 3 holds the channels. Where neither the second nor the last place
/// says 1 or 3, an open one of the two can hold them when the other is a fixed length.
enum ImageLayout {
  /// [N, channels, height, width].
  CHANNELS_FIRST(1, 2),
  /// [N, height, width, channels].
  CHANNELS_LAST(3, 1);

  private static final int FIRST = 1;
  private static final int LAST = 3;
  private static final int RGB = 3;

  private final int channels;
  private final int height;

  ImageLayout(int channels, int height) {
    this.channels = channels;
    this.height = height;
  }

  /// Place of the channels in the shape.
  int channels() {
    return channels;
  }

  /// Place of the height in the shape; the width stands next.
  int height() {
    return height;
  }

  /// What the shape of four places says; empty where it says nothing, as with four open places.
  ///
  /// @throws InputRejected when the second and the last place may both be the channels
  static Optional<ImageLayout> of(ValueInfo input) {
    List<Long> shape = input.shape();
    boolean first = isChannels(shape.get(FIRST));
    boolean last = isChannels(shape.get(LAST));
    if (first && last) {
      throw new InputRejected(
          "IMAGE-LAYOUT",
          "Input "
              + SignatureWords.of(input)
              + " may hold its channels in the second place or in the last: both are 1 or 3.",
          "Say \"layout\": \"NCHW\" or \"NHWC\" in the model's description.");
    }
    if (first || last) {
      return Optional.of(first ? CHANNELS_FIRST : CHANNELS_LAST);
    }
    boolean openFirst = shape.get(FIRST) < 0;
    boolean openLast = shape.get(LAST) < 0;
    if (openFirst == openLast) {
      return Optional.empty();
    }
    return Optional.of(openFirst ? CHANNELS_FIRST : CHANNELS_LAST);
  }

  private static boolean isChannels(long size) {
    return size == 1 || size == RGB;
  }
}

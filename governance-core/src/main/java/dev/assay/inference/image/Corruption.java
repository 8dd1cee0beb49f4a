package dev.assay.inference.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/// A way in which an image may be worse than those a model was made with, at five severities.
///
/// Convention: the image is changed at the model's size, after it was brought to it. Noise,
/// brightness, contrast and JPEG have the parameters of ImageNet-C (Hendrycks and Dietterich 2019).
/// A blur is a Gaussian of 0.4, 0.6, 0.8, 1 or 1.5 pixels on an image of 32 pixels and grows with
/// the square root of the shorter side, which lies between their parameters for 32 and for 224
/// pixels. A rotation is by 5, 10, 15, 20 or 30 degrees, to a side that the seed draws; what comes
/// from outside is the nearest pixel of the edge.
public enum Corruption {
  /// Every value gets its own draw of a normal distribution.
  NOISE("Gaussian noise", 0.08, 0.12, 0.18, 0.26, 0.38),
  /// A Gaussian blur.
  BLUR("Blur", 0.4, 0.6, 0.8, 1, 1.5),
  /// More light: the value of hue, saturation and value rises.
  BRIGHTNESS("Brightness", 0.1, 0.2, 0.3, 0.4, 0.5),
  /// Less contrast around the mean of each channel.
  CONTRAST("Low contrast", 0.4, 0.3, 0.2, 0.1, 0.05),
  /// Saved as JPEG of low quality.
  JPEG("JPEG", 25, 18, 15, 10, 7),
  /// Turned around its middle.
  ROTATION("Rotation", 5, 10, 15, 20, 30);

  /// The worst severity; the mildest is 1.
  public static final int SEVERITIES = 5;

  private final String title;
  private final double[] strengths;

  Corruption(String title, double... strengths) {
    this.title = title;
    this.strengths = strengths;
  }

  /// For people.
  public String title() {
    return title;
  }

  /// Stable name.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// One change of one image.
  ///
  /// @param severity 1 to 5
  /// @param seed of its random draws
  public record Change(Corruption kind, int severity, long seed) {

    /// As it stands in a column of changes.
    public String text() {
      return kind.id() + ":" + severity + ":" + seed;
    }

    /// Reads a cell; empty for an image that stays as it is.
    public static Optional<Change> of(String text) {
      String[] parts = text.split(":", -1);
      return parts.length < 3
          ? Optional.empty()
          : Arrays.stream(Corruption.values())
              .filter(kind -> kind.id().equals(parts[0]))
              .map(k -> new Change(k, Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
              .findFirst();
    }

    /// The changed image.
    public Pixels of(Pixels image) {
      double strength = kind.strengths[severity - 1];
      SplittableRandom random = new SplittableRandom(seed);
      return switch (kind) {
        case NOISE -> Changes.noise(image, strength, random);
        case BLUR ->
            Changes.blur(
                image, strength * Math.sqrt(Math.min(image.width(), image.height()) / 32.0));
        case BRIGHTNESS -> Changes.brightness(image, strength);
        case CONTRAST -> Changes.contrast(image, strength);
        case JPEG -> JpegCopy.of(image, (float) (strength / 100));
        case ROTATION -> Changes.rotation(image, random.nextBoolean() ? strength : -strength);
      };
    }
  }
}

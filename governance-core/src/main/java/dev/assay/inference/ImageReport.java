package dev.assay.inference;

/// How images were read when a model of images was run.
///
/// @param images images that were asked about
/// @param wallMillis time from the loaded model to the last answer, decoding included
/// @param kept whether the scores were kept from an earlier run, whose time this is
public record ImageReport(long images, long wallMillis, boolean kept) {

  ImageReport reused() {
    return new ImageReport(images, wallMillis, true);
  }

  /// Images a second.
  public double imagesPerSecond() {
    return images * 1_000.0 / Math.max(1, wallMillis);
  }
}

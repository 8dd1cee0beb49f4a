package dev.assay.metric.interval;

/// How intervals are computed.
///
/// @param level confidence level, between 0 and 1
/// @param draws bootstrap draws
/// @param seed seed of this slice's draws (see [Seeds#derive])
public record IntervalSettings(double level, int draws, long seed) {

  /// Refuses what no interval can be made with.
  public IntervalSettings {
    if (!(level > 0 && level < 1) || draws < 1) {
      throw new IllegalArgumentException("level " + level + ", draws " + draws);
    }
  }
}

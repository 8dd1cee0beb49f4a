package dev.assay.cost;

import org.jspecify.annotations.Nullable;

/// What a device would cost for this model.
///
/// @param sheet the sheet that prices it
/// @param device the device
/// @param throughput predictions a second there; absent when nobody knows
/// @param latencyMillis how long 95 % of single predictions take at most there; absent when nobody
///   knows
/// @param perThousand cost of 1,000 predictions on a device that has always something to do; absent
///   when the throughput is not known
/// @param devices devices that the monthly load needs; absent without a load or a throughput
/// @param perMonth cost of these devices, always on; absent likewise
/// @param fit whether it meets the latency budget
/// @param unknown why something is not known; empty when all is
public record Offer(
    PriceSheet sheet,
    PricedDevice device,
    @Nullable Double throughput,
    @Nullable Double latencyMillis,
    @Nullable Double perThousand,
    @Nullable Long devices,
    @Nullable Double perMonth,
    Fit fit,
    String unknown) {

  /// Whether a device meets a latency budget.
  public enum Fit {
    /// Nobody gave a budget.
    NOT_ASKED,
    /// It does.
    MEETS,
    /// It does not.
    MISSES,
    /// Nobody knows how fast it is.
    UNKNOWN
  }
}

package dev.assay.inference.onnx;

import java.util.SortedMap;
import java.util.TreeMap;

/// None of several devices that share a run is left. The run may still succeed on the processor.
final class DevicesFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient SortedMap<String, String> reasons;

  /// @param reasons a sentence for each device, by its name
  DevicesFailed(SortedMap<String, String> reasons) {
    super("no device is left: " + reasons);
    this.reasons = new TreeMap<>(reasons);
  }

  SortedMap<String, String> reasons() {
    return reasons;
  }
}

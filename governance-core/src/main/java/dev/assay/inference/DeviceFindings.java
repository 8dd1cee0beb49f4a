package dev.assay.inference;

import java.util.List;
import java.util.Optional;

/// What came of trying the devices that the runtime offers beside the processor.
///
/// @param findings one a kind of device that was tried
public record DeviceFindings(List<Finding> findings) {

  /// Nothing was tried.
  public static final DeviceFindings NONE = new DeviceFindings(List.of());

  /// One kind of device.
  ///
  /// @param kind as `--device` names it: "cuda"
  /// @param hindrance why it cannot be used, in words that a sentence can end with; empty when it
  ///   can
  public record Finding(String kind, String hindrance) {}

  /// Why a kind cannot be used; empty when it can, absent when it was not tried.
  public Optional<String> of(Accelerator kind) {
    return findings.stream()
        .filter(finding -> finding.kind().equals(kind.option()))
        .map(Finding::hindrance)
        .findFirst();
  }
}

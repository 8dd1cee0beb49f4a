package dev.assay.cost;

import java.util.List;

/// Prices of devices.
///
/// @param id of the sheet
/// @param title for people
/// @param example what makes it an example only; empty for a sheet with real prices
/// @param currency of all prices: "EUR"
/// @param source where the prices come from
/// @param date the day they are of: "2026-11-26"
/// @param devices at least one
public record PriceSheet(
    String id,
    String title,
    String example,
    String currency,
    String source,
    String date,
    List<PricedDevice> devices) {

  /// Keeps its own list.
  public PriceSheet {
    devices = List.copyOf(devices);
  }
}

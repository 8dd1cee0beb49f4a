package dev.assay.cost;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a device costs, in the currency of its sheet.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Price.Rented.class, name = "rented"),
  @JsonSubTypes.Type(value = Price.Bought.class, name = "bought")
})
public sealed interface Price {

  /// Hours of a year of 365 days.
  double HOURS_OF_YEAR = 8_760;

  /// The cost of an hour in which it runs.
  double perHour();

  /// A device that is paid by the hour.
  record Rented(double perHour) implements Price {}

  /// A device that was bought: its price over the hours of its life, and its electricity.
  ///
  /// @param price of the device
  /// @param years that it is used
  /// @param watts that it draws
  /// @param perKilowattHour price of electricity
  record Bought(double price, double years, double watts, double perKilowattHour) implements Price {

    @Override
    public double perHour() {
      return price / (years * HOURS_OF_YEAR) + watts / 1_000 * perKilowattHour;
    }
  }
}

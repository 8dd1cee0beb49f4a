package dev.assay.cost;

/// A device and its price.
///
/// @param id unique in its sheet
/// @param name for people
/// @param kind what kind of place it is
/// @param price what it costs
/// @param speed what a time measured here says of it
public record PricedDevice(String id, String name, Kind kind, Price price, Speed speed) {

  /// Where a model can run.
  public enum Kind {
    /// An instance of a cloud.
    CLOUD("cloud"),
    /// A device at the edge of the network.
    EDGE("edge"),
    /// One's own machine.
    OWN("own machine");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// For people.
    public String words() {
      return words;
    }
  }
}

package dev.assay.cost;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a time measured on this machine says of a device.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Speed.ThisMachine.class, name = "this_machine"),
  @JsonSubTypes.Type(value = Speed.Measured.class, name = "measured"),
  @JsonSubTypes.Type(value = Speed.Unknown.class, name = "unknown")
})
public sealed interface Speed {

  /// It is the machine that was measured.
  record ThisMachine() implements Speed {}

  /// Somebody measured both.
  ///
  /// @param factor predictions a second there over predictions a second here, above 0
  /// @param source where that was measured
  record Measured(double factor, String source) implements Speed {}

  /// Nothing: nobody measured it.
  record Unknown() implements Speed {}
}

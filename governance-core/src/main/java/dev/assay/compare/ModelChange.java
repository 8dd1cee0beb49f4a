package dev.assay.compare;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something in which two models differ. Texts come from the files; show them through `Visible`.
///
/// @param part of the model
/// @param what its name: a file, an operator, a weight, a setting
/// @param first as it is in the first model, null = it has none
/// @param second as it is in the second model, null = it has none
public record ModelChange(Part part, String what, @Nullable String first, @Nullable String second) {

  /// Parts of a model, in the order in which differences are told.
  public enum Part {
    /// Bytes, parameters, operators in all.
    SIZE("Sizes"),
    /// The files that decide the scores.
    FILE("Files"),
    /// IR version, operator sets, producer, precision, metadata.
    FORMAT("Format"),
    /// Inputs of the graph.
    INPUT("Inputs"),
    /// Outputs of the graph.
    OUTPUT("Outputs"),
    /// How often an operator occurs.
    OPERATOR("Operators"),
    /// Single nodes: operator, attributes, wiring.
    NODE("Nodes"),
    /// Initialisers.
    WEIGHT("Weights"),
    /// Configuration and tokenizer.
    SETTING("Configuration and tokenizer");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    /// For people: "Weights".
    public String title() {
      return title;
    }

    /// For programs: "weight".
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// "added", "removed" or "changed", seen from the first model.
  public String kind() {
    return first == null ? "added" : second == null ? "removed" : "changed";
  }
}

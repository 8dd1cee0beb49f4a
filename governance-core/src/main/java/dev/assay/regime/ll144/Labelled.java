package dev.assay.regime.ll144;

/// A category of the EEO-1 report, component 1.
public interface Labelled {

  /// As the rule prints it.
  String label();

  /// As files name it: "hispanic_or_latino".
  String id();
}

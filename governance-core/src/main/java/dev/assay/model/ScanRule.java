package dev.assay.model;

/// One thing the pre-scan looks for, without running anything.
@FunctionalInterface
interface ScanRule {

  /// Looks at the model and tells what it sees.
  void look(ModelFile file, Findings findings);
}

package dev.assay.usecase;

import dev.assay.dataset.ImportReport;
import dev.assay.model.ModelArtefact;

/// What a file turned out to be.
public sealed interface Inspection {

  /// The facts, as one value that can be written as JSON.
  Object content();

  /// A dataset.
  record OfDataset(ImportReport report) implements Inspection {
    @Override
    public Object content() {
      return report;
    }
  }

  /// A model.
  record OfModel(ModelArtefact artefact) implements Inspection {
    @Override
    public Object content() {
      return artefact;
    }
  }
}

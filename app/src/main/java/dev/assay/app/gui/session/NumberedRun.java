package dev.assay.app.gui.session;

import dev.assay.provenance.Provenance;
import dev.assay.usecase.OpenRun;

/// A run of this session.
///
/// @param id within the session: "run-1"
/// @param open facts and rows
public record NumberedRun(String id, OpenRun open) {

  /// Model and dataset, for people.
  public String title() {
    Provenance provenance = open.run().evaluation().provenance();
    return provenance.modelName() + " on " + provenance.datasetName();
  }
}

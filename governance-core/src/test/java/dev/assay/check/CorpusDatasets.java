package dev.assay.check;

import dev.assay.Corpus;
import dev.assay.dataset.Dataset;

/// Datasets of the corpus, read without the importer.
public final class CorpusDatasets {

  private CorpusDatasets() {}

  /// The CSV of this name.
  public static Dataset of(String name) {
    return CsvDataset.read(
        Corpus.path("datasets/" + name + ".csv"),
        Corpus.path("datasets/" + name + ".dataset.json"));
  }
}

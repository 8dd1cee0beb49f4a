package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.Warning;
import java.nio.file.Path;
import java.util.List;

/// A dataset under another description: same columns, other roles.
record RespecifiedDataset(Dataset original, DatasetSpec spec) implements Dataset {

  @Override
  public Path file() {
    return original.file();
  }

  @Override
  public Digest digest() {
    return original.digest();
  }

  @Override
  public int rows() {
    return original.rows();
  }

  @Override
  public Column column(String name) {
    return original.column(name);
  }

  @Override
  public DatasetProfile profile() {
    return original.profile();
  }

  @Override
  public List<Warning> warnings() {
    return original.warnings();
  }

  @Override
  public Path columnarFolder() {
    return original.columnarFolder();
  }

  @Override
  public ImportReport report() {
    ImportReport read = original.report();
    return new ImportReport(
        read.fileName(),
        read.digest(),
        read.rows(),
        spec,
        read.guessed(),
        read.format(),
        read.profile(),
        read.warnings());
  }
}

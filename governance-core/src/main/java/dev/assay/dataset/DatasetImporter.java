package dev.assay.dataset;

import dev.assay.work.Cancellation;
import dev.assay.work.Progress;

/// Reads a file into columnar files. Runs in the worker: it parses untrusted bytes.
@FunctionalInterface
public interface DatasetImporter {

  /// Imports; the output folder is complete when this returns.
  ///
  /// @throws dev.assay.common.InputRejected when the file cannot be read; the sentence names row
  ///   and column
  ImportReport importFile(ImportRequest request, Progress progress, Cancellation cancellation);
}

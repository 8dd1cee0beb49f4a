package dev.assay.worker;

import dev.assay.common.Digest;
import dev.assay.dataset.DatasetProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.ImportReport;
import java.util.List;

/// Small import reports.
final class Reports {

  private Reports() {}

  static ImportReport of(String format) {
    return new ImportReport(
        "x.csv",
        Digest.of(new byte[0]),
        0,
        new DatasetSpec("x", "x", null, null, List.of()),
        true,
        format,
        new DatasetProfile(0, 0, List.of()),
        List.of());
  }
}

package dev.assay.dataset;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.common.WorkFailed;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/// Opens imported datasets.
public final class Datasets {

  /// The [ImportReport] beside the columnar files.
  public static final String REPORT_FILE = "import.json";

  private Datasets() {}

  /// Opens what an importer wrote; the original file is known by name only.
  ///
  /// @throws WorkFailed when the folder is incomplete or damaged
  public static Dataset open(Path folder) {
    ImportReport report = report(folder);
    return open(folder, Path.of(report.fileName()), report);
  }

  /// Opens what an importer wrote from `file`.
  public static Dataset open(Path folder, Path file) {
    return open(folder, file, report(folder));
  }

  private static Dataset open(Path folder, Path file, ImportReport report) {
    ColumnarFolder columns = ColumnarFolder.open(folder);
    List<String> described = report.spec().columns().stream().map(ColumnSpec::name).toList();
    if (columns.rows() != report.rows() || !columns.names().equals(described)) {
      throw new WorkFailed(
          "DATASET-DAMAGED",
          "The imported columns do not agree with their description.",
          "Import the dataset again.");
    }
    return new Imported(file, folder, report, columns);
  }

  private static ImportReport report(Path folder) {
    try {
      return Json.mapper().readValue(folder.resolve(REPORT_FILE).toFile(), ImportReport.class);
    } catch (JacksonException e) {
      throw new WorkFailed(
          "DATASET-DAMAGED",
          "The description of the imported dataset cannot be read.",
          "Import the dataset again.",
          e);
    }
  }

  private record Imported(
      Path file, Path columnarFolder, ImportReport report, ColumnarFolder columns)
      implements Dataset {
    @Override
    public Digest digest() {
      return report.digest();
    }

    @Override
    public DatasetSpec spec() {
      return report.spec();
    }

    @Override
    public int rows() {
      return columns.rows();
    }

    @Override
    public Column column(String name) {
      return columns.column(name);
    }

    @Override
    public DatasetProfile profile() {
      return report.profile();
    }

    @Override
    public List<Warning> warnings() {
      return report.warnings();
    }
  }
}

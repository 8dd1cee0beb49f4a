package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.regime.ll144.BiasAudits;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.regime.ll144.BiasSummary.Origin;
import dev.assay.regime.ll144.Statement;
import dev.assay.report.content.BiasAuditDocument;
import dev.assay.report.data.BiasAuditData;
import dev.assay.report.document.Document;
import dev.assay.report.writer.HtmlWriter;
import dev.assay.report.writer.PdfWriter;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the summary of a bias audit that New York City's Local Law 144 has published.
public final class PublishBiasAudit {

  private static final Duration DEADLINE = Duration.ofHours(1);
  private static final int LONGEST_NAME = 120;

  private final WorkerFactory workers;

  /// @param workers make the worker that parses data
  public PublishBiasAudit(WorkerFactory workers) {
    this.workers = workers;
  }

  /// Counts the rows of a dataset.
  ///
  /// @param described description of the dataset; absent = the one beside it, else a guess
  public BiasSummary of(
      Statement statement,
      Path data,
      @Nullable Path described,
      Progress progress,
      Cancellation cancellation) {
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(FileSizes.of(data), DEADLINE)) {
      Dataset dataset =
          new Intake(worker, progress, cancellation)
              .dataset(data, described, scratch.folder("data"));
      return of(statement, dataset);
    }
  }

  /// Counts the rows of a dataset that is open.
  public BiasSummary of(Statement statement, Dataset dataset) {
    String name = Visible.of(String.valueOf(dataset.file().getFileName()), LONGEST_NAME);
    return new BiasSummary(
        statement, BiasAudits.of(statement, dataset), new Origin(name, dataset.digest().sha256()));
  }

  /// Counts the slices of a recorded audit.
  public BiasSummary of(Statement statement, RecordedAudit recorded) {
    return recorded.dossier().biasAudit(statement);
  }

  /// Writes `local-law-144.html`, `.pdf`, `.csv` and `.json`.
  public ExportedFiles write(BiasSummary summary, Path folder) {
    Document document = BiasAuditDocument.of(summary);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("local-law-144.html", HtmlWriter.write(document));
    files.put("local-law-144.pdf", PdfWriter.write(document));
    files.put("local-law-144.csv", BiasAuditData.csv(summary));
    files.put("local-law-144.json", BiasAuditData.json(summary));
    files.forEach((name, bytes) -> AtomicFiles.export(folder.resolve(name), bytes));
    return new ExportedFiles(files.keySet().stream().map(folder::resolve).toList());
  }
}

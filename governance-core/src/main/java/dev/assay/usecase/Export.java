package dev.assay.usecase;

import dev.assay.audit.Dossier;
import dev.assay.common.AtomicFiles;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.modelcard.ModelCards;
import dev.assay.report.Reports;
import dev.assay.report.content.ReportPlan;
import dev.assay.usecase.SealReport.Unsealed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Writes documents. Everything is made before the first file is written, and every file appears
/// whole or not at all.
public final class Export {

  /// `evaluation.json` as text.
  public String evaluationJson(Evaluation evaluation) {
    return new String(EvaluationJson.bytes(evaluation), StandardCharsets.UTF_8);
  }

  /// `audit.json` as text.
  public String auditJson(RecordedAudit recorded) {
    return new String(Reports.json(recorded.dossier()), StandardCharsets.UTF_8);
  }

  /// `evaluation.json` and `metrics.csv`.
  public ExportedFiles evaluation(EvaluatedRun run, Path folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("evaluation.json", EvaluationJson.bytes(run.evaluation()));
    files.put(ExportFormat.CSV.fileName(), Reports.csv(run.evaluation()));
    return write(files, folder);
  }

  /// Every document of an audit.
  public ExportedFiles audit(RecordedAudit recorded, Path folder) {
    Dossier dossier = recorded.dossier();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("evaluation.json", EvaluationJson.bytes(dossier.run().evaluation()));
    for (ExportFormat format :
        List.of(ExportFormat.JSON, ExportFormat.HTML, ExportFormat.PDF, ExportFormat.CSV)) {
      files.put(format.fileName(), format.bytes(dossier));
    }
    files.put("model-card.md", cardMarkdown(recorded).getBytes(StandardCharsets.UTF_8));
    return write(files, folder);
  }

  /// The full report in these formats.
  public ExportedFiles report(RecordedAudit recorded, List<String> formats, Path folder) {
    return report(recorded, ReportPlan.FULL, formats, folder);
  }

  /// A report in these formats; those of another kind than the full one are named by their kind.
  public ExportedFiles report(
      RecordedAudit recorded, ReportPlan plan, List<String> formats, Path folder) {
    List<ExportFormat> wanted = formats.stream().map(ExportFormat::of).distinct().toList();
    Map<String, byte[]> files = new LinkedHashMap<>();
    wanted.forEach(f -> files.put(f.fileName(plan.kind()), f.bytes(recorded.dossier(), plan)));
    return write(files, folder);
  }

  /// A report as a PDF that somebody signs.
  ///
  /// @param seal signs the bytes
  public ExportedFiles sealed(
      RecordedAudit recorded, ReportPlan plan, Function<Unsealed, byte[]> seal, Path folder) {
    String name = ExportFormat.PDF.fileName(plan.kind());
    byte[] pdf = ExportFormat.PDF.bytes(recorded.dossier(), plan);
    String audit = recorded.dossier().audit().id();
    return write(Map.of(name, seal.apply(new Unsealed(audit, name, pdf))), folder);
  }

  /// The model card as Markdown.
  public String cardMarkdown(RecordedAudit recorded) {
    return ModelCards.markdown(recorded.card());
  }

  /// Writes the model card in a format.
  public void card(RecordedAudit recorded, CardFormat format, Path file) {
    AtomicFiles.export(file, format.bytes(recorded, recorded.narrative()));
  }

  /// Writes the findings as JUnit XML.
  public void junit(GateResult result, Path file) {
    AtomicFiles.export(file, Reports.junit(result.recorded().dossier()));
  }

  /// Writes the findings as SARIF.
  public void sarif(GateResult result, Path file) {
    AtomicFiles.export(file, Reports.sarif(result.recorded().dossier()));
  }

  private static ExportedFiles write(Map<String, byte[]> files, Path folder) {
    files.forEach((name, bytes) -> AtomicFiles.export(folder.resolve(name), bytes));
    return new ExportedFiles(files.keySet().stream().map(folder::resolve).toList());
  }
}

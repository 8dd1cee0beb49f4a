package dev.assay.report;

import dev.assay.audit.Dossier;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.finding.Finding;
import dev.assay.report.content.EvidenceSection;
import dev.assay.report.content.ReportContent;
import dev.assay.report.content.ReportPlan;
import dev.assay.report.data.AuditJson;
import dev.assay.report.data.JUnitXml;
import dev.assay.report.data.MetricsCsv;
import dev.assay.report.data.SarifJson;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.writer.Attachment;
import dev.assay.report.writer.DocxWriter;
import dev.assay.report.writer.HtmlWriter;
import dev.assay.report.writer.MarkdownWriter;
import dev.assay.report.writer.Pages;
import dev.assay.report.writer.PdfWriter;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The documents of an audit. Each is a pure function of the dossier: equal dossiers give equal
/// bytes.
public final class Reports {

  private static final String JSON = "application/json";

  private Reports() {}

  /// The document that HTML, PDF and Markdown are written from; a window may write it as nodes.
  public static Document document(Dossier dossier) {
    return ReportContent.of(dossier);
  }

  /// A report as it was planned.
  ///
  /// @throws dev.assay.common.UsageError when the audit does not hold what the plan asks for
  public static Document document(Dossier dossier, ReportPlan plan) {
    return ReportContent.of(dossier, plan);
  }

  /// The part of the document that holds numbers and no verdicts: for a run whose checks are still
  /// being made.
  public static Document numbers(Dossier dossier) {
    return ReportContent.numbers(dossier);
  }

  /// The evidence of one finding, for whoever decides what becomes of it.
  public static Block.Section evidence(Dossier dossier, Finding finding) {
    return EvidenceSection.of(dossier, finding);
  }

  /// Self-contained HTML: no script, no network, Content-Security-Policy.
  public static byte[] html(Dossier dossier) {
    return html(dossier, ReportPlan.FULL);
  }

  /// The same of a planned report.
  public static byte[] html(Dossier dossier, ReportPlan plan) {
    return HtmlWriter.write(document(dossier, plan));
  }

  /// A4, PDF/A-3 and PDF/UA-1: tagged, bookmarks, page numbers, vector charts, embedded fonts;
  /// evaluation.json and audit.json are attached.
  public static byte[] pdf(Dossier dossier) {
    return pdf(dossier, ReportPlan.FULL);
  }

  /// The same of a planned report.
  public static byte[] pdf(Dossier dossier, ReportPlan plan) {
    return PdfWriter.write(
        document(dossier, plan),
        List.of(
            new Attachment(
                "evaluation.json",
                JSON,
                "Every number of the evaluation, unrounded",
                EvaluationJson.bytes(dossier.run().evaluation())),
            new Attachment(
                "audit.json", JSON, "The audit: policy, findings, provenance", json(dossier))));
  }

  /// A PDF as pictures of its pages, PNG.
  ///
  /// @param most pages that are drawn
  /// @param stop asked before each page; true = no more
  public static List<byte[]> pages(byte[] pdf, int dotsPerInch, int most, BooleanSupplier stop) {
    return Pages.of(pdf, dotsPerInch, most, stop);
  }

  /// The same document as DOCX, for those who must edit it: heading styles, header rows, text
  /// alternatives of charts.
  public static byte[] docx(Dossier dossier) {
    return docx(dossier, ReportPlan.FULL);
  }

  /// The same of a planned report.
  public static byte[] docx(Dossier dossier, ReportPlan plan) {
    return DocxWriter.write(document(dossier, plan));
  }

  /// The same document as Markdown.
  public static byte[] markdown(Dossier dossier) {
    return markdown(dossier, ReportPlan.FULL);
  }

  /// The same of a planned report.
  public static byte[] markdown(Dossier dossier, ReportPlan plan) {
    return MarkdownWriter.write(document(dossier, plan));
  }

  /// Metrics and disparities, one row a number; cells that a spreadsheet would run are disarmed.
  public static byte[] csv(Evaluation evaluation) {
    return MetricsCsv.of(evaluation);
  }

  /// `audit.json`: audit, policy, findings, provenance.
  public static byte[] json(Dossier dossier) {
    return AuditJson.of(dossier);
  }

  /// Findings as JUnit XML: a failed rule is a failure, insufficient evidence an error; findings
  /// for information never fail.
  public static byte[] junit(Dossier dossier) {
    return JUnitXml.of(dossier);
  }

  /// Findings as SARIF 2.1.0.
  public static byte[] sarif(Dossier dossier) {
    return SarifJson.of(dossier);
  }
}

package dev.assay.report.content;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Whom a report is for, and so what it holds.
public enum ReportKind {
  /// One page for whoever decides.
  EXECUTIVE(
      List.of(
          Part.EVALUATED,
          Part.VERDICT,
          Part.NUMBERS,
          Part.DISPARITIES,
          Part.OPEN,
          Part.SIGNATURES,
          Part.VERIFYING)),
  /// Everything, for whoever answers for the model.
  FULL(
      List.of(
          Part.DECISION,
          Part.REVIEW,
          Part.SIGN_OFF,
          Part.FINDINGS,
          Part.PERFORMANCE,
          Part.FORECASTS,
          Part.PROBE,
          Part.CALIBRATION,
          Part.FAIRNESS,
          Part.BEHAVIOUR,
          Part.COST,
          Part.ROBUSTNESS,
          Part.CHECKS,
          Part.REGIMES,
          Part.FEEDBACK,
          Part.DATA,
          Part.MODEL,
          Part.PASSED,
          Part.METHOD,
          Part.PROVENANCE,
          Part.APPENDIX)),
  /// Groups of people: rates, impact ratios, intersections, who is in no category.
  BIAS_AUDIT(
      List.of(
          Part.AUDITED,
          Part.GROUPS,
          Part.INTERSECTIONS,
          Part.GAPS,
          Part.UNKNOWN,
          Part.SIGNATURES,
          Part.MEANINGS,
          Part.VERIFYING)),
  /// Against the audit of another model on the same task.
  COMPARISON(
      List.of(
          Part.COMPARED,
          Part.DIFFERENCES,
          Part.SETTINGS,
          Part.SIGN_OFF,
          Part.METHOD,
          Part.PROVENANCE)),
  /// Whether what the model sees is still what it was built on.
  MONITORING(
      List.of(
          Part.DRIFT,
          Part.DECISION,
          Part.PERFORMANCE,
          Part.FORECASTS,
          Part.PROBE,
          Part.CALIBRATION,
          Part.DATA,
          Part.METHOD,
          Part.PROVENANCE));

  private final List<Part> parts;

  ReportKind(List<Part> parts) {
    this.parts = parts;
  }

  /// "executive", "bias-audit": on the command line and in names of files.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Key of its words in the bundle.
  String key() {
    return "kind." + name().toLowerCase(Locale.ROOT);
  }

  /// Its parts in their usual order.
  public List<Part> parts() {
    return parts;
  }

  /// Its name without an ending: "report" for the full one, else its word.
  public String fileName() {
    return this == FULL ? "report" : word();
  }

  /// The kind of a word.
  ///
  /// @throws UsageError when there is none
  public static ReportKind of(String word) {
    return Arrays.stream(values())
        .filter(k -> k.word().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-REPORT-KIND",
                    "There is no report of the kind '" + Visible.of(word, 40) + "'.",
                    "Give one of: "
                        + Arrays.stream(values())
                            .map(ReportKind::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}

package dev.assay.report.content;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.report.document.Block;
import dev.assay.report.document.Language;
import dev.assay.report.document.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A section that a report can be made of.
public enum Part {
  EVALUATED(c -> Optional.of(ExecutiveSections.evaluated(c))),
  VERDICT(c -> Optional.of(ExecutiveSections.verdict(c))),
  NUMBERS(c -> Optional.of(ExecutiveSections.numbers(c))),
  DISPARITIES(ExecutiveSections::disparities),
  OPEN(c -> Optional.of(ExecutiveSections.open(c))),
  SIGNATURES(c -> Optional.of(SignatureSections.signatures(c))),
  VERIFYING(c -> Optional.of(SignatureSections.verifying(c))),
  DECISION(c -> Optional.of(DecisionSection.of(c))),
  REVIEW(ReviewSection::of),
  SIGN_OFF(c -> SignOffSection.of(c.dossier().signOff())),
  FINDINGS(FindingsSection::of),
  PERFORMANCE(c -> Optional.of(PerformanceSection.of(c))),
  FORECASTS(ForecastSection::of),
  PROBE(ProbeSection::of),
  CALIBRATION(CalibrationSection::of),
  FAIRNESS(FairnessSection::of),
  BEHAVIOUR(BehaviourSection::of),
  COST(CostSection::of),
  ROBUSTNESS(RobustnessSection::of),
  CHECKS(ChecksSection::of),
  REGIMES(RegimeSection::of),
  FEEDBACK(FeedbackSection::of),
  DATA(c -> Optional.of(DataSection.of(c))),
  MODEL(ModelSection::of),
  PASSED(FindingsSection::passed),
  /// Defines what the other parts named, so it is written after them wherever it stands.
  METHOD(c -> Optional.of(MethodSection.of(c))),
  PROVENANCE(c -> Optional.of(ProvenanceSection.of(c))),
  APPENDIX(AppendixSection::of),
  AUDITED(c -> Optional.of(BiasSections.audited(c))),
  GROUPS(c -> Optional.of(BiasSections.groups(c))),
  INTERSECTIONS(BiasSections::intersections),
  GAPS(BiasSections::gaps),
  UNKNOWN(c -> Optional.of(BiasSections.unknown(c))),
  /// Defines what the other parts named, so it is written after them wherever it stands.
  MEANINGS(MeaningsSection::of),
  COMPARED(c -> Optional.of(ComparisonSections.compared(c))),
  DIFFERENCES(ComparisonSections::differences),
  SETTINGS(ComparisonSections::settings),
  DRIFT(c -> Optional.of(DriftSection.of(c)));

  private final Function<Context, Optional<Block.Section>> writer;

  Part(Function<Context, Optional<Block.Section>> writer) {
    this.writer = writer;
  }

  /// Its section; absent when there is nothing to say.
  Optional<Block.Section> of(Context context) {
    return writer.apply(context);
  }

  /// Whether it defines what other parts named.
  boolean defines() {
    return this == METHOD || this == MEANINGS;
  }

  /// "sign-off": on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Its name for whoever puts a report together.
  public String title(Language language) {
    return Words.of(language).word("part", this);
  }

  /// The parts of a kind that words name, in this order.
  ///
  /// @throws UsageError for a word that names none of them, or one twice
  public static List<Part> of(ReportKind kind, List<String> words) {
    List<Part> parts = words.stream().map(w -> of(kind, w)).toList();
    if (parts.stream().distinct().count() < parts.size()) {
      throw new UsageError(
          "USAGE-SECTION-TWICE", "A section is named twice.", "Name every section once.");
    }
    return parts;
  }

  private static Part of(ReportKind kind, String word) {
    return kind.parts().stream()
        .filter(p -> p.word().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-SECTION",
                    "A report of the kind "
                        + kind.word()
                        + " has no section '"
                        + Visible.of(word, 40)
                        + "'.",
                    "Give some of: "
                        + kind.parts().stream().map(Part::word).collect(Collectors.joining(", "))
                        + "."));
  }
}

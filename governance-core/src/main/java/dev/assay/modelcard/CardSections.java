package dev.assay.modelcard;

import dev.assay.audit.Dossier;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.LabelSpec;
import dev.assay.evaluation.Evaluation;
import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import dev.assay.model.ModelArtefact;
import dev.assay.provenance.Provenance;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a card says, from the audit; what only people can say is left to them.
final class CardSections {

  private static final String NOT_WRITTEN = "Not written.";
  private static final int LISTED = 20;
  private static final int LONGEST = 600;

  private final Dossier dossier;
  private final Evaluation evaluation;
  private final Narrative narrative;

  CardSections(Dossier dossier, Narrative narrative) {
    this.dossier = dossier;
    this.evaluation = dossier.run().evaluation();
    this.narrative = narrative;
  }

  List<ModelCard.Section> all() {
    return Stream.of(NarrativeSection.Chapter.values()).map(this::section).toList();
  }

  private ModelCard.Section section(NarrativeSection.Chapter chapter) {
    String body =
        switch (chapter) {
          case DETAILS -> details();
          case USE -> purpose();
          case FACTORS -> factors();
          case METRICS -> metrics();
          case EVALUATION_DATA -> data();
          case TRAINING_DATA -> "";
          case QUANTITATIVE_ANALYSES -> new CardTables(evaluation).all();
          case AUDIT -> audit();
          case LIMITATIONS -> "";
          case ETHICS -> ethics();
          case CAVEATS -> caveats();
        };
    String all =
        Stream.of(Stream.of(body.strip()), written(chapter), Stream.of(against(chapter)))
            .flatMap(texts -> texts)
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.joining("\n\n"));
    return new ModelCard.Section(chapter.heading(), all.isEmpty() ? NOT_WRITTEN : all);
  }

  /// What a supplier declared, held against what was measured.
  private String against(NarrativeSection.Chapter chapter) {
    if (chapter != NarrativeSection.SUPPLIED_NUMBERS.chapter()
        || !narrative.has(NarrativeSection.SUPPLIED_NUMBERS)) {
      return "";
    }
    String table =
        DeclaredTable.of(evaluation, narrative.text(NarrativeSection.SUPPLIED_NUMBERS)).strip();
    return table.isEmpty() ? "" : "### Declared against measured\n\n" + table;
  }

  /// What people wrote there. A section that is called like its chapter needs no heading.
  private Stream<String> written(NarrativeSection.Chapter chapter) {
    return Stream.of(NarrativeSection.values())
        .filter(s -> s.chapter() == chapter && narrative.has(s))
        .map(
            s -> {
              String text = PassageMarkdown.of(narrative.text(s));
              return s.heading().equals(chapter.heading())
                  ? text
                  : "### " + s.heading() + "\n\n" + text;
            });
  }

  private String details() {
    MarkdownTable table = new MarkdownTable("What", "Value");
    ModelArtefact model = dossier.run().model();
    if (model == null) {
      table.row("Model", "not known: stored scores were evaluated");
    } else {
      table.row("File", cut(model.fileName()));
      table.row("SHA-256", model.digest().sha256());
      table.row("Size", Rounded.bytes(model.bytes()));
      table.row("Format", "ONNX, IR version " + model.irVersion());
      table.row(
          "Made by", model.producer().isBlank() ? "not said in the file" : cut(model.producer()));
      table.row("Quantisation", cut(model.quantisation()));
      table.row("Parameters", Rounded.count(model.parameters()));
    }
    table.row("Task", evaluation.task().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (!evaluation.classes().isEmpty()) {
      table.row("Classes", listed(evaluation.classes()));
    }
    if (evaluation.positive() != null) {
      table.row("Positive class", cut(evaluation.positive()));
    }
    if (evaluation.threshold() != null) {
      table.row(
          "Threshold",
          "positive when the score is at least " + Rounded.setting(evaluation.threshold()));
    }
    return table.toString();
  }

  /// The purpose that was given with the audit, where nobody wrote more.
  private String purpose() {
    return narrative.has(NarrativeSection.INTENDED_USE) ? "" : words(dossier.audit().purpose());
  }

  private String factors() {
    if (evaluation.attributes().isEmpty()) {
      return "No column was named or recognised as sensitive; groups were not compared.";
    }
    MarkdownTable table = new MarkdownTable("Attribute", "Reference group", "Groups");
    for (Evaluation.AttributeInfo attribute : evaluation.attributes()) {
      table.row(
          cut(attribute.name()),
          group(attribute.reference()) + (attribute.chosen() ? "" : " (the largest)"),
          listed(attribute.groups().stream().map(CardSections::group).toList()));
    }
    return table.toString();
  }

  private String metrics() {
    return "Rates, ranking, calibration and gaps between groups, each with a "
        + Rounded.level(evaluation.level())
        + " interval where one can be computed. A number that is undefined is said to be so, with the reason. Formulas stand in the audit report.";
  }

  private String data() {
    ImportReport data = dossier.run().data();
    Provenance origin = evaluation.provenance();
    MarkdownTable table = new MarkdownTable("What", "Value");
    table.row("File", cut(origin.datasetName()));
    table.row("SHA-256", origin.dataset().sha256());
    table.row("Rows", Rounded.count(origin.rows()));
    table.row("Read as", cut(data.format()));
    LabelSpec label = data.spec().label();
    if (label != null) {
      table.row("Label", cut(label.column()));
    }
    evaluation
        .excluded()
        .forEach(
            e -> table.row("Left out", Rounded.count(e.count()) + " rows: " + cut(e.reason())));
    return table.toString();
  }

  private String audit() {
    List<Finding> findings = dossier.audit().findings();
    StringBuilder text = new StringBuilder();
    text.append("Judged by policy ")
        .append(MarkdownText.of(cut(dossier.audit().policyId())))
        .append(" on ")
        .append(Rounded.minute(dossier.audit().created()))
        .append(": **")
        .append(word(dossier.audit().verdict()))
        .append("**. ");
    for (Verdict verdict : Verdict.values()) {
      long count = findings.stream().filter(f -> f.verdict() == verdict).count();
      text.append(count).append(' ').append(word(verdict)).append("; ");
    }
    text.setLength(text.length() - 2);
    return text.append(".\n\nAudit ")
        .append(MarkdownText.of(cut(dossier.audit().id())))
        .append(", evaluation ")
        .append(dossier.audit().evaluation().sha256())
        .append('.')
        .toString();
  }

  private String ethics() {
    List<Finding> failed = with(Verdict.FAIL);
    return failed.isEmpty()
        ? "No limit of the policy is broken."
        : "The audit found limits broken:\n\n" + list(failed);
  }

  private String caveats() {
    StringBuilder text = new StringBuilder();
    List<Finding> undecided = with(Verdict.INSUFFICIENT_EVIDENCE);
    if (!undecided.isEmpty()) {
      text.append("Not decided, for want of evidence:\n\n").append(list(undecided)).append('\n');
    }
    if (!evaluation.warnings().isEmpty()) {
      text.append("To be known:\n\n");
      evaluation.warnings().stream()
          .limit(LISTED)
          .forEach(
              w -> text.append("- ").append(words(w.sentence() + " " + w.remedy())).append('\n'));
    }
    return text.isEmpty() ? "None came out of the audit." : text.toString();
  }

  private List<Finding> with(Verdict verdict) {
    return dossier.audit().findings().stream().filter(f -> f.verdict() == verdict).toList();
  }

  private static String list(List<Finding> findings) {
    String items =
        findings.stream()
            .limit(LISTED)
            .map(f -> "- " + words(f.title() + ": " + f.sentence()) + "\n")
            .collect(Collectors.joining());
    return findings.size() > LISTED
        ? items + "- " + (findings.size() - LISTED) + " more in audit.json\n"
        : items;
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String group(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "(missing)" : value.isEmpty() ? "(empty)" : cut(value);
  }

  private static String listed(List<String> names) {
    String shown =
        names.stream().limit(LISTED).map(CardSections::cut).collect(Collectors.joining(", "));
    return names.size() > LISTED ? shown + " and " + (names.size() - LISTED) + " more" : shown;
  }

  private static String cut(String text) {
    return Visible.of(text, 80);
  }

  private static String words(String text) {
    return MarkdownText.of(Visible.of(text, LONGEST));
  }
}

package dev.assay.modelcard.exchange;

import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ValueInfo;
import dev.assay.modelcard.CardNumbers;
import dev.assay.modelcard.Completeness;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a card in any format is written from: the audit, and what people wrote.
///
/// @param dossier the audit with its numbers
/// @param narrative what people wrote
public record CardSource(Dossier dossier, Narrative narrative) {

  /// The slice that formats without slices call everything.
  static final String OVERALL = "overall";

  private static final int LONGEST_NAME = 120;

  Evaluation evaluation() {
    return dossier.run().evaluation();
  }

  /// Name of the model, without the ending of its file.
  String name() {
    return visible(evaluation().provenance().modelName().replaceFirst("\\.onnx$", ""));
  }

  String datasetName() {
    return visible(evaluation().provenance().datasetName());
  }

  String evaluationUrn() {
    return CardNumbers.evaluationUrn(dossier);
  }

  List<MetricRow> numbers() {
    return CardNumbers.of(evaluation());
  }

  /// What somebody wrote there; the purpose of the audit stands as the intended use.
  Optional<String> text(NarrativeSection section) {
    if (narrative.has(section)) {
      return Optional.of(narrative.text(section).strip());
    }
    String purpose = dossier.audit().purpose();
    return Completeness.isWritten(section, narrative, purpose)
        ? Optional.of(purpose.strip())
        : Optional.empty();
  }

  /// What somebody wrote there, as one line.
  Optional<String> line(NarrativeSection section) {
    return text(section).map(t -> t.replaceAll("\\s+", " "));
  }

  /// "binary classification".
  String task() {
    return evaluation().task().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// What the file says of the model's architecture.
  String architecture() {
    ModelArtefact model = dossier.run().model();
    if (model == null) {
      return "not known: stored scores were evaluated";
    }
    return "ONNX graph of "
        + model.nodes()
        + " nodes and "
        + model.parameters()
        + " parameters, quantisation: "
        + visible(model.quantisation());
  }

  List<String> inputs() {
    ModelArtefact model = dossier.run().model();
    return model == null ? List.of() : formats(model.inputs());
  }

  List<String> outputs() {
    ModelArtefact model = dossier.run().model();
    return model == null ? List.of() : formats(model.outputs());
  }

  /// Names of the columns that hold groups of people.
  List<String> sensitive() {
    return dossier.run().data().spec().withRole(ColumnRole.SENSITIVE).stream()
        .map(ColumnSpec::name)
        .map(CardSource::visible)
        .toList();
  }

  /// Whether the model itself reads such a column.
  boolean readsSensitive() {
    return dossier.run().data().spec().withRole(ColumnRole.SENSITIVE).stream()
        .anyMatch(ColumnSpec::alsoFeature);
  }

  /// "16,281 rows, …" for people.
  String datasetDescription() {
    return "Evaluated on "
        + evaluation().provenance().rows()
        + " rows, SHA-256 "
        + evaluation().provenance().dataset().sha256()
        + text(NarrativeSection.CHOICE_OF_DATA).map(t -> ". " + t).orElse("");
  }

  /// "overall" or "sex = Female".
  static String slice(MetricRow row) {
    return row.slice().isWhole() ? OVERALL : visible(row.slice().describe());
  }

  /// The number in its shortest form that reads back as the same number.
  static String value(MetricRow row) {
    return Double.toString(row.value().orNaN());
  }

  static Optional<Interval> interval(MetricRow row) {
    return row.value() instanceof MetricValue.Defined defined
        ? Optional.ofNullable(defined.interval())
        : Optional.empty();
  }

  static String visible(String text) {
    return Visible.of(text, LONGEST_NAME);
  }

  private static List<String> formats(List<ValueInfo> values) {
    List<String> formats = new ArrayList<>();
    for (ValueInfo value : values) {
      String shape =
          value.shape().stream()
              .map(d -> d < 0 ? "?" : String.valueOf(d))
              .collect(Collectors.joining(", ", "[", "]"));
      formats.add(
          visible(value.name())
              + ": "
              + value.type().name().toLowerCase(Locale.ROOT)
              + " "
              + value.form().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " "
              + shape);
    }
    return List.copyOf(formats);
  }
}

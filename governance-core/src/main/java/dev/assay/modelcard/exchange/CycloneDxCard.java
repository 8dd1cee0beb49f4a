package dev.assay.modelcard.exchange;

import dev.assay.common.Json;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import dev.assay.model.ModelArtefact;
import dev.assay.modelcard.CardLicence;
import dev.assay.modelcard.CardNumbers;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.provenance.AssayVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writes cards as a CycloneDX 1.6 bill of materials: the model with its card as the main
/// component, the evaluation data as another. Names of properties that begin with `assay:` are
/// ours; the texts of all sections stand there word for word, whatever field shows them too.
final class CycloneDxCard {

  static final String TEXT = "assay:narrative:";

  private static final String MODEL = "model";
  private static final String DATA = "evaluation-data";

  private final CardSource source;

  private CycloneDxCard(CardSource source) {
    this.source = source;
  }

  static byte[] write(CardSource source) {
    CycloneDxCard card = new CycloneDxCard(source);
    String audit = source.dossier().audit().id();
    Map<String, Object> all =
        new Fields()
            .with("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
            .with("bomFormat", "CycloneDX")
            .with("specVersion", "1.6")
            .with(
                "serialNumber",
                "urn:uuid:" + UUID.nameUUIDFromBytes(audit.getBytes(StandardCharsets.UTF_8)))
            .with("version", 1)
            .with("metadata", card.metadata())
            .with("components", List.of(card.data()))
            .with("dependencies", List.of(Map.of("ref", MODEL, "dependsOn", List.of(DATA))))
            .map();
    return Json.pretty(all).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> metadata() {
    Map<String, Object> tool =
        new Fields()
            .with("type", "application")
            .with("name", "Assay")
            .with("version", AssayVersion.number())
            .map();
    return new Fields()
        .with("timestamp", source.dossier().audit().created().toString())
        .with("tools", Map.of("components", List.of(tool)))
        .with("component", model())
        .map();
  }

  private Map<String, Object> model() {
    ModelArtefact model = source.dossier().run().model();
    return new Fields()
        .with("type", "machine-learning-model")
        .with("bom-ref", MODEL)
        .with("name", source.name())
        .with("version", source.line(NarrativeSection.VERSION))
        .with("description", source.text(NarrativeSection.DESCRIPTION))
        .with("manufacturer", source.line(NarrativeSection.DEVELOPERS).map(n -> Map.of("name", n)))
        .with("licenses", licence().map(l -> List.of(Map.of("license", l))))
        .with("hashes", model == null ? List.of() : hashes(model.digest().sha256()))
        .with("modelCard", card())
        .map();
  }

  private Optional<Map<String, Object>> licence() {
    Optional<String> known = CardLicence.spdx(source.narrative());
    return known.isPresent()
        ? known.map(id -> Map.of("id", id))
        : source
            .text(NarrativeSection.LICENCE)
            .map(t -> Map.of("name", "Terms in words", "text", Map.of("content", t)));
  }

  private static List<Map<String, String>> hashes(String sha256) {
    return List.of(Map.of("alg", "SHA-256", "content", sha256));
  }

  private Map<String, Object> card() {
    Map<String, Object> parameters =
        new Fields()
            .with("approach", Map.of("type", "supervised"))
            .with("task", source.task())
            .with("modelArchitecture", source.architecture())
            .with("datasets", List.of(Map.of("ref", DATA)))
            .with("inputs", source.inputs().stream().map(f -> Map.of("format", f)).toList())
            .with("outputs", source.outputs().stream().map(f -> Map.of("format", f)).toList())
            .map();
    return new Fields()
        .with("modelParameters", parameters)
        .with(
            "quantitativeAnalysis",
            Map.of(
                "performanceMetrics",
                source.numbers().stream().map(CycloneDxCard::number).toList()))
        .with("considerations", considerations())
        .with("properties", properties())
        .map();
  }

  private static Map<String, Object> number(MetricRow row) {
    return new Fields()
        .with("type", row.metric())
        .with("value", CardSource.value(row))
        .with("slice", CardSource.slice(row))
        .with(
            "confidenceInterval",
            CardSource.interval(row)
                .map(
                    i ->
                        Map.of(
                            "lowerBound", Double.toString(i.lower()),
                            "upperBound", Double.toString(i.upper()))))
        .map();
  }

  private Map<String, Object> considerations() {
    List<Map<String, String>> risks =
        source
            .text(NarrativeSection.ETHICAL_CONSIDERATIONS)
            .map(t -> Map.of("name", "What was weighed and done", "mitigationStrategy", t))
            .stream()
            .toList();
    return new Fields()
        .with("users", texts(NarrativeSection.USERS))
        .with("useCases", texts(NarrativeSection.INTENDED_USE))
        .with("technicalLimitations", texts(NarrativeSection.LIMITATIONS))
        .with("performanceTradeoffs", texts(NarrativeSection.CHOICE_OF_METRICS))
        .with("ethicalConsiderations", risks)
        .with("fairnessAssessments", gaps())
        .map();
  }

  private List<String> texts(NarrativeSection section) {
    return source.text(section).stream().toList();
  }

  /// Gaps between groups. Which of them is harmed depends on the metric, so both are named.
  private List<Map<String, Object>> gaps() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Disparity gap : CardNumbers.gaps(source.evaluation())) {
      if (gap.value() instanceof MetricValue.Defined defined
          && gap.low() != null
          && gap.high() != null) {
        all.add(
            new Fields()
                .with("groupAtRisk", CardSource.visible(gap.attributes().getFirst()))
                .with(
                    "harms",
                    gap.metric()
                        + " = "
                        + defined.value()
                        + ", "
                        + CardSource.visible(gap.high().describe())
                        + " against "
                        + CardSource.visible(gap.low().describe()))
                .map());
      }
    }
    return all;
  }

  private List<Map<String, String>> properties() {
    List<Map<String, String>> all = new ArrayList<>();
    all.add(property("assay:audit", source.dossier().audit().id()));
    all.add(property("assay:evaluation", source.evaluationUrn()));
    all.add(property("assay:policy", source.dossier().audit().policyId()));
    all.add(property("assay:verdict", source.dossier().audit().verdict().name()));
    for (NarrativeSection section : NarrativeSection.values()) {
      source.text(section).ifPresent(t -> all.add(property(TEXT + section.id(), t)));
    }
    return all;
  }

  private static Map<String, String> property(String name, String value) {
    return Map.of("name", name, "value", value);
  }

  private Map<String, Object> data() {
    String sha256 = source.evaluation().provenance().dataset().sha256();
    Map<String, Object> content =
        new Fields()
            .with("type", "dataset")
            .with("name", source.datasetName())
            .with(
                "contents",
                Map.of(
                    "properties",
                    List.of(
                        property(
                            "assay:rows",
                            String.valueOf(source.evaluation().provenance().rows())))))
            .with("sensitiveData", source.sensitive())
            .map();
    return new Fields()
        .with("type", "data")
        .with("bom-ref", DATA)
        .with("name", source.datasetName())
        .with("description", source.text(NarrativeSection.CHOICE_OF_DATA))
        .with("hashes", hashes(sha256))
        .with("data", List.of(content))
        .map();
  }
}

package dev.assay.modelcard.exchange;

import dev.assay.common.Json;
import dev.assay.evaluation.MetricRow;
import dev.assay.model.ModelArtefact;
import dev.assay.modelcard.CardLicence;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.provenance.AssayVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes cards as an SPDX 3.0.1 document in JSON-LD, with the profiles of artificial intelligence
/// and of datasets. A metric's key is "recall | sex = Female"; the ends of its interval stand under
/// "recall | sex = Female | lower" and "… | upper".
final class SpdxCard {

  static final String CONTEXT = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
  static final String BETWEEN = " | ";
  static final String LOWER = "lower";
  static final String UPPER = "upper";

  private static final String CREATION = "_:creation";

  private final CardSource source;
  private final String base;
  private final List<Map<String, Object>> graph = new ArrayList<>();

  private SpdxCard(CardSource source) {
    this.source = source;
    this.base =
        "urn:assay:audit:"
            + URLEncoder.encode(source.dossier().audit().id(), StandardCharsets.UTF_8)
            + "#";
  }

  static byte[] write(CardSource source) {
    SpdxCard card = new SpdxCard(source);
    card.fill();
    return Json.pretty(new Fields().with("@context", CONTEXT).with("@graph", card.graph).map())
        .getBytes(StandardCharsets.UTF_8);
  }

  private void fill() {
    graph.add(
        new Fields()
            .with("type", "CreationInfo")
            .with("@id", CREATION)
            .with("specVersion", "3.0.1")
            .with(
                "created",
                DateTimeFormatter.ISO_INSTANT.format(
                    source.dossier().audit().created().truncatedTo(ChronoUnit.SECONDS)))
            .with("createdBy", List.of(base + "author"))
            .with("createdUsing", List.of(base + "assay"))
            .map());
    graph.add(element("Person", "author", CardSource.visible(source.dossier().audit().author())));
    graph.add(element("Tool", "assay", "Assay " + AssayVersion.number()));
    graph.add(model());
    graph.add(data());
    relate("tested-on", "model", "testedOn", "data");
    CardLicence.spdx(source.narrative())
        .ifPresent(
            id -> {
              Map<String, Object> licence =
                  element("simplelicensing_LicenseExpression", "licence", "");
              licence.put("simplelicensing_licenseExpression", id);
              graph.add(licence);
              relate("licensed", "model", "hasDeclaredLicense", "licence");
            });
    for (NarrativeSection section : NarrativeSection.values()) {
      source.text(section).ifPresent(t -> graph.add(annotation(section, t)));
    }
    graph.add(document());
  }

  private Map<String, Object> element(String type, String id, String name) {
    return new Fields()
        .with("type", type)
        .with("spdxId", base + id)
        .with("creationInfo", CREATION)
        .with("name", name)
        .map();
  }

  private Map<String, Object> model() {
    ModelArtefact model = source.dossier().run().model();
    Map<String, Object> element = element("ai_AIPackage", "model", source.name());
    Map<String, Object> more =
        new Fields()
            .with("description", source.text(NarrativeSection.DESCRIPTION))
            .with("comment", "Numbers are rows of " + source.evaluationUrn() + ".")
            .with("software_packageVersion", source.line(NarrativeSection.VERSION))
            .with("software_primaryPurpose", "model")
            .with("verifiedUsing", model == null ? List.of() : hash(model.digest().sha256()))
            .with("ai_typeOfModel", List.of(source.task()))
            .with("ai_metric", metrics())
            .with("ai_metricDecisionThreshold", threshold())
            .with("ai_limitation", source.text(NarrativeSection.LIMITATIONS))
            .with("ai_informationAboutTraining", source.text(NarrativeSection.TRAINING_DATA))
            .with("ai_informationAboutApplication", source.text(NarrativeSection.INTENDED_USE))
            .with(
                "ai_useSensitivePersonalInformation",
                source.readsSensitive() ? "yes" : "noAssertion")
            .map();
    element.putAll(more);
    return element;
  }

  private List<Map<String, Object>> threshold() {
    Double threshold = source.evaluation().threshold();
    return threshold == null ? List.of() : List.of(entry("score", Double.toString(threshold)));
  }

  private List<Map<String, Object>> metrics() {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (MetricRow row : source.numbers()) {
      String key =
          row.slice().isWhole() ? row.metric() : row.metric() + BETWEEN + CardSource.slice(row);
      entries.add(entry(key, CardSource.value(row)));
      CardSource.interval(row)
          .ifPresent(
              i -> {
                entries.add(entry(key + BETWEEN + LOWER, Double.toString(i.lower())));
                entries.add(entry(key + BETWEEN + UPPER, Double.toString(i.upper())));
              });
    }
    return entries;
  }

  private static Map<String, Object> entry(String key, String value) {
    return new Fields().with("type", "DictionaryEntry").with("key", key).with("value", value).map();
  }

  private static List<Map<String, Object>> hash(String sha256) {
    return List.of(
        new Fields()
            .with("type", "Hash")
            .with("algorithm", "sha256")
            .with("hashValue", sha256)
            .map());
  }

  private Map<String, Object> data() {
    Map<String, Object> element = element("dataset_DatasetPackage", "data", source.datasetName());
    Map<String, Object> more =
        new Fields()
            .with("description", source.text(NarrativeSection.CHOICE_OF_DATA))
            .with("software_primaryPurpose", "data")
            .with("verifiedUsing", hash(source.evaluation().provenance().dataset().sha256()))
            .with("dataset_datasetType", List.of("structured"))
            .with("dataset_datasetSize", source.evaluation().provenance().rows())
            .with("dataset_intendedUse", "evaluation")
            .with(
                "dataset_hasSensitivePersonalInformation",
                source.sensitive().isEmpty() ? "noAssertion" : "yes")
            .map();
    element.putAll(more);
    return element;
  }

  private void relate(String id, String from, String how, String to) {
    Map<String, Object> relationship = element("Relationship", id, "");
    relationship.put("from", base + from);
    relationship.put("relationshipType", how);
    relationship.put("to", List.of(base + to));
    graph.add(relationship);
  }

  private Map<String, Object> annotation(NarrativeSection section, String text) {
    Map<String, Object> annotation =
        element("Annotation", "text-" + section.id(), section.heading());
    annotation.put("annotationType", "other");
    annotation.put("contentType", "text/markdown");
    annotation.put("statement", text);
    annotation.put("subject", base + "model");
    return annotation;
  }

  private Map<String, Object> document() {
    List<Object> ids =
        graph.stream().filter(e -> e.containsKey("spdxId")).map(e -> e.get("spdxId")).toList();
    Map<String, Object> document =
        element("SpdxDocument", "document", "Model card of " + source.name());
    document.put("profileConformance", List.of("core", "software", "ai", "dataset"));
    document.put("rootElement", List.of(base + "model"));
    document.put("element", ids);
    return document;
  }
}

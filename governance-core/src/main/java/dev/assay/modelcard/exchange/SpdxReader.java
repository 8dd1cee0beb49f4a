package dev.assay.modelcard.exchange;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.modelcard.NarrativeSection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads the AI package of an SPDX 3.0 document in JSON-LD, as its context writes it.
final class SpdxReader {

  private static final String PACKAGE = "ai_AIPackage";

  private final Gathering found = new Gathering();

  private SpdxReader() {}

  static SuppliedCard read(JsonNode document, String fileName, byte[] bytes) {
    List<JsonNode> elements =
        document.has("@graph") ? List.copyOf(document.path("@graph").values()) : List.of(document);
    List<JsonNode> models = elements.stream().filter(e -> is(e, PACKAGE)).toList();
    if (models.isEmpty()) {
      throw new InputRejected(
          "CARD-NO-MODEL",
          "The SPDX document '" + Visible.of(fileName, 80) + "' has no AI package.",
          "Ask the supplier for the document that describes the model, in SPDX 3.0 JSON-LD.");
    }
    SpdxReader reader = new SpdxReader();
    if (models.size() > 1) {
      reader.found.leftOut((models.size() - 1) + " other AI packages of the file");
    }
    reader.model(models.getFirst(), elements);
    return reader.found.card(ModelCardFormat.SPDX, fileName, bytes);
  }

  private static boolean is(JsonNode element, String type) {
    return Gathering.scalar(element.path("type")).equals(type);
  }

  private void model(JsonNode model, List<JsonNode> elements) {
    found.name(Gathering.scalar(model.path("name")));
    String id = Gathering.scalar(model.path("spdxId"));
    elements.stream()
        .filter(e -> is(e, "Annotation") && Gathering.scalar(e.path("subject")).equals(id))
        .forEach(this::annotation);
    unlessOurs(NarrativeSection.DESCRIPTION, model.path("description"));
    unlessOurs(NarrativeSection.VERSION, model.path("software_packageVersion"));
    unlessOurs(NarrativeSection.LIMITATIONS, model.path("ai_limitation"));
    unlessOurs(NarrativeSection.TRAINING_DATA, model.path("ai_informationAboutTraining"));
    unlessOurs(NarrativeSection.INTENDED_USE, model.path("ai_informationAboutApplication"));
    licence(id, elements);
    metrics(model.path("ai_metric"));
  }

  private void annotation(JsonNode annotation) {
    String heading = Gathering.scalar(annotation.path("name"));
    Optional<NarrativeSection> section =
        Arrays.stream(NarrativeSection.values())
            .filter(s -> s.heading().equals(heading))
            .findFirst();
    String statement = Gathering.scalar(annotation.path("statement"));
    section.ifPresentOrElse(
        s -> found.text(s, statement),
        () -> found.leftOut("a remark '" + Visible.of(heading, 60) + "'"));
  }

  private void licence(String id, List<JsonNode> elements) {
    Map<String, JsonNode> byId = new HashMap<>();
    elements.forEach(e -> byId.put(Gathering.scalar(e.path("spdxId")), e));
    for (JsonNode element : elements) {
      if (is(element, "Relationship")
          && Gathering.scalar(element.path("relationshipType")).equals("hasDeclaredLicense")
          && Gathering.scalar(element.path("from")).equals(id)) {
        for (JsonNode to : element.path("to").values()) {
          JsonNode licence = byId.get(Gathering.scalar(to));
          if (licence != null) {
            unlessOurs(NarrativeSection.LICENCE, licence.path("simplelicensing_licenseExpression"));
          }
        }
      }
    }
  }

  /// Ends of intervals stand in entries of their own.
  private void metrics(JsonNode entries) {
    Map<String, String> values = new LinkedHashMap<>();
    entries
        .values()
        .forEach(
            e -> values.put(Gathering.scalar(e.path("key")), Gathering.scalar(e.path("value"))));
    values.forEach(
        (key, value) -> {
          if (!isEnd(key, values) && !value.isEmpty()) {
            int at = key.indexOf(SpdxCard.BETWEEN);
            found.number(
                new DeclaredNumber(
                    at < 0 ? key : key.substring(0, at),
                    value,
                    at < 0 ? CardSource.OVERALL : key.substring(at + SpdxCard.BETWEEN.length()),
                    "",
                    values.getOrDefault(key + SpdxCard.BETWEEN + SpdxCard.LOWER, ""),
                    values.getOrDefault(key + SpdxCard.BETWEEN + SpdxCard.UPPER, "")));
          }
        });
  }

  private static boolean isEnd(String key, Map<String, String> values) {
    for (String end : List.of(SpdxCard.LOWER, SpdxCard.UPPER)) {
      String tail = SpdxCard.BETWEEN + end;
      if (key.endsWith(tail)
          && values.containsKey(key.substring(0, key.length() - tail.length()))) {
        return true;
      }
    }
    return false;
  }

  private void unlessOurs(NarrativeSection section, JsonNode node) {
    if (!found.has(section)) {
      found.texts(section, node);
    }
  }
}

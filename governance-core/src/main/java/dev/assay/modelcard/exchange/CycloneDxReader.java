package dev.assay.modelcard.exchange;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.modelcard.NarrativeSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads the model card of a CycloneDX bill of materials, 1.5 and later.
final class CycloneDxReader {

  private static final String CARD = "modelCard";

  private final Gathering found = new Gathering();

  private CycloneDxReader() {}

  static SuppliedCard read(JsonNode bom, String fileName, byte[] bytes) {
    List<JsonNode> components = new ArrayList<>();
    components.add(bom.path("metadata").path("component"));
    components.addAll(bom.path("components").values());
    List<JsonNode> models = components.stream().filter(c -> c.has(CARD)).toList();
    if (models.isEmpty()) {
      throw new InputRejected(
          "CARD-NO-MODEL",
          "The bill of materials '"
              + Visible.of(fileName, 80)
              + "' has no component with a model card.",
          "Ask the supplier for the one that describes the model.");
    }
    CycloneDxReader reader = new CycloneDxReader();
    if (models.size() > 1) {
      reader.found.leftOut((models.size() - 1) + " other model cards of the file");
    }
    reader.component(models.getFirst());
    return reader.found.card(ModelCardFormat.CYCLONEDX, fileName, bytes);
  }

  private void component(JsonNode component) {
    JsonNode card = component.path(CARD);
    found.name(Gathering.scalar(component.path("name")));
    card.path("properties").values().forEach(this::ours);
    unlessOurs(NarrativeSection.DESCRIPTION, component.path("description"));
    unlessOurs(NarrativeSection.VERSION, component.path("version"));
    for (String maker : new String[] {"manufacturer", "supplier"}) {
      unlessOurs(NarrativeSection.DEVELOPERS, component.path(maker).path("name"));
    }
    licences(component.path("licenses"));
    JsonNode analysis = card.path("quantitativeAnalysis");
    analysis.path("performanceMetrics").values().forEach(this::number);
    considerations(card.path("considerations"));
    if (analysis.has("graphics")) {
      found.leftOut("its pictures");
    }
  }

  private void ours(JsonNode property) {
    String name = Gathering.scalar(property.path("name"));
    if (name.startsWith(CycloneDxCard.TEXT)) {
      Optional<NarrativeSection> section =
          NarrativeSection.find(name.substring(CycloneDxCard.TEXT.length()));
      section.ifPresent(s -> found.text(s, Gathering.scalar(property.path("value"))));
    }
  }

  private void licences(JsonNode licences) {
    if (found.has(NarrativeSection.LICENCE)) {
      return;
    }
    for (JsonNode licence : licences.values()) {
      JsonNode named = licence.path("license");
      String id = Gathering.scalar(named.path("id"));
      String words =
          id.isEmpty()
              ? Gathering.scalar(named.path("name")) + Gathering.scalar(licence.path("expression"))
              : id;
      found.text(NarrativeSection.LICENCE, words);
    }
  }

  private void number(JsonNode metric) {
    String value = Gathering.scalar(metric.path("value"));
    if (value.isEmpty()) {
      found.leftOut("a metric without a value");
      return;
    }
    String slice = Gathering.scalar(metric.path("slice"));
    JsonNode interval = metric.path("confidenceInterval");
    found.number(
        new DeclaredNumber(
            Gathering.scalar(metric.path("type")),
            value,
            slice.isEmpty() ? CardSource.OVERALL : slice,
            "",
            Gathering.scalar(interval.path("lowerBound")),
            Gathering.scalar(interval.path("upperBound"))));
  }

  private void considerations(JsonNode considerations) {
    unlessOurs(NarrativeSection.USERS, considerations.path("users"));
    unlessOurs(NarrativeSection.INTENDED_USE, considerations.path("useCases"));
    unlessOurs(NarrativeSection.LIMITATIONS, considerations.path("technicalLimitations"));
    unlessOurs(NarrativeSection.CHOICE_OF_METRICS, considerations.path("performanceTradeoffs"));
    if (!found.has(NarrativeSection.ETHICAL_CONSIDERATIONS)) {
      for (JsonNode risk : considerations.path("ethicalConsiderations").values()) {
        String name = Gathering.scalar(risk.path("name"));
        String strategy = Gathering.scalar(risk.path("mitigationStrategy"));
        found.text(
            NarrativeSection.ETHICAL_CONSIDERATIONS,
            name.isEmpty() || strategy.isEmpty() ? name + strategy : name + ": " + strategy);
      }
    }
    if (considerations.has("environmentalConsiderations")) {
      found.leftOut("its table of energy consumption");
    }
  }

  private void unlessOurs(NarrativeSection section, JsonNode node) {
    if (!found.has(section)) {
      found.texts(section, node);
    }
  }
}

package dev.assay.modelcard;

import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Fills model cards from audits. Numbers come from the evaluation, judgements from the findings;
/// what only people can write is named as missing, never made up.
public final class ModelCards {

  private static final int LONGEST_NAME = 120;

  private ModelCards() {}

  /// The card of an audited model.
  public static ModelCard of(Dossier dossier) {
    CardSections sections = new CardSections(dossier);
    String name = name(dossier.run().evaluation().provenance().modelName());
    return new ModelCard(name, CardMetadata.of(dossier, name), sections.all(), sections.missing());
  }

  /// The card as Markdown with a YAML header, as Hugging Face reads it.
  public static String markdown(ModelCard card) {
    StringBuilder text = new StringBuilder("---\n");
    text.append(yaml(card)).append("---\n\n# ").append(MarkdownText.of(card.name())).append("\n\n");
    for (ModelCard.Section section : card.sections()) {
      text.append("## ").append(section.heading()).append("\n\n");
      text.append(section.body()).append("\n\n");
    }
    if (!card.missing().isEmpty()) {
      text.append("## Still to be written by people\n\n");
      card.missing().forEach(m -> text.append("- ").append(MarkdownText.of(m)).append('\n'));
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String yaml(ModelCard card) {
    Map<String, Object> ordered = new LinkedHashMap<>(card.metadata());
    return YAMLMapper.builder()
        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
        .disable(YAMLWriteFeature.SPLIT_LINES)
        .build()
        .writeValueAsString(ordered);
  }

  private static String name(String fileName) {
    return Visible.of(fileName.replaceFirst("\\.onnx$", ""), LONGEST_NAME);
  }
}

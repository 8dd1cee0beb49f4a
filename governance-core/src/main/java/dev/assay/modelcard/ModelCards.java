package dev.assay.modelcard;

import dev.assay.audit.Dossier;
import dev.assay.audit.SignOff;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Fills model cards from audits. Numbers come from the evaluation, judgements from the findings;
/// what only people can write is named as missing, never made up.
public final class ModelCards {

  private static final int LONGEST_NAME = 120;

  /// How the line begins that says who wrote a card.
  public static final String SIGNATURE = "Numbers are filled in from the audit";

  private ModelCards() {}

  /// The card of an audited model on which nobody wrote anything.
  public static ModelCard of(Dossier dossier) {
    return of(dossier, Narrative.EMPTY);
  }

  /// The card of an audited model.
  ///
  /// @param narrative what people wrote
  public static ModelCard of(Dossier dossier, Narrative narrative) {
    String name = name(dossier.run().evaluation().provenance().modelName());
    Completeness completeness = Completeness.of(narrative, dossier.audit().purpose());
    return new ModelCard(
        name,
        CardMetadata.of(dossier, name, CardLicence.of(narrative)),
        sections(dossier, narrative),
        completeness.missing().stream().map(s -> s.heading() + ": " + s.brief()).toList(),
        completeness,
        signature(narrative));
  }

  private static List<ModelCard.Section> sections(Dossier dossier, Narrative narrative) {
    List<ModelCard.Section> sections = new ArrayList<>(new CardSections(dossier, narrative).all());
    SignOff signOff = dossier.signOff();
    if (signOff != null && !signOff.signatures().isEmpty()) {
      sections.add(new ModelCard.Section("Signatures", signatures(signOff)));
    }
    return sections;
  }

  /// Printed name, date and time, and meaning of each signature on the audit (21 CFR 11.50(b)).
  private static String signatures(SignOff signOff) {
    MarkdownTable table =
        new MarkdownTable("Printed name", "Meaning", "Date and time", "Key of the signer");
    for (SignOff.Signature one : signOff.signatures()) {
      String name = Visible.of(one.name(), LONGEST_NAME);
      table.row(
          name + " (" + one.person() + ")",
          one.meaning(),
          Rounded.minute(one.time())
              + (one.recordedBefore() == null
                  ? ""
                  : " (a clock was set back: something of "
                      + Rounded.minute(one.recordedBefore())
                      + " was recorded before)"),
          one.key() + (one.later() == null ? "" : ", " + one.later().words()));
    }
    return "The audit that this card is filled from is "
        + signOff.state()
        + ".\n\n"
        + table.toString().strip();
  }

  private static String signature(Narrative narrative) {
    List<Passage> passages = List.copyOf(narrative.passages().values());
    if (passages.isEmpty()) {
      return "";
    }
    String authors =
        passages.stream()
            .map(p -> Visible.of(p.author(), LONGEST_NAME))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    Instant last = passages.stream().map(Passage::written).max(Instant::compareTo).orElseThrow();
    return SIGNATURE
        + "; the rest was written by "
        + authors
        + ", last on "
        + Rounded.minute(last)
        + ".";
  }

  /// The card as Markdown with a YAML header, as Hugging Face reads it.
  public static String markdown(ModelCard card) {
    return "---\n" + yaml(card) + "---\n\n" + body(card);
  }

  /// The card as one HTML page: nothing in it runs or is loaded from elsewhere.
  public static String html(ModelCard card) {
    return CardPage.of(card.name(), CardMarkdown.html(body(card)));
  }

  private static String body(ModelCard card) {
    StringBuilder text = new StringBuilder("# ");
    text.append(MarkdownText.of(card.name())).append("\n\n");
    for (ModelCard.Section section : card.sections()) {
      text.append("## ").append(section.heading()).append("\n\n");
      text.append(section.body()).append("\n\n");
    }
    if (!card.missing().isEmpty()) {
      text.append("## Still to be written by people\n\n");
      card.missing().forEach(m -> text.append("- ").append(MarkdownText.of(m)).append('\n'));
      text.append('\n');
    }
    if (!card.signature().isEmpty()) {
      text.append(MarkdownText.of(card.signature())).append('\n');
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

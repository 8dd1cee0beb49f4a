package dev.assay.modelcard.exchange;

import dev.assay.modelcard.MarkdownParts;
import dev.assay.modelcard.ModelCards;
import dev.assay.modelcard.NarrativeSection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads `README.md` cards: the YAML header with `model-index`, and the sections by their headings,
/// ours and those of Hugging Face's template.
final class HuggingFaceReader {

  private static final String FENCE = "---";

  /// Headings of Hugging Face's template and of the cards that follow it.
  private static final Map<String, NarrativeSection> HEADINGS =
      Map.ofEntries(
          Map.entry("model details", NarrativeSection.DESCRIPTION),
          Map.entry("model description", NarrativeSection.DESCRIPTION),
          Map.entry("model summary", NarrativeSection.DESCRIPTION),
          Map.entry("overview", NarrativeSection.DESCRIPTION),
          Map.entry("uses", NarrativeSection.INTENDED_USE),
          Map.entry("direct use", NarrativeSection.INTENDED_USE),
          Map.entry("downstream use", NarrativeSection.INTENDED_USE),
          Map.entry("intended use", NarrativeSection.INTENDED_USE),
          Map.entry("intended uses", NarrativeSection.INTENDED_USE),
          Map.entry("intended uses & limitations", NarrativeSection.INTENDED_USE),
          Map.entry("out-of-scope use", NarrativeSection.OUT_OF_SCOPE),
          Map.entry("bias, risks, and limitations", NarrativeSection.LIMITATIONS),
          Map.entry("limitations and bias", NarrativeSection.LIMITATIONS),
          Map.entry("limitations", NarrativeSection.LIMITATIONS),
          Map.entry("recommendations", NarrativeSection.RECOMMENDATIONS),
          Map.entry("how to get started with the model", NarrativeSection.GETTING_STARTED),
          Map.entry("how to use", NarrativeSection.GETTING_STARTED),
          Map.entry("usage", NarrativeSection.GETTING_STARTED),
          Map.entry("training data", NarrativeSection.TRAINING_DATA),
          Map.entry("training details", NarrativeSection.TRAINING_DATA),
          Map.entry("training procedure", NarrativeSection.TRAINING_PROCEDURE),
          Map.entry("preprocessing", NarrativeSection.TRAINING_PROCEDURE),
          Map.entry("training hyperparameters", NarrativeSection.TRAINING_PROCEDURE),
          Map.entry("testing data", NarrativeSection.CHOICE_OF_DATA),
          Map.entry("evaluation data", NarrativeSection.CHOICE_OF_DATA),
          Map.entry("factors", NarrativeSection.RELEVANT_FACTORS),
          Map.entry("metrics", NarrativeSection.CHOICE_OF_METRICS),
          Map.entry("ethical considerations", NarrativeSection.ETHICAL_CONSIDERATIONS),
          Map.entry("environmental impact", NarrativeSection.ENVIRONMENT),
          Map.entry("citation", NarrativeSection.CITATION),
          Map.entry("bibtex", NarrativeSection.CITATION),
          Map.entry("license", NarrativeSection.LICENCE),
          Map.entry("model card contact", NarrativeSection.CONTACT),
          Map.entry("contact", NarrativeSection.CONTACT));

  private final Gathering found = new Gathering();
  private String licence = "";

  private HuggingFaceReader() {}

  static SuppliedCard read(String text, String fileName, byte[] bytes) {
    HuggingFaceReader reader = new HuggingFaceReader();
    String unified = text.replace("\r\n", "\n");
    String body = unified;
    boolean ours = false;
    if (unified.startsWith(FENCE + "\n")) {
      int end = unified.indexOf("\n" + FENCE, FENCE.length());
      int until = end < 0 ? unified.length() : end + 1;
      JsonNode header = CardYaml.read(unified.substring(FENCE.length() + 1, until), fileName);
      body = end < 0 ? "" : unified.substring(end + 1 + FENCE.length());
      reader.header(header);
      ours =
          header.path("tags").values().stream()
              .anyMatch(t -> Gathering.scalar(t).equals("assay-audit"));
    }
    reader.sections(ours ? unsigned(body) : body, ours);
    reader.licence();
    return reader.found.card(ModelCardFormat.HUGGING_FACE, fileName, bytes);
  }

  /// Without the line at the end of our own cards that says who wrote them.
  private static String unsigned(String body) {
    int at = body.lastIndexOf("\n\n" + ModelCards.SIGNATURE);
    return at < 0 || body.indexOf("\n\n", at + 2) >= 0 ? body : body.substring(0, at);
  }

  private void header(JsonNode header) {
    JsonNode index = header.path("model-index");
    for (JsonNode model : index.values()) {
      found.name(Gathering.scalar(model.path("name")));
      model.path("results").values().forEach(this::result);
    }
    if (index.values().size() > 1) {
      found.leftOut("which of its " + index.values().size() + " models each number belongs to");
    }
    licence = Gathering.scalar(header.path("license"));
    String base = Gathering.scalar(header.path("base_model"));
    if (!base.isEmpty()) {
      found.text(NarrativeSection.VERSION, "Fine-tuned from " + base + ".");
    }
  }

  /// What the header names, where no section says more.
  private void licence() {
    if (!found.has(NarrativeSection.LICENCE)
        && !licence.equals("unknown")
        && !licence.equals("other")) {
      found.text(NarrativeSection.LICENCE, licence);
    }
  }

  private void result(JsonNode result) {
    String dataset = Gathering.scalar(result.path("dataset").path("name"));
    String slice = slice(result.path("dataset").path("args").path("slice"));
    for (JsonNode metric : result.path("metrics").values()) {
      String value = Gathering.scalar(metric.path("value"));
      String name = Gathering.scalar(metric.path("type"));
      if (value.isEmpty() || name.isEmpty()) {
        found.leftOut("a result without a metric or a value");
        continue;
      }
      JsonNode arguments = metric.path("args");
      found.number(
          new DeclaredNumber(
              name,
              value,
              slice,
              dataset,
              Gathering.scalar(arguments.path("lower")),
              Gathering.scalar(arguments.path("upper"))));
    }
  }

  private static String slice(JsonNode conditions) {
    return conditions.isEmpty()
        ? CardSource.OVERALL
        : conditions.properties().stream()
            .map(
                e ->
                    e.getKey()
                        + " = "
                        + (e.getValue().isNull() ? "(missing)" : Gathering.scalar(e.getValue())))
            .collect(Collectors.joining(", "));
  }

  /// Our own cards are told by their tag: what stands there below the heading of a chapter was
  /// filled in by Assay, and is no supplier's text.
  private void sections(String body, boolean ours) {
    Map<String, NarrativeSection> known = new HashMap<>(ours ? Map.of() : HEADINGS);
    Arrays.stream(NarrativeSection.values())
        .forEach(s -> known.put(s.heading().toLowerCase(Locale.ROOT), s));
    NarrativeSection current = null;
    int level = 0;
    for (MarkdownParts.Part part : MarkdownParts.of(body)) {
      String heading = part.heading().toLowerCase(Locale.ROOT).replaceAll("\\s*\\[optional\\]", "");
      NarrativeSection section = known.get(heading);
      boolean title = part.level() <= 1 && section == null;
      if (section != null) {
        current = section;
        level = part.level();
        found.text(section, part.body());
      } else if (title) {
        title(part, ours);
        current = null;
      } else if (current != null && part.level() > level) {
        found.text(current, "#".repeat(part.level()) + " " + part.heading() + "\n\n" + part.body());
      } else {
        current = null;
        leaveOut(part, ours);
      }
    }
  }

  private void title(MarkdownParts.Part part, boolean ours) {
    if (part.level() == 1) {
      found.name(part.heading());
    }
    if (!ours) {
      found.text(NarrativeSection.DESCRIPTION, part.body());
    }
  }

  private void leaveOut(MarkdownParts.Part part, boolean ours) {
    if (!ours && !part.body().isEmpty()) {
      found.leftOut("'" + CardSource.visible(part.heading()) + "'");
    }
  }
}

package dev.assay.modelcard.exchange;

import dev.assay.common.Json;
import dev.assay.evaluation.MetricRow;
import dev.assay.modelcard.CardLicence;
import dev.assay.modelcard.NarrativeSection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes cards in the schema of Google's Model Card Toolkit, version 0.0.2. Numbers are texts
/// there; `type` is the metric's id, `slice` the group, and the evaluation is the first reference.
final class GoogleCard {

  static final String VERSION = "0.0.2";
  static final String TRAINING = "Training data";

  private final CardSource source;

  private GoogleCard(CardSource source) {
    this.source = source;
  }

  static byte[] write(CardSource source) {
    GoogleCard card = new GoogleCard(source);
    Map<String, Object> all =
        new Fields()
            .with("schema_version", VERSION)
            .with("model_details", card.details())
            .with("model_parameters", card.parameters())
            .with(
                "quantitative_analysis",
                new Fields()
                    .with(
                        "performance_metrics",
                        source.numbers().stream().map(GoogleCard::number).toList())
                    .map())
            .with("considerations", card.considerations())
            .map();
    return Json.pretty(all).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> details() {
    Map<String, Object> owner =
        new Fields()
            .with("name", source.line(NarrativeSection.DEVELOPERS))
            .with("contact", source.line(NarrativeSection.CONTACT))
            .map();
    return new Fields()
        .with("name", source.name())
        .with("overview", source.text(NarrativeSection.DESCRIPTION))
        .with("documentation", source.text(NarrativeSection.GETTING_STARTED))
        .with("owners", owner.isEmpty() ? List.of() : List.of(owner))
        .with("version", new Fields().with("name", source.line(NarrativeSection.VERSION)).map())
        .with("licenses", licence().map(List::of))
        .with("references", List.of(Map.of("reference", source.evaluationUrn())))
        .with(
            "citations",
            source.text(NarrativeSection.CITATION).map(c -> List.of(Map.of("citation", c))))
        .map();
  }

  private Optional<Map<String, String>> licence() {
    Optional<String> known = CardLicence.spdx(source.narrative());
    return known.isPresent()
        ? known.map(id -> Map.of("identifier", id))
        : source.text(NarrativeSection.LICENCE).map(t -> Map.of("custom_text", t));
  }

  private Map<String, Object> parameters() {
    Map<String, Object> evaluated =
        new Fields()
            .with("name", source.datasetName())
            .with("description", source.datasetDescription())
            .with("sensitive", new Fields().with("sensitive_data", source.sensitive()).map())
            .map();
    String trained =
        String.join(
            "\n\n",
            Fields.shared(
                source, NarrativeSection.TRAINING_DATA, NarrativeSection.TRAINING_PROCEDURE));
    return new Fields()
        .with("model_architecture", source.architecture())
        .with(
            "data",
            trained.isEmpty()
                ? List.of(evaluated)
                : List.of(
                    evaluated,
                    new Fields().with("name", TRAINING).with("description", trained).map()))
        .with("input_format", String.join("; ", source.inputs()))
        .with("output_format", String.join("; ", source.outputs()))
        .map();
  }

  private static Map<String, Object> number(MetricRow row) {
    Fields fields =
        new Fields()
            .with("type", row.metric())
            .with("value", CardSource.value(row))
            .with("slice", CardSource.slice(row));
    return fields
        .with(
            "confidence_interval",
            CardSource.interval(row)
                .map(
                    i ->
                        Map.of(
                            "lower_bound", Double.toString(i.lower()),
                            "upper_bound", Double.toString(i.upper()))))
        .map();
  }

  private Map<String, Object> considerations() {
    List<Map<String, Object>> risks =
        List.of(NarrativeSection.ETHICAL_CONSIDERATIONS, NarrativeSection.ENVIRONMENT).stream()
            .filter(s -> source.text(s).isPresent())
            .map(
                s ->
                    new Fields()
                        .with("name", s.heading())
                        .with("mitigation_strategy", source.text(s))
                        .map())
            .toList();
    return new Fields()
        .with("users", described(NarrativeSection.USERS))
        .with("use_cases", described(NarrativeSection.INTENDED_USE, NarrativeSection.OUT_OF_SCOPE))
        .with(
            "limitations",
            described(
                NarrativeSection.LIMITATIONS,
                NarrativeSection.RELEVANT_FACTORS,
                NarrativeSection.RECOMMENDATIONS))
        .with("tradeoffs", described(NarrativeSection.CHOICE_OF_METRICS))
        .with("ethical_considerations", risks)
        .map();
  }

  private List<Map<String, String>> described(NarrativeSection... sections) {
    return Fields.shared(source, sections).stream().map(t -> Map.of("description", t)).toList();
  }
}

package dev.assay.modelcard.exchange;

import dev.assay.modelcard.NarrativeSection;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads cards of Google's Model Card Toolkit, 0.0.1 and 0.0.2.
final class GoogleReader {

  private final Gathering found = new Gathering();

  private GoogleReader() {}

  static SuppliedCard read(JsonNode card, String fileName, byte[] bytes) {
    GoogleReader reader = new GoogleReader();
    reader.details(card.path("model_details"));
    reader.data(card.path("model_parameters").path("data"));
    JsonNode analysis = card.path("quantitative_analysis");
    analysis.path("performance_metrics").values().forEach(reader::number);
    reader.considerations(card.path("considerations"));
    if (analysis.has("graphics")) {
      reader.found.leftOut("its pictures");
    }
    return reader.found.card(ModelCardFormat.GOOGLE, fileName, bytes);
  }

  private void details(JsonNode details) {
    found.name(Gathering.scalar(details.path("name")));
    found.text(NarrativeSection.DESCRIPTION, Gathering.scalar(details.path("overview")));
    found.text(NarrativeSection.GETTING_STARTED, Gathering.scalar(details.path("documentation")));
    for (JsonNode owner : details.path("owners").values()) {
      found.text(NarrativeSection.DEVELOPERS, Gathering.scalar(owner.path("name")));
      found.text(NarrativeSection.CONTACT, Gathering.scalar(owner.path("contact")));
    }
    JsonNode version = details.path("version");
    for (String part : new String[] {"name", "date", "diff"}) {
      found.text(NarrativeSection.VERSION, Gathering.scalar(version.path(part)));
    }
    for (JsonNode licence : details.path("licenses").values()) {
      found.text(NarrativeSection.LICENCE, Gathering.scalar(licence.path("identifier")));
      found.text(NarrativeSection.LICENCE, Gathering.scalar(licence.path("custom_text")));
    }
    details
        .path("references")
        .values()
        .forEach(r -> reference(Gathering.scalar(r.path("reference"))));
    details
        .path("citations")
        .values()
        .forEach(c -> found.text(NarrativeSection.CITATION, Gathering.scalar(c.path("citation"))));
  }

  /// Our own references name an evaluation, which nobody can read elsewhere.
  private void reference(String reference) {
    if (!reference.startsWith("urn:assay:")) {
      found.text(NarrativeSection.CITATION, reference);
    }
  }

  private void data(JsonNode data) {
    for (JsonNode set : data.values()) {
      String name = Gathering.scalar(set.path("name"));
      String description = Gathering.scalar(set.path("description"));
      if (name.equals(GoogleCard.TRAINING)) {
        parted(description);
      } else {
        found.text(
            NarrativeSection.CHOICE_OF_DATA,
            name.isEmpty() || description.isEmpty()
                ? name + description
                : name + ": " + description);
      }
    }
  }

  /// What we wrote into the one field of the training data.
  private void parted(String description) {
    String mark = "\n\n" + NarrativeSection.TRAINING_PROCEDURE.heading() + ": ";
    int at = description.indexOf(mark);
    if (at < 0) {
      found.shared(NarrativeSection.TRAINING_DATA, description);
    } else {
      found.text(NarrativeSection.TRAINING_DATA, description.substring(0, at));
      found.text(NarrativeSection.TRAINING_PROCEDURE, description.substring(at + mark.length()));
    }
  }

  private void number(JsonNode metric) {
    String slice = Gathering.scalar(metric.path("slice"));
    JsonNode interval = metric.path("confidence_interval");
    String value = Gathering.scalar(metric.path("value"));
    if (value.isEmpty()) {
      found.leftOut("a metric without a value");
      return;
    }
    found.number(
        new DeclaredNumber(
            Gathering.scalar(metric.path("type")),
            value,
            slice.isEmpty() ? CardSource.OVERALL : slice,
            "",
            Gathering.scalar(interval.path("lower_bound")),
            Gathering.scalar(interval.path("upper_bound"))));
  }

  private void considerations(JsonNode considerations) {
    described(considerations.path("users"), NarrativeSection.USERS);
    described(considerations.path("use_cases"), NarrativeSection.INTENDED_USE);
    described(considerations.path("limitations"), NarrativeSection.LIMITATIONS);
    described(considerations.path("tradeoffs"), NarrativeSection.CHOICE_OF_METRICS);
    for (JsonNode risk : considerations.path("ethical_considerations").values()) {
      String name = Gathering.scalar(risk.path("name"));
      String strategy = Gathering.scalar(risk.path("mitigation_strategy"));
      Optional<NarrativeSection> ours =
          Optional.of(NarrativeSection.ENVIRONMENT).filter(s -> s.heading().equals(name));
      boolean heading = name.equals(NarrativeSection.ETHICAL_CONSIDERATIONS.heading());
      found.text(
          ours.orElse(NarrativeSection.ETHICAL_CONSIDERATIONS),
          name.isEmpty() || heading || ours.isPresent()
              ? strategy
              : strategy.isEmpty() ? name : name + ": " + strategy);
    }
  }

  private void described(JsonNode list, NarrativeSection section) {
    list.values()
        .forEach(
            n ->
                found.shared(
                    section,
                    n.isString() ? n.asString() : Gathering.scalar(n.path("description"))));
  }
}

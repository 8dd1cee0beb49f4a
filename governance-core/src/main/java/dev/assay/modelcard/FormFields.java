package dev.assay.modelcard;

import dev.assay.audit.Dossier;
import dev.assay.dataset.ColumnRole;
import dev.assay.modelcard.FieldCoverage.Form;
import java.util.List;
import java.util.function.Function;

/// A field of a published form of model cards, and what fills it.
///
/// @param form it belongs to
/// @param name as the form calls it
/// @param filler what fills it
record FormFields(Form form, String name, Filler filler) {

  private static final String MODEL = "the model file";
  private static final String EVALUATION = "the evaluation";

  /// What fills a field.
  sealed interface Filler {}

  /// People.
  record FromPeople(NarrativeSection section) implements Filler {}

  /// The audit.
  ///
  /// @param from where it comes from
  /// @param missing why it is missing, "" where it is not
  record FromAudit(String from, Function<Dossier, String> missing) implements Filler {}

  /// The fields of both forms.
  static List<FormFields> all() {
    return List.of(
        google("model_details.name", audit(MODEL)),
        google("model_details.overview", NarrativeSection.DESCRIPTION),
        google("model_details.documentation", NarrativeSection.GETTING_STARTED),
        google("model_details.owners.name", NarrativeSection.DEVELOPERS),
        google("model_details.owners.contact", NarrativeSection.CONTACT),
        google("model_details.version", NarrativeSection.VERSION),
        google("model_details.licenses", NarrativeSection.LICENCE),
        google("model_details.references", audit("the digest of the evaluation")),
        google("model_details.citations", NarrativeSection.CITATION),
        google("model_parameters.model_architecture", ofModel()),
        google("model_parameters.data (evaluation)", audit("the dataset")),
        google("model_parameters.data (training)", NarrativeSection.TRAINING_DATA),
        google("model_parameters.data.sensitive", ofSensitive()),
        google("model_parameters.input_format", ofModel()),
        google("model_parameters.output_format", ofModel()),
        google("quantitative_analysis.performance_metrics", ofNumbers()),
        google("quantitative_analysis.performance_metrics.slice", ofGroups()),
        google("quantitative_analysis.performance_metrics.confidence_interval", audit(EVALUATION)),
        google("quantitative_analysis.graphics", ofPictures()),
        google("considerations.users", NarrativeSection.USERS),
        google("considerations.use_cases", NarrativeSection.INTENDED_USE),
        google("considerations.limitations", NarrativeSection.LIMITATIONS),
        google("considerations.tradeoffs", NarrativeSection.CHOICE_OF_METRICS),
        google("considerations.ethical_considerations", NarrativeSection.ETHICAL_CONSIDERATIONS),
        hugging("license", NarrativeSection.LICENCE),
        hugging("library_name", audit(MODEL)),
        hugging("pipeline_tag", audit("the task")),
        hugging("tags", audit("the task")),
        hugging("datasets", audit("the dataset")),
        hugging("metrics", ofNumbers()),
        hugging("model-index", ofNumbers()),
        hugging("Model description", NarrativeSection.DESCRIPTION),
        hugging("Developed by, funded by, shared by", NarrativeSection.DEVELOPERS),
        hugging("Model sources", NarrativeSection.CITATION),
        hugging("Direct use", NarrativeSection.INTENDED_USE),
        hugging("Out-of-scope use", NarrativeSection.OUT_OF_SCOPE),
        hugging("Bias, risks, and limitations", NarrativeSection.LIMITATIONS),
        hugging("Recommendations", NarrativeSection.RECOMMENDATIONS),
        hugging("How to get started", NarrativeSection.GETTING_STARTED),
        hugging("Training data", NarrativeSection.TRAINING_DATA),
        hugging("Training procedure", NarrativeSection.TRAINING_PROCEDURE),
        hugging("Testing data", audit("the dataset")),
        hugging("Factors", ofGroups()),
        hugging("Metrics, why these", NarrativeSection.CHOICE_OF_METRICS),
        hugging("Results", ofNumbers()),
        hugging("Environmental impact", NarrativeSection.ENVIRONMENT),
        hugging("Model card contact", NarrativeSection.CONTACT));
  }

  private static FormFields google(String name, Filler filler) {
    return new FormFields(Form.GOOGLE, name, filler);
  }

  private static FormFields google(String name, NarrativeSection section) {
    return google(name, new FromPeople(section));
  }

  private static FormFields hugging(String name, Filler filler) {
    return new FormFields(Form.HUGGING_FACE, name, filler);
  }

  private static FormFields hugging(String name, NarrativeSection section) {
    return hugging(name, new FromPeople(section));
  }

  private static Filler audit(String from) {
    return new FromAudit(from, dossier -> "");
  }

  private static Filler ofModel() {
    return new FromAudit(
        MODEL,
        dossier ->
            dossier.run().model() == null
                ? "stored scores were evaluated, no model file was read"
                : "");
  }

  private static Filler ofSensitive() {
    return new FromAudit(
        "the roles of the columns",
        dossier ->
            dossier.run().data().spec().withRole(ColumnRole.SENSITIVE).isEmpty()
                ? "no column was named or recognised as sensitive"
                : "");
  }

  private static Filler ofNumbers() {
    return new FromAudit(
        EVALUATION,
        dossier ->
            CardNumbers.headline(dossier.run().evaluation()).isEmpty()
                ? "no number of the evaluation is defined"
                : "");
  }

  private static Filler ofGroups() {
    return new FromAudit(
        EVALUATION,
        dossier ->
            CardNumbers.byGroup(dossier.run().evaluation()).isEmpty()
                ? "groups were not compared: no column was named or recognised as sensitive"
                : "");
  }

  private static Filler ofPictures() {
    return new FromAudit("", dossier -> "charts stand in the report, the card holds numbers");
  }
}

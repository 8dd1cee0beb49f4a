package dev.assay.modelcard;

import dev.assay.audit.Dossier;
import java.util.ArrayList;
import java.util.List;

/// Which fields of the published forms of model cards are filled, from what, and why the others are
/// not. The forms: Google's Model Card Toolkit 0.0.2, and Hugging Face's template with its
/// metadata.
///
/// @param fields of both forms, in their order
public record FieldCoverage(List<Field> fields) {

  /// A published form of cards.
  public enum Form {
    /// Google's Model Card Toolkit.
    GOOGLE("Google Model Card Toolkit"),
    /// Hugging Face's template and metadata.
    HUGGING_FACE("Hugging Face");

    private final String title;

    Form(String title) {
      this.title = title;
    }

    /// Name for people.
    public String title() {
      return title;
    }
  }

  /// A field of a form.
  ///
  /// @param form it belongs to
  /// @param name as the form calls it
  /// @param filled whether something stands there
  /// @param why where it comes from, or why it is missing, in a few words
  public record Field(Form form, String name, boolean filled, String why) {}

  /// The fields of a card.
  ///
  /// @param narrative what people wrote
  public static FieldCoverage of(Dossier dossier, Narrative narrative) {
    List<Field> fields = new ArrayList<>();
    for (FormFields field : FormFields.all()) {
      fields.add(
          switch (field.filler()) {
            case FormFields.FromPeople people ->
                written(field, people.section(), dossier, narrative);
            case FormFields.FromAudit audit -> {
              String missing = audit.missing().apply(dossier);
              yield new Field(
                  field.form(),
                  field.name(),
                  missing.isEmpty(),
                  missing.isEmpty() ? audit.from() : missing);
            }
          });
    }
    return new FieldCoverage(List.copyOf(fields));
  }

  private static Field written(
      FormFields field, NarrativeSection section, Dossier dossier, Narrative narrative) {
    boolean filled = Completeness.isWritten(section, narrative, dossier.audit().purpose());
    String why =
        narrative.has(section)
            ? "written under '" + section.heading() + "'"
            : filled
                ? "the purpose given with the audit"
                : "nobody wrote '" + section.heading() + "'";
    return new Field(field.form(), field.name(), filled, why);
  }

  /// Fields of one form.
  public List<Field> of(Form form) {
    return fields.stream().filter(f -> f.form() == form).toList();
  }

  /// "Google Model Card Toolkit: 12 of 22 fields are filled."
  public String words(Form form) {
    List<Field> all = of(form);
    long filled = all.stream().filter(Field::filled).count();
    return form.title() + ": " + filled + " of " + all.size() + " fields are filled.";
  }

  /// Both tables as Markdown, what is missing first.
  public String markdown() {
    StringBuilder text = new StringBuilder();
    for (Form form : Form.values()) {
      text.append("### ").append(form.title()).append("\n\n");
      text.append(MarkdownText.of(words(form))).append("\n\n");
      MarkdownTable table = new MarkdownTable("Field", "From, or why it is missing");
      of(form).stream().filter(f -> !f.filled()).forEach(f -> row(table, f));
      of(form).stream().filter(Field::filled).forEach(f -> row(table, f));
      text.append(table).append('\n');
    }
    return text.toString();
  }

  private static void row(MarkdownTable table, Field field) {
    String[] parts = field.name().replace('_', ' ').split("\\.");
    String name =
        String.join(", ", List.of(parts).subList(Math.min(1, parts.length - 1), parts.length));
    table.row((field.filled() ? "✓ " : "✗ missing: ") + name, field.why());
  }
}

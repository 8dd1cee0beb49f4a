package dev.assay.modelcard;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetProfile;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the data itself says for its datasheet, as Markdown.
final class DatasheetFacts {

  private static final int COLUMNS = 200;
  private static final int GROUPS = 10;
  private static final int WARNINGS = 20;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_SENTENCE = 400;

  private final ImportReport data;

  DatasheetFacts(ImportReport data) {
    this.data = data;
  }

  /// The facts of a part; "" where the data says nothing.
  String of(DatasheetTopic.Part part) {
    return switch (part) {
      case COMPOSITION -> composition();
      case PREPROCESSING ->
          "Assay read the file as "
              + MarkdownText.of(Visible.of(data.format(), LONGEST_SENTENCE))
              + " and changed nothing in it.";
      case USES -> uses();
      case MOTIVATION, COLLECTION, DISTRIBUTION, MAINTENANCE -> "";
    };
  }

  private String uses() {
    Task task = data.spec().task();
    return task == null
        ? ""
        : "Described for the task: " + task.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
  }

  private String composition() {
    DatasetProfile profile = data.profile();
    MarkdownTable facts = new MarkdownTable("What", "Value");
    facts.row("File", name(data.fileName()));
    facts.row("SHA-256", data.digest().sha256());
    facts.row("Rows", Rounded.count(profile.rows()));
    facts.row("Columns", Rounded.count(profile.columns().size()));
    facts.row("Rows equal to an earlier one", Rounded.count(profile.duplicateRows()));
    LabelSpec label = data.spec().label();
    facts.row("Label", label == null ? "none named" : name(label.column()));
    String sensitive =
        data.spec().withRole(ColumnRole.SENSITIVE).stream()
            .map(c -> name(c.name()))
            .collect(Collectors.joining(", "));
    facts.row("Sensitive columns", sensitive.isEmpty() ? "none named or recognised" : sensitive);
    return facts + "\n" + columns(profile) + shares(profile) + warnings();
  }

  private String columns(DatasetProfile profile) {
    MarkdownTable table = new MarkdownTable("Column", "Type", "Used as", ">Missing", ">Distinct");
    profile.columns().stream()
        .limit(COLUMNS)
        .forEach(
            c ->
                table.row(
                    name(c.name()),
                    word(c.type()),
                    data.spec().column(c.name()).map(s -> word(s.role())).orElse("–"),
                    Rounded.count(c.missing()),
                    Rounded.count(c.distinct())));
    int more = profile.columns().size() - COLUMNS;
    return table + (more > 0 ? "\n" + more + " more columns.\n" : "");
  }

  /// Shares of the label's values and of the groups of people.
  private String shares(DatasetProfile profile) {
    LabelSpec label = data.spec().label();
    MarkdownTable table = new MarkdownTable("Column", "Value", ">Rows", ">Share");
    boolean any = false;
    for (DatasetProfile.ColumnProfile column : profile.columns()) {
      boolean sensitive =
          data.spec()
              .column(column.name())
              .map(ColumnSpec::role)
              .equals(Optional.of(ColumnRole.SENSITIVE));
      boolean labelled = label != null && label.column().equals(column.name());
      boolean grouped = column.distinct() <= GROUPS;
      if ((sensitive || labelled) && grouped && profile.rows() > 0) {
        any = true;
        for (DatasetProfile.TopValue value : column.top()) {
          table.row(
              name(column.name()),
              value.value().isEmpty() ? "(empty)" : name(value.value()),
              Rounded.count(value.count()),
              Rounded.percent((double) value.count() / profile.rows()));
        }
      }
    }
    return any ? "\n" + table : "";
  }

  private String warnings() {
    List<String> lines =
        data.warnings().stream()
            .limit(WARNINGS)
            .map(w -> "- " + MarkdownText.of(Visible.of(w.sentence(), LONGEST_SENTENCE)))
            .toList();
    return lines.isEmpty() ? "" : "\nFound on reading:\n\n" + String.join("\n", lines) + "\n";
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String name(String text) {
    return Visible.of(text, LONGEST_NAME);
  }
}

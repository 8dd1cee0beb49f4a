package dev.assay.dataset.guess;

import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Guesses what every column is for.
///
/// @param spec the guess
/// @param warnings what is unsure about it
public record RoleGuess(DatasetSpec spec, List<Warning> warnings) {

  /// The guess for columns in file order.
  public static RoleGuess of(String name, List<Evidence> columns) {
    List<Warning> warnings = new ArrayList<>();
    LabelGuess label = LabelGuess.among(columns);
    warnings.addAll(label.warnings());
    List<ColumnSpec> specs = new ArrayList<>();
    boolean hasTime = false;
    for (Evidence column : columns) {
      ColumnSpec spec = spec(column, label, hasTime);
      hasTime |= spec.role() == ColumnRole.TIMESTAMP;
      specs.add(spec);
    }
    @Nullable LabelSpec labelSpec = label.spec();
    @Nullable Task task = label.task();
    return new RoleGuess(new DatasetSpec(name, name, task, labelSpec, specs), warnings);
  }

  private static ColumnSpec spec(Evidence column, LabelGuess label, boolean hasTime) {
    LabelSpec chosen = label.spec();
    Role role =
        chosen != null && chosen.column().equals(column.name())
            ? new Role(ColumnRole.LABEL, label.reason())
            : role(column, hasTime);
    boolean isPath = role.role() == ColumnRole.IMAGE;
    return new ColumnSpec(
        column.name(),
        isPath ? ColumnType.PATH : column.type(),
        role.role(),
        role.role() == ColumnRole.SENSITIVE,
        null,
        role.reason());
  }

  private record Role(ColumnRole role, String reason) {}

  private static Role role(Evidence column, boolean hasTime) {
    Words words = Words.of(column.name());
    if (column.distinct() == 0) {
      return new Role(ColumnRole.UNUSED, "no row has a value");
    }
    Role service = service(column, words);
    if (service != null) {
      return service;
    }
    if (column.isTime()) {
      return hasTime
          ? new Role(ColumnRole.UNUSED, "a further column of dates")
          : new Role(ColumnRole.TIMESTAMP, "the first column of dates or times");
    }
    Optional<String> sensitive = SensitiveWords.in(words);
    if (sensitive.isPresent()
        && !(column.isText() && column.isNearlyUnique(0.5) && column.rows() > 20)) {
      return new Role(
          ColumnRole.SENSITIVE,
          "the name says '" + sensitive.get().replace('_', ' ') + "'; a model may read it as well");
    }
    Role text = text(column, words);
    if (text != null) {
      return text;
    }
    return new Role(
        ColumnRole.FEATURE,
        column.distinct() == 1
            ? "nothing suggests another role; every row has the same value"
            : "nothing suggests another role");
  }

  private static @Nullable Role service(Evidence column, Words words) {
    if (RoleWords.isId(words, column)) {
      return new Role(
          ColumnRole.ID,
          "the name says identifier; "
              + (column.distinct() == column.rows()
                  ? "every row has its own value"
                  : column.distinct() + " different values in " + column.rows() + " rows"));
    }
    if (RoleWords.isImage(words, column)) {
      return new Role(ColumnRole.IMAGE, "the name or the values say paths of images");
    }
    if (RoleWords.isWeight(words, column)) {
      return new Role(ColumnRole.WEIGHT, "the name says weight; positive numbers");
    }
    if (RoleWords.isPrediction(words)) {
      return new Role(ColumnRole.PREDICTION, "the name says prediction");
    }
    return RoleWords.isScore(words, column)
        ? new Role(ColumnRole.SCORE, "the name says score; numbers from 0 to 1")
        : null;
  }

  private static @Nullable Role text(Evidence column, Words words) {
    if (column.type() != ColumnType.STRING) {
      return null;
    }
    if (RoleWords.isText(words) || column.meanLength() >= RoleWords.SENTENCE_LENGTH) {
      return new Role(
          ColumnRole.TEXT,
          String.format(Locale.ROOT, "free text, %.0f characters on average", column.meanLength()));
    }
    if (column.isNearlyUnique(1.0) && column.rows() > RoleWords.FEW_ROWS) {
      return new Role(ColumnRole.ID, "every row has its own value");
    }
    return new Role(
        ColumnRole.UNUSED,
        "names or free text: " + column.distinct() + " different values; say so if it is read");
  }

  /// The sentence that asks the user to look at the guess.
  static Warning unsure(String what, String remedy) {
    return new Warning("ROLES-UNSURE", Visible.of(what, 400), remedy);
  }
}

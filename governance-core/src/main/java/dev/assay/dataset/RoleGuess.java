package dev.assay.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Guesses what columns are for, from their names and values, and says why. A guess is shown and
/// can be changed; where two columns could be the label, or none, no label is guessed.
public final class RoleGuess {

  private static final String[] LABEL = {
    "label",
    "target",
    "y",
    "class",
    "outcome",
    "income",
    "default",
    "defaulted",
    "churn",
    "churned",
    "approved",
    "credit risk",
    "risk",
    "fraud",
    "is fraud",
    "survived",
    "two year recid",
    "recidivism",
    "hired",
    "promoted",
    "grade",
    "diagnosis",
    "response",
    "y true",
    "ground truth",
    "truth",
    "pass bar",
    "repaid",
    "loan status",
    "converted"
  };
  private static final String[] SENSITIVE = {
    "sex",
    "gender",
    "race",
    "ethnicity",
    "ethnic",
    "religion",
    "nationality",
    "disability",
    "disabled",
    "marital status",
    "marital",
    "sexual orientation",
    "native country",
    "country of birth",
    "pregnant",
    "veteran",
    "age group",
    "age band",
    "age cat",
    "caste",
    "skin tone",
    "mother tongue",
    "foreign worker",
    "personal status",
    "citizenship"
  };
  private static final String[] WEIGHT = {
    "weight", "sample weight", "weights", "fnlwgt", "survey weight"
  };
  private static final String[] ID = {
    "id", "row id", "uuid", "guid", "key", "index", "identifier", "case number"
  };
  private static final String[] SCORE = {
    "score", "probability", "proba", "prob", "y score", "y prob", "p positive", "model score"
  };
  private static final String[] PREDICTION = {
    "prediction", "predicted", "y pred", "decision", "predicted label"
  };
  private static final String[] IMAGE = {"image", "image path", "img", "photo", "picture"};
  private static final double LONG_TEXT = 25;

  private RoleGuess() {}

  /// The guessed description.
  ///
  /// @param name of the dataset: its file name without ending
  public static DatasetSpec of(String name, List<GuessedColumn> columns) {
    int label = label(columns);
    List<ColumnSpec> described = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      described.add(i == label ? labelColumn(columns.get(i)) : column(columns.get(i)));
    }
    @Nullable LabelSpec spec = label < 0 ? null : LabelGuess.of(columns.get(label));
    return new DatasetSpec(
        name,
        name,
        spec == null ? null : LabelGuess.task(columns.get(label)),
        spec,
        List.copyOf(described));
  }

  private static int label(List<GuessedColumn> columns) {
    for (String word : LABEL) {
      List<Integer> fitting = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        GuessedColumn column = columns.get(i);
        if (Words.is(column.name(), word) && column.distinct() >= 1 && !column.namesEveryRow()) {
          fitting.add(i);
        }
      }
      if (fitting.size() == 1) {
        return fitting.getFirst();
      }
    }
    return -1;
  }

  private static ColumnSpec labelColumn(GuessedColumn column) {
    return role(
        column, ColumnRole.LABEL, "its name is usual for a label, and it has " + values(column));
  }

  private static ColumnSpec column(GuessedColumn column) {
    String name = column.name();
    if (column.paths() || (Words.is(name, IMAGE) && !column.isNumeric())) {
      return role(column, ColumnRole.IMAGE, "its values are paths of images");
    }
    if (Words.has(name, SENSITIVE) && column.distinct() <= 1000) {
      return new ColumnSpec(
          name,
          column.type(),
          ColumnRole.SENSITIVE,
          true,
          null,
          "its name is usual for a sensitive attribute; models may read it too");
    }
    if (Words.is(name, "age") && column.isNumeric()) {
      return role(
          column,
          ColumnRole.FEATURE,
          "a number; age is often protected: make it sensitive to compare age groups");
    }
    if (Words.is(name, WEIGHT) && column.isNumeric()) {
      return role(column, ColumnRole.WEIGHT, "its name is usual for weights of rows");
    }
    boolean named = Words.is(name, ID) || name.toLowerCase(Locale.ROOT).endsWith("_id");
    if (named && column.distinct() * 2 > column.rows()) {
      return role(
          column,
          ColumnRole.ID,
          "its name is usual for an identifier, and most rows have their own value");
    }
    if (Words.is(name, SCORE) && column.type() == ColumnType.NUMBER) {
      return role(column, ColumnRole.SCORE, "its name is usual for a stored score");
    }
    if (Words.is(name, PREDICTION) && column.distinct() <= GuessedColumn.LISTED) {
      return role(column, ColumnRole.PREDICTION, "its name is usual for a stored decision");
    }
    return byType(column);
  }

  private static ColumnSpec byType(GuessedColumn column) {
    return switch (column.type()) {
      case DATE, DATETIME -> role(column, ColumnRole.TIMESTAMP, "its values are points in time");
      case STRING ->
          column.meanLength() >= LONG_TEXT
              ? role(column, ColumnRole.TEXT, "its values are long texts")
              : column.namesEveryRow()
                  ? role(column, ColumnRole.ID, "every row has its own value")
                  : role(column, ColumnRole.FEATURE, "a text");
      case PATH -> role(column, ColumnRole.IMAGE, "its values are paths");
      case INTEGER, NUMBER -> role(column, ColumnRole.FEATURE, "a number");
      case CATEGORY ->
          column.distinct() == 0
              ? role(column, ColumnRole.UNUSED, "it has no values")
              : role(column, ColumnRole.FEATURE, values(column));
    };
  }

  private static ColumnSpec role(GuessedColumn column, ColumnRole role, String reason) {
    return new ColumnSpec(column.name(), column.type(), role, false, null, reason);
  }

  private static String values(GuessedColumn column) {
    return column.distinct() == 1
        ? "one value"
        : String.format(Locale.ROOT, "%,d different values", column.distinct());
  }
}

package dev.assay.app.gui.dataset;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.TopValue;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.DescriptionRules;
import dev.assay.dataset.DescriptionRules.Problem;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the columns of a dataset are for, while somebody is thinking about it.
final class RolesModel {

  private static final String CHOSEN = "chosen by you";
  private static final int MOST_CLASSES = 20;

  private final Dataset dataset;
  private final Map<String, ColumnSpec> columns = new LinkedHashMap<>();
  private final Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
  private @Nullable String label;
  private @Nullable String positive;

  /// Starts from what is known or guessed now.
  RolesModel(Dataset dataset) {
    this.dataset = dataset;
    dataset.spec().columns().forEach(c -> columns.put(c.name(), c));
    dataset.profile().columns().forEach(p -> profiles.put(p.name(), p));
    LabelSpec known = dataset.spec().label();
    if (known != null) {
      label = known.column();
      positive = known.positive();
    }
  }

  /// Whether the import said that it is not sure about roles.
  static boolean isUnsure(Dataset dataset) {
    return dataset.warnings().stream().anyMatch(w -> w.code().equals("ROLES-UNSURE"));
  }

  /// Names of all columns in file order.
  List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /// A column as it stands now.
  ColumnSpec column(String name) {
    return Objects.requireNonNull(columns.get(name));
  }

  /// The label's column.
  @Nullable String label() {
    return label;
  }

  /// The positive class of a label with two classes.
  @Nullable String positive() {
    return positive;
  }

  /// Chooses the label; absent = there is none.
  void label(@Nullable String column) {
    if (Objects.equals(column, label)) {
      return;
    }
    if (label != null) {
      role(label, ColumnRole.FEATURE);
    }
    label = column;
    positive = null;
    LabelSpec known = dataset.spec().label();
    if (column != null) {
      role(column, ColumnRole.LABEL);
      positive = known != null && known.column().equals(column) ? known.positive() : null;
    }
  }

  /// Chooses the positive class.
  void positive(@Nullable String value) {
    positive = value;
  }

  /// The label's values, at most ten; empty for numbers and without a label.
  List<String> classes() {
    LabelSpec known = dataset.spec().label();
    if (known != null && known.column().equals(label)) {
      return known.classes();
    }
    return label == null || task() == Task.REGRESSION
        ? List.of()
        : profile(label).top().stream().map(TopValue::value).sorted().toList();
  }

  /// What is predicted; absent without a label.
  @Nullable Task task() {
    LabelSpec known = dataset.spec().label();
    if (label == null) {
      DatasetSpec spec = dataset.spec();
      return spec.labels() == null && spec.tags() == null ? null : spec.task();
    }
    if (known != null && known.column().equals(label)) {
      return dataset.spec().task();
    }
    ColumnProfile profile = profile(label);
    if (isNumber(column(label).type()) && profile.distinct() > MOST_CLASSES) {
      return Task.REGRESSION;
    }
    return profile.distinct() > 2 ? Task.MULTICLASS_CLASSIFICATION : Task.BINARY_CLASSIFICATION;
  }

  /// Whether groups of people are compared by the column.
  boolean isSensitive(String name) {
    return column(name).role() == ColumnRole.SENSITIVE;
  }

  /// Compares groups by the column, or not; whether models read it stays as it is.
  void sensitive(String name, boolean wanted) {
    if (isSensitive(name) == wanted || name.equals(label)) {
      return;
    }
    boolean read = isFeature(name);
    ColumnRole otherwise = read ? ColumnRole.FEATURE : ColumnRole.UNUSED;
    put(name, wanted ? ColumnRole.SENSITIVE : otherwise, wanted && read);
  }

  /// Whether models read the column.
  boolean isFeature(String name) {
    ColumnSpec spec = column(name);
    return switch (spec.role()) {
      case FEATURE, TEXT, IMAGE -> true;
      case SENSITIVE -> spec.alsoFeature();
      case LABEL, WEIGHT, ID, TIMESTAMP, SCORE, PREDICTION, UNUSED -> false;
    };
  }

  /// Has models read the column, or not.
  void feature(String name, boolean wanted) {
    if (isFeature(name) == wanted || name.equals(label)) {
      return;
    }
    if (isSensitive(name)) {
      put(name, ColumnRole.SENSITIVE, wanted);
      return;
    }
    ColumnRole before =
        dataset.spec().column(name).map(ColumnSpec::role).orElse(ColumnRole.FEATURE);
    ColumnRole asRead =
        before == ColumnRole.TEXT || before == ColumnRole.IMAGE ? before : ColumnRole.FEATURE;
    put(name, wanted ? asRead : ColumnRole.UNUSED, false);
  }

  /// The first column of a role that one column has.
  @Nullable String only(ColumnRole role) {
    return columns.values().stream()
        .filter(c -> c.role() == role)
        .map(ColumnSpec::name)
        .findFirst()
        .orElse(null);
  }

  /// Gives a role to one column alone; absent = to none.
  void only(ColumnRole role, @Nullable String name) {
    for (ColumnSpec spec : List.copyOf(columns.values())) {
      if (spec.role() == role && !spec.name().equals(name)) {
        role(spec.name(), ColumnRole.UNUSED);
      }
    }
    if (name != null && !name.equals(label) && column(name).role() != role) {
      role(name, role);
    }
  }

  private void role(String name, ColumnRole role) {
    put(name, role, false);
  }

  private void put(String name, ColumnRole role, boolean alsoFeature) {
    ColumnSpec now = column(name);
    ColumnSpec before = dataset.spec().column(name).orElse(now);
    boolean same = before.role() == role && before.alsoFeature() == alsoFeature;
    columns.put(
        name,
        same
            ? before
            : new ColumnSpec(name, now.type(), role, alsoFeature, now.referenceGroup(), CHOSEN));
  }

  /// The description as it stands.
  DatasetSpec spec() {
    DatasetSpec before = dataset.spec();
    LabelSpec known = before.label();
    LabelSpec chosen = null;
    if (label != null) {
      boolean same = known != null && known.column().equals(label);
      chosen =
          new LabelSpec(
              label,
              positive,
              same ? known.classes() : List.of(),
              same ? known.favourable() : null);
    }
    return new DatasetSpec(
        before.name(),
        before.title(),
        task(),
        chosen,
        List.copyOf(columns.values()),
        before.format(),
        chosen == null ? before.labels() : null,
        chosen == null ? before.tags() : null);
  }

  /// What is wrong or missing.
  List<Problem> problems() {
    return DescriptionRules.problems(spec(), dataset.profile());
  }

  /// Whether it can be used.
  boolean isUsable() {
    return problems().stream().noneMatch(Problem::blocking);
  }

  /// How sure the role is, in words.
  String confidence(String name) {
    String reason = column(name).reason();
    if (reason.equals("descriptor") || reason.equals(CHOSEN)) {
      return "said";
    }
    boolean doubted =
        dataset.warnings().stream()
            .anyMatch(
                w -> w.code().equals("ROLES-UNSURE") && w.sentence().contains("'" + name + "'"));
    if (doubted) {
      return "unsure";
    }
    return reason.startsWith("nothing suggests") ? "by default" : "likely";
  }

  /// A column with its type, its role's reason and how sure that is.
  String words(String name) {
    ColumnSpec spec = column(name);
    return DataWords.name(name)
        + "   ("
        + spec.type().name().toLowerCase(Locale.ROOT)
        + ", "
        + DataWords.count(profile(name).distinct(), "value")
        + ")   "
        + confidence(name)
        + (spec.reason().equals("descriptor")
            ? ""
            : ": " + spec.reason().replaceFirst("^label: ", ""));
  }

  /// Columns of numbers.
  List<String> numbers() {
    return names().stream().filter(n -> isNumber(column(n).type())).toList();
  }

  private ColumnProfile profile(String name) {
    return Objects.requireNonNull(profiles.get(name));
  }

  private static boolean isNumber(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.NUMBER;
  }
}

package dev.assay.app.gui.bias;

import dev.assay.common.Digest;
import dev.assay.regime.ll144.Category;
import dev.assay.regime.ll144.Form;
import dev.assay.regime.ll144.Race;
import dev.assay.regime.ll144.Sex;
import dev.assay.regime.ll144.Statement;
import dev.assay.regime.ll144.Statement.Counted;
import dev.assay.regime.ll144.Statement.Data;
import dev.assay.regime.ll144.Statement.Exclusion;
import dev.assay.regime.ll144.StatementText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// What people state for a bias audit, while it is filled in.
final class BiasForm {

  /// A text that is asked for.
  enum Field {
    TOOL("Tool", "Name the tool that was audited."),
    AUDITOR("Auditor", "Say who audits."),
    INDEPENDENCE("Why the auditor is independent", "Say why the auditor is independent."),
    SOURCE("Where the data comes from", "Say where the data comes from."),
    EXPLANATION("What the data is", "Explain the data."),
    WHY_TEST_DATA(
        "Why test data, and how it was made",
        "Say why no historical data was used, and how the test data was made.");

    private final String title;
    private final String missing;

    Field(String title, String missing) {
      this.title = title;
      this.missing = missing;
    }

    String title() {
      return title;
    }
  }

  private final Map<Field, StringProperty> texts = new LinkedHashMap<>();
  private final ObjectProperty<@Nullable LocalDate> audited = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable LocalDate> distributed = new SimpleObjectProperty<>();
  private final BooleanProperty historical = new SimpleBooleanProperty(true);
  private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.SELECTION);
  private final StringProperty outcome = new SimpleStringProperty("");
  private final ObservableList<String> selected = FXCollections.observableArrayList();
  private final GroupForm<Sex> sex = GroupForm.ofSex();
  private final GroupForm<Race> race = GroupForm.ofRace();
  private final ObservableMap<Category, String> exclusions = FXCollections.observableHashMap();
  private boolean ofAudit;

  /// @param today the day of the audit, until another is chosen
  BiasForm(LocalDate today) {
    for (Field field : Field.values()) {
      texts.put(field, new SimpleStringProperty(""));
    }
    audited.set(today);
  }

  /// Everything whose change may change what is counted or said.
  List<Observable> parts() {
    List<Observable> all = new ArrayList<>(texts.values());
    all.addAll(List.of(audited, distributed, historical, form, outcome, selected, exclusions));
    all.addAll(List.of(sex.column(), sex.words(), sex.meanings()));
    all.addAll(List.of(race.column(), race.words(), race.meanings()));
    return all;
  }

  StringProperty text(Field field) {
    return Objects.requireNonNull(texts.get(field));
  }

  ObjectProperty<@Nullable LocalDate> audited() {
    return audited;
  }

  /// From when the tool is used.
  ObjectProperty<@Nullable LocalDate> distributed() {
    return distributed;
  }

  BooleanProperty historical() {
    return historical;
  }

  ObjectProperty<Form> form() {
    return form;
  }

  /// The column of outcomes or scores; empty = not chosen, or the audit's own.
  StringProperty outcome() {
    return outcome;
  }

  /// Outcomes of those who moved forward.
  ObservableList<String> selected() {
    return selected;
  }

  GroupForm<Sex> sex() {
    return sex;
  }

  GroupForm<Race> race() {
    return race;
  }

  /// Reasons by category that is left out of impact ratios; a reason may not be written yet.
  ObservableMap<Category, String> exclusions() {
    return exclusions;
  }

  /// Begins anew with another source; what was written in words stays.
  void use(BiasSource source) {
    ofAudit = source instanceof BiasSource.OfAudit;
    if (ofAudit && form.get() == Form.CLASSIFICATION) {
      form.set(Form.SELECTION);
    }
    exclusions.clear();
    selected.clear();
    outcome.set("");
    sex.show(List.of());
    race.show(List.of());
    sex.column().set("");
    race.column().set("");
  }

  /// Why nothing can be counted yet; empty when it can.
  String hindrance() {
    for (String why : List.of(sex.hindrance(), race.hindrance())) {
      if (!why.isEmpty()) {
        return why;
      }
    }
    if (sex.column().get().equals(race.column().get())) {
      return "Sex and race/ethnicity cannot be the same column.";
    }
    if (!ofAudit && outcome.get().isEmpty()) {
      return form.get() == Form.SCORING
          ? "Choose the column of scores."
          : "Choose the column of outcomes.";
    }
    return !ofAudit && form.get() == Form.SELECTION && selected.isEmpty()
        ? "Mark which outcomes mean that somebody moved forward."
        : "";
  }

  /// What is missing for the published summary; empty when nothing is.
  String missing() {
    for (Field field : Field.values()) {
      boolean asked = field != Field.WHY_TEST_DATA || !historical.get();
      if (asked && text(field).get().isBlank()) {
        return field.missing;
      }
    }
    if (audited.get() == null) {
      return "Choose the day of the audit.";
    }
    if (distributed.get() == null) {
      return "Choose the day from which the tool is used.";
    }
    return exclusions.entrySet().stream()
        .filter(one -> one.getValue().isBlank())
        .findFirst()
        .map(one -> "Say why '" + one.getKey().label() + "' is left out.")
        .orElse("");
  }

  /// As it stands; what is not written yet is said to be.
  Statement statement() {
    return with(Digest.of(text().getBytes(StandardCharsets.UTF_8)));
  }

  /// As a file.
  String text() {
    return StatementText.of(with(Digest.of(new byte[0])));
  }

  private Statement with(Digest digest) {
    return new Statement(
        said(Field.TOOL),
        said(Field.AUDITOR),
        said(Field.INDEPENDENCE),
        or(audited.get()),
        or(distributed.get()),
        new Data(
            historical.get(),
            said(Field.SOURCE),
            said(Field.EXPLANATION),
            historical.get() ? "" : said(Field.WHY_TEST_DATA)),
        sex.grouping(),
        race.grouping(),
        counted(),
        exclusions.entrySet().stream()
            .map(e -> new Exclusion(e.getKey(), or(e.getValue()), 0))
            .sorted(Comparator.comparing(e -> e.category().label()))
            .toList(),
        digest);
  }

  private Counted counted() {
    if (ofAudit) {
      return new Counted(form.get(), null, List.of());
    }
    return new Counted(
        form.get(),
        outcome.get(),
        form.get() == Form.SELECTION ? List.copyOf(selected) : List.of());
  }

  private String said(Field field) {
    return or(text(field).get());
  }

  /// A day that nobody chose yet is the epoch's; nothing is published while one is missing.
  private static LocalDate or(@Nullable LocalDate day) {
    return day == null ? LocalDate.EPOCH : day;
  }

  private static String or(String words) {
    return words.isBlank() ? "(to be written)" : words.strip();
  }
}

package dev.assay.app.gui.dataset;

import dev.assay.app.gui.part.Parts;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.DescriptionRules.Problem;
import dev.assay.dataset.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckListView;
import org.jspecify.annotations.Nullable;

/// Says what every column is for, step by step, with what is wrong in words below.
final class RolesPane extends BorderPane {

  /// The steps.
  enum Step {
    LABEL("Label"),
    SENSITIVE("Sensitive columns"),
    FEATURES("Features"),
    SPECIAL("Identifier, time, weight, answers"),
    USE("Use these roles");

    private final String title;

    Step(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return (ordinal() + 1) + "  " + title;
    }
  }

  private final RolesModel model;
  private final String besideName;
  private final ListView<Step> steps = new ListView<>();
  private final VBox problems = new VBox(4);
  private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(this, "usable", true);
  private boolean beside = true;

  /// @param besideName name of the file that would be written beside the data
  RolesPane(RolesModel model, String besideName) {
    this.model = model;
    this.besideName = besideName;
    getStyleClass().add("roles-pane");
    steps.getItems().setAll(Step.values());
    steps.setId("role-steps");
    steps.setAccessibleText("Steps");
    steps.getStyleClass().add("role-steps");
    steps.getSelectionModel().selectedItemProperty().subscribe(this::show);
    setLeft(steps);
    problems.setId("role-problems");
    problems.getStyleClass().add("role-problems");
    setBottom(problems);
    steps.getSelectionModel().selectFirst();
    check();
  }

  /// Whether the roles can be used as they stand.
  ReadOnlyBooleanProperty usable() {
    return usable.getReadOnlyProperty();
  }

  /// Whether the description is to be written beside the data.
  boolean beside() {
    return beside;
  }

  /// Goes a step on or back.
  void go(int by) {
    int to = steps.getSelectionModel().getSelectedIndex() + by;
    steps.getSelectionModel().select(Math.clamp(to, 0, Step.values().length - 1));
  }

  private void show(@Nullable Step step) {
    if (step == null) {
      return;
    }
    Node content =
        switch (step) {
          case LABEL -> label();
          case SENSITIVE ->
              many(
                  "Which columns describe people whose treatment is to be compared?",
                  model::isSensitive,
                  model::sensitive);
          case FEATURES ->
              many(
                  "Which columns does the model read? Columns that are not ticked are left out,"
                      + " unless they have another role.",
                  model::isFeature,
                  model::feature);
          case SPECIAL -> special();
          case USE -> use();
        };
    VBox box = new VBox(10, heading(step), content);
    VBox.setVgrow(content, Priority.ALWAYS);
    box.getStyleClass().add("role-step");
    setCenter(box);
  }

  private static Label heading(Step step) {
    Label words = new Label(step.title);
    words.getStyleClass().add("heading-2");
    return words;
  }

  private Node label() {
    ComboBox<String> column = Choice.of("role-label", "Label", model.names(), "no label");
    column.setValue(model.label() == null ? "" : model.label());
    ComboBox<String> positive = new ComboBox<>();
    positive.setId("role-positive");
    positive.setAccessibleText("Positive class");
    Label why = Parts.quiet("");
    Label task = Parts.quiet("");
    Runnable refresh =
        () -> {
          String label = model.label();
          why.setText(label == null ? "" : model.words(label));
          task.setText(taskWords(model.task()));
          positive.getItems().setAll(model.classes());
          positive.setValue(model.positive());
          positive.setDisable(model.task() != Task.BINARY_CLASSIFICATION);
          check();
        };
    column
        .valueProperty()
        .subscribe(
            (before, now) -> {
              model.label(now == null || now.isEmpty() ? null : now);
              refresh.run();
            });
    refresh.run();
    positive
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (now != null) {
                model.positive(now);
                check();
              }
            });
    return new VBox(
        10,
        Parts.text("Which column holds the truth that answers are compared with?"),
        Choice.row("label", column, "positive class", positive),
        task,
        why);
  }

  private static String taskWords(@Nullable Task task) {
    return switch (task) {
      case null -> "Without a label nothing can be evaluated; the data can still be looked at.";
      case BINARY_CLASSIFICATION -> "Two classes: the positive one is what the model looks for.";
      case MULTICLASS_CLASSIFICATION -> "Several classes.";
      case MULTI_LABEL_CLASSIFICATION -> "Any number of several labels.";
      case TOKEN_CLASSIFICATION -> "A tag for each word.";
      case TEXT_GENERATION -> "A text that the model is expected to go on with.";
      case MASKED_PROBE -> "Words that are hidden from the model.";
      case FORECASTING -> "A number is predicted several steps ahead.";
      case REGRESSION -> "A number is predicted.";
    };
  }

  private Node many(String question, Predicate<String> is, BiConsumer<String, Boolean> set) {
    CheckListView<String> list = new CheckListView<>();
    list.setId("role-columns");
    list.setAccessibleText(question);
    List<String> names = new ArrayList<>(model.names());
    names.removeIf(n -> n.equals(model.label()));
    list.getItems().setAll(names);
    list.setCellFactory(
        view -> {
          CheckBoxListCell<String> cell =
              new CheckBoxListCell<>(list::getItemBooleanProperty, columnWords());
          cell.setWrapText(true);
          cell.setPrefWidth(0);
          return cell;
        });
    names.stream().filter(is).forEach(list.getCheckModel()::check);
    list.getCheckModel()
        .getCheckedItems()
        .addListener(
            (ListChangeListener<String>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(n -> set.accept(n, false));
                    change.getAddedSubList().forEach(n -> set.accept(n, true));
                  }
                  check();
                });
    VBox.setVgrow(list, Priority.ALWAYS);
    return new VBox(8, Parts.text(question), list);
  }

  private StringConverter<String> columnWords() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String name) {
        return name == null ? "" : model.words(name);
      }

      @Override
      public String fromString(String words) {
        throw new IllegalStateException("not editable");
      }
    };
  }

  private Node special() {
    GridPane form = new GridPane();
    form.getStyleClass().add("form");
    one(form, ColumnRole.ID, "names the row", model.names());
    one(form, ColumnRole.TIMESTAMP, "when it happened", model.names());
    one(form, ColumnRole.WEIGHT, "rows that a row stands for", model.numbers());
    one(form, ColumnRole.SCORE, "a stored score", model.numbers());
    one(form, ColumnRole.PREDICTION, "a stored decision", model.names());
    return new VBox(
        10, Parts.text("Columns with a service of their own; models do not read them."), form);
  }

  private void one(GridPane form, ColumnRole role, String what, List<String> names) {
    String word = role.name().toLowerCase(Locale.ROOT);
    List<String> free = names.stream().filter(n -> !n.equals(model.label())).toList();
    ComboBox<String> box = Choice.of("role-" + word, word, free, "none");
    String now = model.only(role);
    box.setValue(now == null ? "" : now);
    Label why = Parts.quiet(why(what, now));
    why.setMinWidth(0);
    GridPane.setHgrow(why, Priority.ALWAYS);
    box.valueProperty()
        .subscribe(
            (before, chosen) -> {
              model.only(role, chosen == null || chosen.isEmpty() ? null : chosen);
              why.setText(why(what, model.only(role)));
              check();
            });
    Label name = new Label(word);
    name.setMinWidth(Label.USE_PREF_SIZE);
    form.addRow(form.getRowCount(), name, box, why);
  }

  private String why(String what, @Nullable String column) {
    return column == null ? what : what + ": " + model.column(column).reason();
  }

  private Node use() {
    GridPane summary = new GridPane();
    summary.getStyleClass().add("key-values");
    String label = model.label();
    add(
        summary,
        "label",
        label == null ? "none" : DataWords.name(label) + ", " + DataWords.label(model.spec()));
    add(summary, "sensitive", named(model::isSensitive));
    add(summary, "features", named(model::isFeature));
    add(summary, "left out", named(n -> model.column(n).role() == ColumnRole.UNUSED));
    ToggleGroup where = new ToggleGroup();
    RadioButton file = new RadioButton("Save as " + besideName + " beside the file");
    RadioButton here = new RadioButton("Keep for this session only");
    file.setId("role-beside");
    here.setId("role-session");
    file.setToggleGroup(where);
    here.setToggleGroup(where);
    where.selectToggle(beside ? file : here);
    file.selectedProperty().subscribe((before, now) -> beside = now);
    return new VBox(
        12,
        summary,
        Parts.text("The dataset is read again with these roles. Where should they be kept?"),
        file,
        here,
        Parts.quiet("A file beside the data is found by the command line and by colleagues."));
  }

  private String named(Predicate<String> which) {
    List<String> names = model.names().stream().filter(which).map(DataWords::name).toList();
    String first = String.join(", ", names.stream().limit(10).toList());
    return names.isEmpty()
        ? "none"
        : names.size() > 10 ? first + " and " + (names.size() - 10) + " more" : first;
  }

  private static void add(GridPane grid, String name, String value) {
    Label words = new Label(name);
    words.getStyleClass().add("muted");
    words.setMinWidth(Label.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), words, Parts.text(value));
  }

  private void check() {
    problems.getChildren().clear();
    List<Problem> found = model.problems();
    for (Problem problem : found) {
      Label line =
          Parts.text(
              (problem.blocking() ? "✗ " : "! ") + problem.sentence() + " " + problem.remedy());
      line.getStyleClass().add(problem.blocking() ? "fail-text" : "attention-text");
      problems.getChildren().add(line);
    }
    if (found.isEmpty()) {
      problems.getChildren().add(Parts.text("✓ Nothing is missing."));
    }
    usable.set(model.isUsable());
  }
}

package dev.assay.app.gui.bias;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.common.Visible;
import dev.assay.regime.ll144.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which column holds a group of people, and what each of its words means.
///
/// @param <C> sexes or races
final class GroupPane<C extends Enum<C> & Labelled> extends VBox {

  private static final int LONGEST = 40;

  private final GroupForm<C> form;
  private final ComboBox<String> column = new ComboBox<>();
  private final GridPane words = Fields.grid();
  private final String id;

  /// @param read finds the words of a column, then shows them in the form
  GroupPane(GroupForm<C> form, String id, Consumer<String> read) {
    super(10);
    this.form = form;
    this.id = id;
    column.setId("bias-" + id + "-column");
    column.setMaxWidth(Double.MAX_VALUE);
    column.setPromptText("choose a column");
    column.setConverter(Words.of(c -> c == null ? "" : Visible.of(c, LONGEST)));
    column
        .valueProperty()
        .subscribe(
            now -> {
              if (now != null && !now.equals(form.column().get())) {
                form.column().set(now);
                read.accept(now);
              }
            });
    getChildren().setAll(Fields.named("Column of " + form.name(), column), words);
    form.words().subscribe(this::fill);
  }

  /// Other columns to choose from.
  void offer(List<String> columns) {
    column.setValue(null);
    column.getItems().setAll(columns);
    String plain = form.guess(columns);
    if (!plain.isEmpty()) {
      column.setValue(plain);
    }
  }

  private void fill(List<String> found) {
    words.getChildren().clear();
    for (String word : found) {
      Label name = Parts.text(Visible.of(word, LONGEST));
      ComboBox<@Nullable Meaning<C>> box = meanings(word);
      name.setLabelFor(box);
      GridPane.setHgrow(box, Priority.ALWAYS);
      words.addRow(words.getRowCount(), name, box);
    }
    words.setVisible(!found.isEmpty());
    words.setManaged(!found.isEmpty());
  }

  private ComboBox<@Nullable Meaning<C>> meanings(String word) {
    ComboBox<@Nullable Meaning<C>> box = new ComboBox<>();
    List<@Nullable Meaning<C>> all = new ArrayList<>();
    for (C category : form.categories()) {
      all.add(new Meaning.In<>(category));
    }
    all.add(new Meaning.Unknown<>());
    box.getItems().setAll(all);
    box.getStyleClass().add("bias-" + id + "-meaning");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    box.setPromptText("say what it means");
    box.setAccessibleText("What '" + Visible.of(word, LONGEST) + "' means");
    box.setConverter(Words.of(m -> m == null ? "" : m.words()));
    box.setValue(form.meanings().get(word));
    box.valueProperty().addListener((of, before, now) -> form.say(word, now));
    return box;
  }
}

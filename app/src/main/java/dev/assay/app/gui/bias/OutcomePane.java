package dev.assay.app.gui.bias;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.common.Visible;
import dev.assay.regime.ll144.BiasAudits;
import dev.assay.regime.ll144.Form;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What the tool does with people, and which outcome counts.
final class OutcomePane extends VBox {

  private static final int LONGEST = 40;

  private final BiasForm form;
  private final Consumer<String> read;
  private final ComboBox<Form> does = new ComboBox<>();
  private final ComboBox<String> column = new ComboBox<>();
  private final VBox columns = Fields.named("Column of outcomes or scores", column);
  private final FlowPane selected = new FlowPane(14, 8);
  private final VBox marks =
      new VBox(3, Parts.quiet("Who has one of these moved forward"), selected);

  /// @param read finds the words of a column, then calls [#show]
  OutcomePane(BiasForm form, Consumer<String> read) {
    super(10);
    this.form = form;
    this.read = read;
    does.setId("bias-form");
    does.setMaxWidth(Double.MAX_VALUE);
    does.setConverter(Words.of(f -> f == null ? "" : words(f)));
    column.setId("bias-outcome-column");
    column.setMaxWidth(Double.MAX_VALUE);
    column.setPromptText("choose a column");
    column.setConverter(Words.of(c -> c == null ? "" : Visible.of(c, LONGEST)));
    selected.setId("bias-selected");
    does.valueProperty()
        .subscribe(
            now -> {
              if (now != null) {
                form.form().set(now);
                look();
              }
            });
    column
        .valueProperty()
        .subscribe(
            now -> {
              if (now != null && !now.equals(form.outcome().get())) {
                form.selected().clear();
                form.outcome().set(now);
                look();
              }
            });
    getChildren().setAll(Fields.named("What the tool does", does), columns, marks);
    show(List.of());
  }

  private static String words(Form form) {
    return switch (form) {
      case SELECTION -> "selects: who moved forward";
      case CLASSIFICATION -> "assigns to groups: each group has tables of its own";
      case SCORING -> "scores: who is above the median of everybody";
    };
  }

  /// Other columns to choose from; none where the outcome is the audit's own.
  void offer(List<String> outcomes) {
    column.setValue(null);
    column.getItems().setAll(outcomes);
    does.getItems()
        .setAll(
            Arrays.stream(Form.values())
                .filter(f -> !outcomes.isEmpty() || f != Form.CLASSIFICATION)
                .toList());
    does.setValue(form.form().get());
    shown(columns, !outcomes.isEmpty());
    show(List.of());
  }

  private void look() {
    String chosen = form.outcome().get();
    show(List.of());
    if (form.form().get() == Form.SELECTION && !chosen.isEmpty()) {
      read.accept(chosen);
    }
  }

  /// The words of the chosen column are known.
  void show(List<String> words) {
    boolean few = words.size() <= BiasAudits.MOST_WORDS;
    selected
        .getChildren()
        .setAll(
            few
                ? words.stream().map(this::mark).toList()
                : List.of(
                    Parts.quiet(
                        "This column has more than "
                            + BiasAudits.MOST_WORDS
                            + " different values: choose another, or say that the tool scores.")));
    shown(marks, !words.isEmpty());
  }

  private Node mark(String word) {
    CheckBox box = new CheckBox(Visible.of(word, LONGEST));
    box.setSelected(form.selected().contains(word));
    box.selectedProperty()
        .addListener(
            (of, before, now) -> {
              if (now) {
                form.selected().add(word);
              } else {
                form.selected().remove(word);
              }
            });
    return box;
  }

  private static void shown(Node part, boolean yes) {
    part.setVisible(yes);
    part.setManaged(yes);
  }
}

package dev.assay.app.gui.bias;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Rounded;
import dev.assay.regime.ll144.BiasAudit;
import dev.assay.regime.ll144.Category;
import dev.assay.regime.ll144.RateTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Categories of less than 2 % of the people, each of which may be left out of impact ratios with a
/// reason (6 RCNY 5-301(d)).
final class ExclusionsPane extends VBox {

  private final BiasForm form;
  private List<Category> shown = List.of();
  private boolean begun;

  ExclusionsPane(BiasForm form) {
    super(8);
    this.form = form;
    setId("bias-exclusions");
    forget();
  }

  /// Nothing is counted: what may be left out is not known.
  void forget() {
    begun = false;
    shown = List.of();
    getChildren()
        .setAll(Parts.quiet("Which categories may be left out shows once the people are counted."));
  }

  /// Shows what may be left out after a count. Fields in which somebody writes stay.
  void show(BiasAudit counted) {
    List<Category> small = counted.small();
    form.exclusions().keySet().retainAll(small);
    if (begun && small.equals(shown)) {
      return;
    }
    begun = true;
    shown = small;
    List<Node> lines = new ArrayList<>();
    if (small.isEmpty()) {
      lines.add(Parts.quiet("No category has less than 2 % of the people: none may be left out."));
    } else {
      lines.add(
          Parts.quiet(
              "Only a category of less than 2 % of the people may be left out of impact ratios. Its"
                  + " number and rate stay in the tables, with the reason."));
    }
    Map<Category, RateTable.Row> rows = new HashMap<>();
    counted.outcomes().getFirst().tables().stream()
        .flatMap(table -> table.rows().stream())
        .forEach(row -> rows.put(row.category(), row));
    for (Category category : small) {
      RateTable.Row row = rows.get(category);
      lines.add(line(category, row == null ? 0 : row.assessed(), counted.counted()));
    }
    getChildren().setAll(lines);
  }

  private VBox line(Category category, long people, long all) {
    CheckBox out =
        new CheckBox(
            category.label()
                + " ("
                + Rounded.count(people)
                + (people == 1 ? " person, " : " people, ")
                + Rounded.percent((double) people / all)
                + ")");
    out.setWrapText(true);
    out.setMinHeight(USE_PREF_SIZE);
    out.getStyleClass().add("bias-exclusion");
    TextField reason = new TextField();
    reason.setPromptText("why it is left out");
    reason.setAccessibleText("Why " + category.label() + " is left out");
    reason.getStyleClass().add("bias-reason");
    String said = form.exclusions().get(category);
    out.setSelected(said != null);
    reason.setText(said == null ? "" : said);
    reason.visibleProperty().bind(out.selectedProperty());
    reason.managedProperty().bind(out.selectedProperty());
    out.selectedProperty()
        .addListener(
            (of, before, now) -> {
              if (now) {
                form.exclusions().put(category, reason.getText());
              } else {
                form.exclusions().remove(category);
              }
            });
    reason
        .textProperty()
        .addListener(
            (of, before, now) -> {
              if (out.isSelected()) {
                form.exclusions().put(category, now);
              }
            });
    return new VBox(3, out, reason);
  }
}

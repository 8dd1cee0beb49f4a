package dev.assay.app.gui.dataset;

import dev.assay.app.gui.part.Parts;
import dev.assay.dataset.ColumnRole;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A column as a line: name, type, role and why, missing, distinct, small bars, what is remarkable.
final class ColumnCell extends ListCell<ColumnLine> {

  private final Label name = label("column-name");
  private final Label reason = label("column-reason");
  private final Label type = label("column-type");
  private final Button role = new Button();
  private final Label missing = label("column-number");
  private final Label distinct = label("column-number");
  private final SparkBars bars = new SparkBars();
  private final Label remark = label("badge");
  private final VBox line;

  /// @param edit opens the roles
  ColumnCell(Runnable edit) {
    reason.getStyleClass().add("secondary");
    type.getStyleClass().add("muted");
    role.getStyleClass().addAll("badge", "role-chip");
    role.setFocusTraversable(false);
    role.setOnAction(event -> edit.run());
    HBox chip = new HBox(role);
    chip.getStyleClass().add("column-role");
    chip.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    name.getStyleClass().add("column-names");
    remark.getStyleClass().add("attention");
    HBox last = new HBox(10, reason, remark);
    last.setAlignment(Pos.CENTER_LEFT);
    remark.setMinWidth(USE_PREF_SIZE);
    HBox facts = new HBox(10, name, type, chip, missing, distinct, bars);
    facts.setAlignment(Pos.CENTER_LEFT);
    line = new VBox(facts, last);
    line.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(@Nullable ColumnLine item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(item.name());
    reason.setText(item.isGuessed() ? item.spec().reason() : "");
    reason.setVisible(item.isGuessed());
    reason.setManaged(item.isGuessed());
    type.setText(item.type());
    role.setText(item.role() + " ▾");
    role.setAccessibleText("Role of " + item.name() + ": " + item.role() + ". Edit the roles.");
    role.getStyleClass().removeAll("attention", "pass");
    switch (item.spec().role()) {
      case SENSITIVE -> role.getStyleClass().add("attention");
      case LABEL -> role.getStyleClass().add("pass");
      default -> {}
    }
    missing.setText(item.missing());
    distinct.setText(item.distinct());
    bars.show(item.bars(), kind(item.spec().role()));
    String words = item.remark().orElse("");
    remark.setText("! " + words);
    remark.setVisible(!words.isEmpty());
    setAccessibleText(
        item.name()
            + ", "
            + item.type()
            + ", "
            + item.role()
            + ", "
            + item.missing()
            + " missing, "
            + item.distinct()
            + " different values"
            + (words.isEmpty() ? "" : ", " + words));
    setGraphic(line);
  }

  static String kind(ColumnRole role) {
    return switch (role) {
      case LABEL -> "label-bars";
      case SENSITIVE -> "sensitive-bars";
      default -> "plain-bars";
    };
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  /// The headings above the lines.
  static HBox headings() {
    HBox heads =
        new HBox(
            10,
            head("Column", "column-names"),
            head("Type", "column-type"),
            head("Role", "column-role"),
            head("Missing", "column-number"),
            head("Distinct", "column-number"),
            head("Distribution", "spark-head"));
    HBox.setHgrow(heads.getChildren().getFirst(), Priority.ALWAYS);
    heads.getStyleClass().add("column-heads");
    heads.setAlignment(Pos.CENTER_LEFT);
    return heads;
  }

  private static Label head(String words, String style) {
    Label head = Parts.quiet(words);
    head.setWrapText(false);
    head.setMaxWidth(Double.MAX_VALUE);
    head.getStyleClass().add(style);
    return head;
  }
}

package dev.assay.app.gui.report;

import dev.assay.app.gui.part.Icons;
import dev.assay.app.gui.part.Parts;
import dev.assay.report.content.Part;
import dev.assay.report.document.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sections of a report, each to be shown or not, and moved up or down.
final class SectionChooser {

  private final Consumer<UnaryOperator<ReportChoice>> change;
  private final VBox rows = new VBox(6);
  private final Button usual = new Button("As usual");
  private final VBox node;

  /// @param change receives what is to be changed of the choice
  SectionChooser(Consumer<UnaryOperator<ReportChoice>> change) {
    this.change = change;
    usual.setId("report-usual");
    usual.setAccessibleText("The usual sections in their usual order");
    usual.setOnAction(event -> change.accept(ReportChoice::asUsual));
    HBox head = new HBox(8, Parts.quiet("Sections"), Parts.space(), usual);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("report-lines");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node = new VBox(8, head, scroll);
    node.setId("report-sections");
    node.getStyleClass().add("report-side");
  }

  Node node() {
    return node;
  }

  /// Shows a choice; the keyboard stays where it was.
  void show(ReportChoice choice) {
    String focused = focused();
    List<Node> made = new ArrayList<>();
    for (ReportChoice.Line line : choice.lines()) {
      made.add(row(choice, line));
    }
    rows.getChildren().setAll(made);
    usual.setDisable(choice.isUsual());
    if (focused != null) {
      Node again = rows.lookup("#" + focused);
      if (again != null) {
        again.requestFocus();
      }
    }
  }

  private @Nullable String focused() {
    Node owner = rows.getScene() == null ? null : rows.getScene().getFocusOwner();
    return owner == null ? null : owner.getId();
  }

  private Node row(ReportChoice choice, ReportChoice.Line line) {
    Part part = line.part();
    String title = part.title(Language.ENGLISH);
    CheckBox shown = new CheckBox(title);
    shown.setId("report-part-" + part.word());
    shown.setSelected(line.shown());
    shown.setWrapText(true);
    shown.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(shown, Priority.ALWAYS);
    shown.setAccessibleText(title + " is in the report");
    shown.selectedProperty().subscribe((was, is) -> change.accept(c -> c.showing(part, is)));
    int at = choice.lines().indexOf(line);
    HBox row =
        new HBox(
            2,
            shown,
            move(part, title, -1, at > 0),
            move(part, title, 1, at < choice.lines().size() - 1));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button move(Part part, String title, int by, boolean possible) {
    Button button = new Button("", Icons.of(by < 0 ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
    button.setId("report-" + (by < 0 ? "up-" : "down-") + part.word());
    button.getStyleClass().addAll("small", "flat");
    button.setAccessibleText(title + (by < 0 ? ": further up" : ": further down"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setDisable(!possible);
    button.setOnAction(event -> change.accept(c -> c.moved(part, by)));
    return button;
  }
}

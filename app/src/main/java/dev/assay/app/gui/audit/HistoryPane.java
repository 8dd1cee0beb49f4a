package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.table.WrappedTableCell;
import dev.assay.audit.Objection;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who did what when in a review. A judgement, a disposition or a submission can be taken back here
/// with a reason; the entry stays.
final class HistoryPane extends VBox {

  private final ReviewModel model;
  private final TableView<EventWords> table =
      Tables.of("History of the review", "Nothing has been recorded in this review yet.");
  private final Label spent = Parts.quiet("");
  private final TextField why = new TextField();
  private final Button take = new Button("Take the entry back");
  private final Label hindrance = Parts.quiet("");

  HistoryPane(ReviewModel model, ReviewActs acts) {
    super(10);
    this.model = model;
    getStyleClass().add("review");
    setId("history");
    table.setId("history-table");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    columns();
    VBox.setVgrow(table, Priority.ALWAYS);
    why.setId("take-back-why");
    why.setPromptText("Why it is taken back");
    why.setAccessibleText("Why the selected entry is taken back");
    HBox.setHgrow(why, Priority.ALWAYS);
    take.setId("take-back");
    take.setOnAction(
        event -> {
          EventWords chosen = table.getSelectionModel().getSelectedItem();
          if (chosen != null) {
            acts.takeBack(chosen.number() - 1, why.getText().strip());
            why.clear();
          }
        });
    HBox below = new HBox(10, why, take);
    below.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(spent, table, below, hindrance);
    model.reviewProperty().subscribe(this::show);
    table.getSelectionModel().selectedItemProperty().subscribe(chosen -> check());
    why.textProperty().subscribe(text -> check());
  }

  private void columns() {
    table.getColumns().add(column("Entry", 70, e -> String.valueOf(e.number())));
    table.getColumns().add(column("When", 190, e -> Rounded.minute(e.event().at())));
    table.getColumns().add(column("Who", 100, e -> Visible.of(e.event().by(), 40)));
    table.getColumns().add(column("What", 330, EventWords::what));
    table.getColumns().add(column("Stands", 100, e -> e.superseded() ? "taken back" : "yes"));
    table.getColumns().add(column("In their words", 350, EventWords::details));
  }

  private static TableColumn<EventWords, String> column(
      String heading, double width, java.util.function.Function<EventWords, String> value) {
    TableColumn<EventWords, String> column = Tables.text(heading, width, value);
    column.setSortable(false);
    column.setCellFactory(c -> new WrappedTableCell<>());
    return column;
  }

  private void show(Review review) {
    table
        .getItems()
        .setAll(
            IntStream.range(0, review.events().size())
                .mapToObj(i -> EventWords.of(model.audit(), review, i))
                .toList());
    Duration time = review.spent();
    spent.setText(
        review.events().isEmpty()
            ? "A review begins with its first act: a judgement, or evidence that is opened."
            : review.events().size()
                + " entries. Evidence of "
                + review.evidenceSeen()
                + " findings opened. Time spent about "
                + Math.max(1, Math.round(time.toSeconds() / 60.0))
                + " min; a longer pause counts as ten minutes. Nothing is ever changed or deleted.");
    check();
  }

  private void check() {
    EventWords chosen = table.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      hindrance.setText("Choose a judgement, a disposition or a submission to take it back.");
      take.setDisable(true);
      return;
    }
    List<Objection> objections =
        model
            .rules()
            .objections(
                new ReviewEvent.Superseded(
                    chosen.number() - 1, why.getText(), model.person(), chosen.event().at()));
    hindrance.setText(
        objections.isEmpty()
            ? "The entry stays in the record, marked as taken back."
            : objections.getFirst().sentence());
    take.setDisable(!objections.isEmpty());
  }
}

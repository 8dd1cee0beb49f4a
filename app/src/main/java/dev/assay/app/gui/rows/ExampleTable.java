package dev.assay.app.gui.rows;

import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.RowsView;
import dev.assay.app.gui.table.ScaledColumns;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.predictions.Predictions;
import dev.assay.slice.RowFinder;
import dev.assay.usecase.OpenRun;
import dev.assay.usecase.RowPictures;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Rows with truth, decision and score in front; cells are read when they come into view.
final class ExampleTable {

  private static final int MOST_COLUMNS = 120;
  private static final int LONGEST_CELL = 200;
  private static final double CELL_EMS = 9;
  private static final double TEXT_EMS = 20;
  private static final double ROW_EMS = 2.3;
  private static final double PICTURE_ROW_EMS = 4.2;

  private final OpenRun run;
  private final RowFinder answers;
  private final TableView<Integer> table = Tables.of("Rows", "No rows.");
  private int[] shown = new int[0];
  private @Nullable Integer told;
  private final @Nullable Thumbnails thumbnails;
  private final RowsView view = new RowsView(() -> shown.length, place -> shown[place], table);

  ExampleTable(Session session, OpenRun run, RowFinder answers) {
    this.run = run;
    this.answers = answers;
    thumbnails = RowPictures.fits(run) ? new Thumbnails(session, run, table::refresh) : null;
    table.setId("example-rows");
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    if (thumbnails != null) {
      table.getStyleClass().add("picture-table");
      table.getColumns().add(pictures(thumbnails));
    }
    column("Row", 5, i -> String.valueOf(run.predictions().rowIndex()[i] + 1));
    if (ProbedPane.fits(run)) {
      probed();
    } else {
      column("Truth", 8, i -> Visible.of(answers.truth(i), LONGEST_CELL));
      column("Decision", 9, i -> mark(answers, i) + Visible.of(answers.decision(i), LONGEST_CELL));
      column("Score", 6, i -> score(answers.score(i)));
    }
    for (ColumnSpec spec : run.dataset().spec().columns().stream().limit(MOST_COLUMNS).toList()) {
      Column values = run.dataset().column(spec.name());
      double ems = spec.role() == ColumnRole.TEXT ? TEXT_EMS : CELL_EMS;
      column(Visible.of(spec.name(), 40), ems, i -> cell(values, run.predictions().rowIndex()[i]));
    }
    ScaledColumns.follow(table, thumbnails == null ? ROW_EMS : PICTURE_ROW_EMS);
  }

  /// Only where a word is guessed are there a right one and a first guess; else one number says
  /// all.
  private void probed() {
    if (!(run.predictions() instanceof Predictions.Generated probed)) {
      return;
    }
    boolean guessed = probed.quantities().containsKey("accuracy_at_1");
    if (guessed) {
      column("Hidden word", 8, i -> Visible.of(answers.truth(i), LONGEST_CELL));
      column("First guess", 8, i -> Visible.of(answers.decision(i), LONGEST_CELL));
    }
    String heading =
        guessed
            ? "Log-probability"
            : probed.quantities().containsKey("pair_difference")
                ? "Difference"
                : probed.quantities().containsKey("mean_association")
                    ? "Association"
                    : "Log a token";
    column(heading, 10, i -> score(answers.score(i)));
  }

  Node node() {
    return view.node();
  }

  /// Tells of the element that is selected, once: not when the view moves away from it and back.
  void onSelected(Consumer<Integer> chosen) {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            element -> {
              if (element != null && !element.equals(told)) {
                told = element;
                chosen.accept(element);
              }
            });
  }

  /// @param elements elements of the predictions in order
  void show(int[] elements) {
    shown = elements;
    told = null;
    view.refill();
    if (elements.length > 0) {
      table.getSelectionModel().clearAndSelect(0);
    }
  }

  /// Every column of one row: name and value.
  List<String[]> row(int element) {
    int row = run.predictions().rowIndex()[element];
    return run.dataset().spec().columns().stream()
        .map(spec -> new String[] {spec.name(), cell(run.dataset().column(spec.name()), row)})
        .toList();
  }

  RowFinder answers() {
    return answers;
  }

  /// Asks for no more images.
  void close() {
    if (thumbnails != null) {
      thumbnails.close();
    }
  }

  private TableColumn<Integer, Integer> pictures(Thumbnails images) {
    TableColumn<Integer, Integer> column = new TableColumn<>("Image");
    column.setCellValueFactory(
        element -> new ReadOnlyObjectWrapper<>(run.predictions().rowIndex()[element.getValue()]));
    column.setCellFactory(c -> new ThumbnailCell(images));
    column.setPrefWidth(5 * 13);
    column.setSortable(false);
    return column;
  }

  private void column(
      String heading, double ems, java.util.function.Function<Integer, String> value) {
    TableColumn<Integer, String> column = Tables.text(heading, ems * 13, value);
    column.setSortable(false);
    table.getColumns().add(column);
  }

  private static String mark(RowFinder answers, int element) {
    return !answers.isJudged() ? "" : answers.right(element) ? "✓ " : "✗ ";
  }

  private static String score(double score) {
    return Double.isNaN(score) ? "" : Rounded.number(score);
  }

  private static String cell(Column values, int row) {
    String text = values.text(row);
    return text == null ? "" : Visible.of(text, LONGEST_CELL);
  }
}

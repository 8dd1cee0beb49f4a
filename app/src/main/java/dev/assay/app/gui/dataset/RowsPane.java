package dev.assay.app.gui.dataset;

import dev.assay.app.gui.dialog.Saving;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.RowsView;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.common.WorkFailed;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.rows.RowCondition;
import dev.assay.dataset.rows.RowsCsv;
import dev.assay.slice.DatasetRows;
import dev.assay.slice.RowQuery;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The rows themselves: jump, filter, copy, take out.
final class RowsPane {

  private static final Duration SETTLES = Duration.millis(250);

  private static final int MOST_COPIED = 1_000;

  private final Session session;
  private final Dataset dataset;
  private final @Nullable RowQuery query;
  private final RowsModel model;
  private final Preview reading;
  private final Preview filtering;
  private final VBox page = new VBox(8);
  private final Label counted = new Label();
  private final Label problem = Parts.text("");
  private final TextField jump = new TextField();
  private final Button stop = new Button("Stop filtering");
  private final Button clear = new Button("Clear filter");
  private final PauseTransition settled = new PauseTransition(SETTLES);
  private Map<String, Column> columns = Map.of();
  private @Nullable TableView<Integer> table;
  private @Nullable RowsView view;
  private @Nullable TaskItem exporting;

  /// @param query the rows to begin with, absent = all
  RowsPane(Session session, Dataset dataset, @Nullable RowQuery query) {
    this.session = session;
    this.dataset = dataset;
    this.query = query;
    this.model = new RowsModel(dataset);
    this.reading = new Preview(session.tasks());
    this.filtering = new Preview(session.tasks());
  }

  Node node() {
    page.getStyleClass().add("tab-page");
    page.getChildren().setAll(Parts.quiet("Reading columns …"));
    List<ColumnSpec> specs =
        dataset.spec().columns().stream().limit(RowTable.MOST_COLUMNS).toList();
    reading.ask("Reading columns", item -> columns(specs, item), read -> show(specs, read));
    return page;
  }

  private Map<String, Column> columns(List<ColumnSpec> specs, TaskItem item) {
    Map<String, Column> read = new HashMap<>();
    for (ColumnSpec spec : specs) {
      item.cancellation().check();
      item.report("reading columns", read.size(), specs.size());
      read.put(spec.name(), dataset.column(spec.name()));
    }
    return read;
  }

  private void show(List<ColumnSpec> specs, Map<String, Column> read) {
    TableView<Integer> rows = RowTable.of(specs, read, this::type);
    rows.setId("rows");
    table = rows;
    columns = read;
    RowsView shown = new RowsView(model::size, model::row, rows);
    view = shown;
    Node both = shown.node();
    VBox.setVgrow(both, Priority.ALWAYS);
    settled.setOnFinished(event -> filter());
    page.getChildren().setAll(tools(), problem, both);
    shown.refill();
    if (specs.size() < dataset.spec().columns().size()) {
      page.getChildren()
          .add(
              Parts.quiet(
                  "The first "
                      + specs.size()
                      + " of "
                      + dataset.spec().columns().size()
                      + " columns; the file that is taken out has them all."));
    }
    state();
    if (query != null) {
      find(query);
    }
  }

  private void find(RowQuery wanted) {
    Label which = Parts.text(wanted.describe());
    which.setId("rows-query");
    HBox.setHgrow(which, Priority.ALWAYS);
    which.setMaxWidth(Double.MAX_VALUE);
    Button all = new Button("Show all rows");
    all.setId("rows-all");
    all.setMinWidth(Button.USE_PREF_SIZE);
    HBox banner = new HBox(12, which, all);
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.getStyleClass().add("banner");
    all.setOnAction(
        event -> {
          page.getChildren().remove(banner);
          limit(null);
        });
    page.getChildren().add(0, banner);
    filtering.ask(
        "Finding rows",
        item -> DatasetRows.find(dataset, wanted, item.cancellation()),
        this::limit);
    state();
  }

  private void limit(int @Nullable [] rows) {
    model.among(rows);
    filter();
  }

  private FlowPane tools() {
    jump.setId("jump");
    jump.setPromptText("Go to row");
    jump.setAccessibleText("Go to row");
    jump.getStyleClass().add("jump");
    jump.setOnAction(event -> jump());
    counted.setId("rows-count");
    problem.getStyleClass().add("attention-text");
    stop.setId("rows-stop");
    stop.setOnAction(
        event -> {
          filtering.cancel();
          state();
        });
    clear.setOnAction(event -> clear());
    Button copy = new Button("Copy with headers");
    copy.setOnAction(event -> copy());
    Button csv = new Button("Save these rows as CSV …");
    csv.setOnAction(event -> ask());
    for (Button button : List.of(stop, clear, copy, csv)) {
      button.getStyleClass().addAll("quiet", "small");
    }
    FlowPane row = new FlowPane(8, 8, jump, counted, stop, clear, copy, csv);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void type(String column, String typed) {
    model.condition(column, typed);
    settled.playFromStart();
  }

  private void clear() {
    if (table != null) {
      table.getColumns().stream()
          .map(c -> c.getGraphic())
          .filter(TextField.class::isInstance)
          .forEach(field -> ((TextField) field).clear());
    }
  }

  private void filter() {
    Map<String, RowCondition> wanted = model.conditions();
    if (wanted.isEmpty()) {
      filtering.cancel();
      model.showAll();
      refill();
      return;
    }
    filtering.ask(
        "Filtering rows",
        item -> model.find(wanted, item, item.cancellation()),
        rows -> {
          model.show(rows);
          refill();
        });
    state();
  }

  private void refill() {
    if (view != null) {
      view.refill();
    }
    state();
  }

  private void state() {
    boolean busy = filtering.running() != null;
    stop.setVisible(busy);
    stop.setManaged(busy);
    clear.setDisable(!model.isFiltered());
    counted.setText(busy ? "filtering …" : model.counted());
    problem.setText(model.problem());
    problem.setVisible(!model.problem().isEmpty());
    problem.setManaged(!model.problem().isEmpty());
  }

  private void jump() {
    RowsView rows = view;
    if (rows != null) {
      model
          .place(jump.getText())
          .ifPresentOrElse(
              rows::select, () -> counted.setText("No such row; " + model.counted() + "."));
    }
  }

  private void copy() {
    RowsView rows = view;
    if (rows == null) {
      return;
    }
    List<Integer> wanted = rows.selected();
    if (wanted.isEmpty()) {
      wanted =
          IntStream.range(0, Math.min(MOST_COPIED, model.size())).map(model::row).boxed().toList();
    }
    List<String> names =
        dataset.spec().columns().stream()
            .map(ColumnSpec::name)
            .filter(columns::containsKey)
            .toList();
    Clipboards.text(model.text(wanted, names, columns));
    counted.setText(DataWords.count(wanted.size(), "row") + " copied");
  }

  private void ask() {
    Saving.ask(page.getScene().getWindow(), "rows.csv", "CSV", "*.csv").ifPresent(this::export);
  }

  /// Writes the rows that are shown.
  void export(Path file) {
    int count = model.size();
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = model.row(i);
    }
    exporting =
        session
            .tasks()
            .start(
                "Writing " + file.getFileName(),
                item -> {
                  write(file, rows, item);
                  return count;
                },
                written ->
                    counted.setText(
                        DataWords.count(written, "row") + " written to " + file.getFileName()));
  }

  private void write(Path file, int[] rows, TaskItem item) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (Writer out = Files.newBufferedWriter(part)) {
        RowsCsv.write(dataset, rows.length, i -> rows[i], out, item, item.cancellation());
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkFailed(
          "EXPORT-WRITE",
          "'" + file + "' could not be written (" + e.getMessage() + ").",
          "Check that the folder can be written to and the disk has room.",
          e);
    } finally {
      try {
        Files.deleteIfExists(part);
      } catch (IOException leftBehind) {
        // decision: a part that cannot be removed is no failed export
      }
    }
  }

  void close() {
    settled.stop();
    reading.cancel();
    filtering.cancel();
    if (exporting != null) {
      exporting.cancellation().cancel();
    }
  }
}

package dev.assay.app.gui.run;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.session.RunEntry;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.ScaledColumns;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Rounded;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Runs of this session and of the workspace: filter, sort, compare, repeat.
public final class RunsScreen {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final RunActs acts;
  private final RunsModel model;
  private final TableView<RunEntry> table =
      Tables.of("Runs", "No run matches the filter, or none was made yet.");

  private RunsScreen(RunActs acts, RunsModel model) {
    this.acts = acts;
    this.model = model;
  }

  /// Reads the workspace and shows the list.
  ///
  /// @param evaluate sets up a new run
  public static Screen of(Session session, Navigator navigator, Runnable evaluate) {
    session.history().refresh();
    RunsScreen screen =
        new RunsScreen(new RunActs(session, navigator), new RunsModel(session.history().entries()));
    return new SimpleScreen(List.of("Runs"), screen.content(evaluate));
  }

  private Parent content(Runnable evaluate) {
    table.setId("runs");
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    SortedList<RunEntry> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    columns();
    ScaledColumns.follow(table);
    Tables.onOpen(table, acts::open);
    Button start = new Button("Evaluate …");
    start.getStyleClass().add("primary");
    start.setOnAction(event -> evaluate.run());
    VBox empty =
        new VBox(
            12,
            Parts.text("No run matches the filter, or none was made in this workspace yet."),
            start);
    empty.setAlignment(Pos.CENTER);
    table.setPlaceholder(empty);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox page =
        new VBox(
            12,
            Parts.heading("Runs", "Enter or double click opens one · times are UTC"),
            filters(),
            table,
            buttons());
    page.getStyleClass().add("page");
    return page;
  }

  private Node filters() {
    HBox row = new HBox(8);
    for (RunsModel.Field field : RunsModel.Field.values()) {
      TextField typed = new TextField();
      typed.setPromptText(field.title());
      typed.setAccessibleText("Filter by " + field.title().toLowerCase(Locale.ROOT));
      typed.setId("filter-" + field.name().toLowerCase(Locale.ROOT));
      typed.setPrefColumnCount(12);
      typed.setMinWidth(40);
      typed.textProperty().bindBidirectional(model.filter(field));
      HBox.setHgrow(typed, Priority.SOMETIMES);
      row.getChildren().add(typed);
    }
    Label counted = new Label();
    counted.getStyleClass().add("muted");
    counted.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    counted
        .textProperty()
        .bind(Bindings.createStringBinding(() -> count(model.rows().size()), model.rows()));
    row.getChildren().add(counted);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void columns() {
    add(Tables.text("Model", 145, e -> (acts.isChampion(e) ? "★ " : "") + e.model()));
    add(Tables.text("Dataset", 92, RunEntry::dataset));
    add(Tables.text("State", 118, RunEntry::where));
    add(Tables.number("Rows", 65, RunEntry::rows, n -> Rounded.count(n.longValue())));
    add(
        Tables.number(
            "Threshold",
            80,
            e -> e.threshold() == null ? Double.NaN : e.threshold(),
            n -> Double.isNaN(n.doubleValue()) ? "" : Rounded.setting(n.doubleValue())));
    add(number("accuracy", "Accuracy"));
    add(number("roc_auc", "ROC AUC"));
    add(number("mae", "Mean absolute error"));
    TableColumn<RunEntry, String> finished =
        Tables.text("Finished", 140, e -> DAY.format(e.finished()));
    finished.setComparator(Comparator.comparing(t -> LocalDateTime.parse(t, DAY)));
    add(finished);
    add(Tables.text("Verdict", 98, RunEntry::verdict));
    add(
        Tables.number(
            "Took",
            65,
            e -> e.took().toMillis() / 1000.0,
            n -> String.format(Locale.ROOT, "%.1f s", n.doubleValue())));
    add(Tables.text("Device", 70, RunEntry::device));
    add(Tables.text("Task", 85, RunEntry::task));
  }

  private TableColumn<RunEntry, String> number(String metric, String name) {
    TableColumn<RunEntry, String> column = Tables.text(name, 158, e -> e.number(metric));
    column.setVisible(
        !metric.equals("mae")
            || model.rows().stream().anyMatch(e -> e.task().equals("regression")));
    return column;
  }

  private void add(TableColumn<RunEntry, ?> column) {
    table.getColumns().add(column);
  }

  private Node buttons() {
    Button compare = act("Compare", "compare-runs", () -> two().ifPresent(acts::compare));
    compare.getStyleClass().add("primary");
    Button again = act("Evaluate again …", "run-again", () -> one(acts::again));
    Button command = act("Copy as command", "run-command", () -> one(acts::copyCommand));
    Button champion =
        act(
            "Set as champion",
            "set-champion",
            () -> {
              one(acts::setChampion);
              table.refresh();
              table.getSelectionModel().clearSelection();
            });
    Label why = new Label();
    why.getStyleClass().add("muted");
    Runnable judge =
        () -> {
          List<RunEntry> selected = selected();
          RunEntry only = selected.size() == 1 ? selected.getFirst() : null;
          String reason = acts.whyNotCompare(selected);
          compare.setDisable(!reason.isEmpty());
          again.setDisable(only == null || RunActs.request(only).isEmpty());
          command.setDisable(only == null || only.command().isEmpty());
          champion.setDisable(only == null || only.recordedId() == null);
          why.setText(reason);
        };
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((javafx.collections.ListChangeListener<RunEntry>) change -> judge.run());
    judge.run();
    ContextMenu menu = new ContextMenu();
    for (Button button : List.of(compare, again, command, champion)) {
      MenuItem item = new MenuItem(button.getText());
      item.disableProperty().bind(button.disabledProperty());
      item.setOnAction(event -> button.fire());
      menu.getItems().add(item);
    }
    table.setContextMenu(menu);
    FlowPane row = new FlowPane(8, 6, compare, again, command, champion, why);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Button act(String words, String id, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private List<RunEntry> selected() {
    return table.getSelectionModel().getSelectedItems().stream()
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private java.util.Optional<RunsModel.Two> two() {
    return RunsModel.two(selected(), acts.champion().orElse(null));
  }

  private void one(java.util.function.Consumer<RunEntry> act) {
    List<RunEntry> selected = selected();
    if (selected.size() == 1) {
      act.accept(selected.getFirst());
    }
  }

  private static String count(int runs) {
    return Rounded.count(runs) + (runs == 1 ? " run" : " runs");
  }
}

package dev.assay.app.gui.rows;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.rows.ExampleModel.Kept;
import dev.assay.app.gui.rows.ExampleModel.Order;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.predictions.Predictions;
import dev.assay.slice.RowQuery;
import dev.assay.usecase.ExplainText;
import dev.assay.usecase.RowPictures;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// The examples behind a bar, a cell or a point: which rows, how they were decided, and every
/// column of the one that is chosen.
public final class ExamplesScreen implements Screen {

  private static final Duration PAUSE = Duration.millis(120);

  private final Session session;
  private final NumberedRun run;
  private final RowQuery query;
  private final VBox page = new VBox();
  private final Label counted = new Label();
  private final SegmentedButton kept = new SegmentedButton();
  private final ComboBox<Order> order = new ComboBox<>();
  private final RangeSlider scores = new RangeSlider(0, 1, 0, 1);
  private final VBox detail = new VBox();
  private final javafx.animation.PauseTransition settled =
      new javafx.animation.PauseTransition(PAUSE);
  private @Nullable ExampleModel model;
  private @Nullable ExampleTable table;
  private int asked;

  /// @param query which rows
  public ExamplesScreen(Session session, NumberedRun run, RowQuery query) {
    this.session = session;
    this.run = run;
    this.query = query;
    page.getStyleClass().add("page");
    page.getChildren()
        .addAll(
            Parts.heading(Visible.of(query.describe(), 160), Visible.of(run.title(), 80)),
            Parts.quiet("Looking for the rows …"));
    session
        .tasks()
        .start("Finding the rows", item -> new ExampleModel(run.open(), query), this::show);
  }

  private void show(ExampleModel found) {
    model = found;
    table = new ExampleTable(session, run.open(), found.answers());
    table.onSelected(this::detail);
    detail.getStyleClass().addAll("card", "detail");
    ScrollPane right = new ScrollPane(detail);
    right.setFitToWidth(true);
    right.getStyleClass().add("page-scroll");
    SplitPane both = new SplitPane(table.node(), right);
    both.setId("example-split");
    both.setDividerPositions(0.68);
    VBox.setVgrow(both, Priority.ALWAYS);
    page.getChildren().set(1, controls());
    page.getChildren().add(both);
    settled.setOnFinished(event -> find());
    find();
  }

  private FlowPane controls() {
    for (Kept each : Kept.values()) {
      ToggleButton button = new ToggleButton(each.title());
      button.setUserData(each);
      button.setId("kept-" + each.name().toLowerCase(Locale.ROOT));
      button.setSelected(each == Kept.ALL);
      kept.getButtons().add(button);
    }
    kept.getToggleGroup()
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                kept.getToggleGroup().selectToggle(before);
              } else {
                find();
              }
            });
    order.getItems().setAll(Order.values());
    order.setValue(Order.WORST_FIRST);
    order.setConverter(Words.of(o -> o == null ? "" : o.title()));
    order.setAccessibleText("Order of rows");
    order.valueProperty().subscribe((before, now) -> find());
    scores.setAccessibleText("Scores that are shown");
    scores.setBlockIncrement(0.01);
    scores.lowValueProperty().subscribe(() -> settled.playFromStart());
    scores.highValueProperty().subscribe(() -> settled.playFromStart());
    Label range = new Label();
    range
        .textProperty()
        .bind(
            javafx.beans.binding.Bindings.createStringBinding(
                () ->
                    String.format(
                        Locale.ROOT,
                        "score %.2f to %.2f",
                        scores.getLowValue(),
                        scores.getHighValue()),
                scores.lowValueProperty(),
                scores.highValueProperty()));
    range.getStyleClass().add("muted");
    counted.setId("example-count");
    counted.getStyleClass().add("muted");
    FlowPane row = new FlowPane(12, 8, order);
    if (model != null && model.answers().isJudged()) {
      row.getChildren().addFirst(kept);
    }
    if (hasProbabilities()) {
      row.getChildren().addAll(scores, range);
    }
    row.getChildren().add(counted);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private boolean hasProbabilities() {
    return switch (run.open().predictions().task()) {
      case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION ->
          model != null && model.count() > 0 && !Double.isNaN(model.answers().score(0));
      default -> false;
    };
  }

  /// Finds and sorts off the toolkit's thread; the latest wish wins.
  private void find() {
    ExampleModel rows = model;
    if (rows == null) {
      return;
    }
    int mine = ++asked;
    Kept which =
        kept.getToggleGroup().getSelectedToggle() == null
            ? Kept.ALL
            : (Kept) kept.getToggleGroup().getSelectedToggle().getUserData();
    Order wanted = order.getValue();
    boolean all = scores.getLowValue() <= 0 && scores.getHighValue() >= 1;
    double from = all ? Double.NEGATIVE_INFINITY : scores.getLowValue();
    double to = all ? Double.POSITIVE_INFINITY : scores.getHighValue();
    session
        .tasks()
        .start(
            "Sorting the rows",
            item -> rows.rows(which, wanted, from, to),
            elements -> {
              if (mine == asked && table != null) {
                detail.getChildren().clear();
                table.show(elements);
                counted.setText(count(rows, elements.length));
              }
            });
  }

  private static String count(ExampleModel rows, int shown) {
    return Rounded.count(shown)
        + (shown == rows.count() ? "" : " of " + Rounded.count(rows.count()))
        + (rows.count() == 1 ? " row" : " rows")
        + (rows.answers().isJudged() ? ", " + Rounded.count(rows.wrong()) + " wrong" : "");
  }

  private void detail(@Nullable Integer element) {
    detail.getChildren().clear();
    if (element == null || table == null) {
      return;
    }
    GridPane values = new GridPane();
    values.getStyleClass().add("key-values");
    int line = 0;
    for (String[] entry : table.row(element)) {
      Label name = new Label(Visible.of(entry[0], 40));
      name.getStyleClass().add("muted");
      name.setMinWidth(Label.USE_PREF_SIZE);
      Label value = Parts.text(entry[1].isEmpty() ? "(missing)" : entry[1]);
      GridPane.setHgrow(value, Priority.ALWAYS);
      values.addRow(line++, name, value);
    }
    boolean right = table.answers().right(element);
    Label title = new Label("Row " + (run.open().predictions().rowIndex()[element] + 1));
    title.getStyleClass().add("card-title");
    title.setMinWidth(Label.USE_PREF_SIZE);
    HBox head = new HBox(10, title);
    if (table.answers().isJudged()) {
      head.getChildren().add(Parts.badge(right ? "✓ right" : "✗ wrong", right ? "pass" : "fail"));
    }
    head.setAlignment(Pos.CENTER_LEFT);
    detail.getChildren().addAll(head, values);
    if (RowPictures.fits(run.open())) {
      detail
          .getChildren()
          .add(
              1,
              new PicturePane(session, run.open(), run.open().predictions().rowIndex()[element]));
    }
    if (run.open().predictions() instanceof Predictions.TokenTags tags) {
      detail.getChildren().add(1, new EntitiesPane(session, run.open(), tags, element));
    }
    if (run.open().predictions() instanceof Predictions.Generated generated) {
      detail
          .getChildren()
          .add(
              1,
              ProbedPane.fits(run.open())
                  ? new ProbedPane(session, run.open(), generated, element)
                  : new GeneratedPane(session, run.open(), generated, element));
    }
    if (ExplainText.fits(run.open())) {
      int row = run.open().predictions().rowIndex()[element];
      detail
          .getChildren()
          .addAll(
              1,
              List.of(
                  new WordsPane(session, run.open(), row, table.answers().decision(element)),
                  new TokensPane(session, run.open(), row)));
    }
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", run.title(), "Rows");
  }

  @Override
  public List<String> command() {
    return run.open().request().command();
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void close() {
    settled.stop();
    if (table != null) {
      table.close();
    }
    asked++;
  }
}

package dev.assay.app.gui.dataset;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.theme.Look;
import dev.assay.check.composition.ClassesByGroup;
import dev.assay.check.composition.NumbersByGroup;
import dev.assay.common.Rounded;
import dev.assay.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// How classes are spread over groups, and a number over groups.
public final class ImbalancePane {

  private final Dataset dataset;
  private final ObservableValue<Look> look;
  private final RowLinks links;
  private final Preview classes;
  private final Preview spread;
  private final ColumnChoices choices;
  private final ComboBox<String> label;
  private final ComboBox<String> first;
  private final ComboBox<String> second;
  private final ComboBox<String> number;
  private final VBox table = new VBox(10);
  private final VBox numbers = new VBox(10);

  /// @param session runs the counting
  /// @param dataset what is counted
  /// @param look light or dark, followed live by charts
  /// @param links to the rows behind a number
  public ImbalancePane(
      Session session, Dataset dataset, ObservableValue<Look> look, RowLinks links) {
    this.links = links;
    this.dataset = dataset;
    this.look = look;
    this.classes = new Preview(session.tasks());
    this.spread = new Preview(session.tasks());
    this.choices = ColumnChoices.of(dataset);
    this.label = Choice.of("imbalance-label", "Label", choices.labels(), null);
    this.first = Choice.of("imbalance-group", "Groups of", choices.groups(), null);
    this.second = Choice.of("imbalance-cross", "Crossed with", choices.groups(), "nothing");
    this.number = Choice.of("imbalance-number", "Number", choices.numbers(), null);
  }

  /// The pane.
  public Node node() {
    if (choices.labels().isEmpty() || choices.groups().isEmpty()) {
      return TabPage.of(
          Parts.quiet(
              "There is no column with few values, so classes and groups cannot be counted."));
    }
    VBox upper =
        Parts.card(
            "Classes by group",
            "counted row by row",
            Choice.row("label", label, "by", first, "crossed with", second),
            table);
    VBox lower =
        Parts.card("A number by group", "", Choice.row("number", number, "by the groups above"));
    lower.getChildren().add(numbers);
    label.valueProperty().subscribe((before, now) -> count());
    first.valueProperty().subscribe((before, now) -> both());
    second.valueProperty().subscribe((before, now) -> both());
    number.valueProperty().subscribe((before, now) -> spread());
    both();
    return choices.numbers().isEmpty() ? TabPage.of(upper) : TabPage.of(upper, lower);
  }

  private void both() {
    count();
    if (!choices.numbers().isEmpty()) {
      spread();
    }
  }

  private List<String> groups() {
    String other = second.getValue();
    return other == null || other.isEmpty() || other.equals(first.getValue())
        ? List.of(first.getValue())
        : List.of(first.getValue(), other);
  }

  private void count() {
    String wanted = label.getValue();
    List<String> groups = groups();
    classes.ask(
        "Counting classes",
        item -> ClassesByGroup.of(dataset, wanted, groups, item.cancellation()),
        this::show);
  }

  private void spread() {
    String wanted = number.getValue();
    List<String> groups = groups();
    spread.ask(
        "Reading " + DataWords.name(wanted),
        item -> NumbersByGroup.of(dataset, wanted, groups, item.cancellation()),
        found -> {
          ChartPane chart = new ChartPane(DataCharts.distributions(found), look, links);
          numbers.getChildren().setAll(Parts.text(chart.chart().words()), chart);
        });
  }

  private void show(ClassesByGroup found) {
    ChartPane chart = new ChartPane(DataCharts.mosaic(found), look, links);
    chart.setId("mosaic");
    chart.setMaxWidth(860);
    chart.setPrefWidth(860);
    table
        .getChildren()
        .setAll(
            Parts.text(chart.chart().words()),
            chart,
            Parts.quiet(Sentences.measures(found)),
            lines(found));
  }

  private static TableView<ClassesByGroup.Group> lines(ClassesByGroup found) {
    TableView<ClassesByGroup.Group> lines = Tables.of("Classes by group", "No rows.");
    lines.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    List<TableColumn<ClassesByGroup.Group, ?>> columns = new ArrayList<>();
    columns.add(
        Tables.text(
            DataWords.name(found.groupsOf()),
            220,
            g -> DataWords.name(g.name()) + (g.isFew() ? " (few rows)" : "")));
    columns.add(
        Tables.number("Rows", 100, ClassesByGroup.Group::rows, n -> Rounded.count(n.longValue())));
    columns.add(
        Tables.number(
            "Share of all",
            110,
            g -> (double) g.rows() / Math.max(1, found.rows()),
            n -> Rounded.percent(n.doubleValue())));
    for (int c = 0; c < found.classes().size(); c++) {
      int at = c;
      String name = DataWords.name(found.classes().get(c));
      columns.add(
          Tables.number(
              "Rows with " + name,
              130,
              g -> g.counts().get(at),
              n -> Rounded.count(n.longValue())));
      columns.add(
          Tables.number(
              "Share " + name, 120, g -> g.share(at), n -> Rounded.percent(n.doubleValue())));
    }
    lines.getColumns().setAll(columns);
    lines.getItems().setAll(found.groups());
    ShortTable.fit(lines);
    return lines;
  }

  void close() {
    classes.cancel();
    spread.cancel();
  }
}

package dev.assay.app.gui.compare;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.table.ScaledColumns;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.compare.ComparisonWords;
import dev.assay.compare.DecisionChanges;
import dev.assay.compare.DecisionChanges.SliceChange;
import dev.assay.compare.RunComparison;
import dev.assay.metric.MetricValue;
import dev.assay.slice.RowQuery;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which decisions changed, and in which slices they concentrate.
final class DecisionsPane {

  private DecisionsPane() {}

  /// @param links to the rows of B
  static Node of(RunComparison comparison, RowLinks links) {
    DecisionChanges changes = comparison.decisions();
    VBox box = new VBox(12);
    box.getStyleClass().add("tab-body");
    if (comparison.scores() != null) {
      Label scores = Parts.text(ComparisonWords.scores(comparison.scores()));
      scores.setId("score-shifts");
      box.getChildren().add(scores);
    }
    if (changes == null) {
      box.getChildren()
          .add(
              Parts.quiet(
                  comparison.paired()
                      ? "These runs predict numbers: there are no decisions to change."
                      : "Decisions are compared row by row, and that is not possible here. "
                          + comparison.basis()));
      return box;
    }
    box.getChildren().addAll(Parts.text(ComparisonWords.decisions(changes)), figures(changes));
    if (!changes.slices().isEmpty()) {
      box.getChildren()
          .addAll(
              Parts.quiet(
                  concentration(changes)
                      + (links.atHand() ? " Enter leads to the rows of a slice." : "")),
              table(changes, links));
    }
    return box;
  }

  private static Node figures(DecisionChanges c) {
    FlowPane row = new FlowPane(12, 12);
    row.getChildren()
        .addAll(
            Parts.figure("Decided differently", Rounded.count(c.changed()), interval(c.share())),
            Parts.figure("Become right", Rounded.count(c.corrected()), "wrong in A, right in B"),
            Parts.figure("Become wrong", Rounded.count(c.spoiled()), "right in A, wrong in B"));
    Long up = c.toPositive();
    Long down = c.toNegative();
    if (up != null && down != null) {
      row.getChildren()
          .addAll(
              Parts.figure("Newly positive", Rounded.count(up), "negative in A"),
              Parts.figure("Newly negative", Rounded.count(down), "positive in A"));
    }
    return row;
  }

  /// Where they concentrate, in a sentence.
  static String concentration(DecisionChanges changes) {
    List<SliceChange> more = changes.concentrated();
    if (more.isEmpty()) {
      return "No slice is beyond chance more affected than the rest ("
          + Rounded.count(changes.slices().size())
          + " slices, Holm).";
    }
    return Rounded.count(more.size())
        + " of "
        + Rounded.count(changes.slices().size())
        + " slices are beyond chance more affected than the rest, first of all "
        + name(more.getFirst())
        + ".";
  }

  private static List<SliceChange> ordered(DecisionChanges changes) {
    return changes.slices().stream()
        .sorted(
            Comparator.comparing(SliceChange::concentration)
                .thenComparing(
                    Comparator.<SliceChange>comparingDouble(s -> s.share().orNaN()).reversed()))
        .toList();
  }

  private static Node table(DecisionChanges changes, RowLinks links) {
    TableView<SliceChange> table = Tables.of("Changed decisions by slice", "");
    table.setId("changed-slices");
    SortedList<SliceChange> sorted =
        new SortedList<>(FXCollections.observableList(ordered(changes)));
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.getColumns().add(Tables.text("For whom", 300, DecisionsPane::name));
    table
        .getColumns()
        .add(Tables.number("Rows", 90, SliceChange::rows, n -> Rounded.count(n.longValue())));
    table
        .getColumns()
        .add(Tables.number("Changed", 90, SliceChange::changed, n -> Rounded.count(n.longValue())));
    table
        .getColumns()
        .add(
            Tables.number(
                "Share", 80, s -> s.share().orNaN(), n -> Rounded.percent(n.doubleValue())));
    TableColumn<SliceChange, String> interval =
        Tables.text("Interval", 140, s -> interval(s.share()));
    interval.setSortable(false);
    table.getColumns().add(interval);
    table
        .getColumns()
        .add(
            Tables.number(
                "Of the rest",
                90,
                SliceChange::shareOfRest,
                n -> Double.isNaN(n.doubleValue()) ? "no rest" : Rounded.percent(n.doubleValue())));
    table.getColumns().add(Tables.text("Changed", 230, s -> s.concentration().words()));
    if (links.atHand()) {
      Tables.onOpen(table, s -> links.open(RowQuery.of(s.slice())));
    }
    ScaledColumns.follow(table);
    VBox.setVgrow(table, Priority.ALWAYS);
    return table;
  }

  private static String name(SliceChange s) {
    return Visible.of(s.slice().describe(), 60);
  }

  private static String interval(MetricValue share) {
    return switch (share) {
      case MetricValue.Undefined undefined -> undefined.reason();
      case MetricValue.Defined d ->
          d.interval() == null
              ? Rounded.percent(d.value())
              : Rounded.percent(d.interval().lower())
                  + " – "
                  + Rounded.percent(d.interval().upper());
    };
  }
}

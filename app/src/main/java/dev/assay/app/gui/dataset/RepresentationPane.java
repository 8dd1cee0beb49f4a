package dev.assay.app.gui.dataset;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.theme.Look;
import dev.assay.check.composition.GroupShares;
import dev.assay.check.composition.Population;
import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.dataset.Dataset;
import dev.assay.metric.MetricValue;
import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Groups against the people the data should stand for.
final class RepresentationPane {

  private static final double LEVEL = 0.95;
  private static final Duration SETTLES = Duration.millis(300);

  private final Dataset dataset;
  private final ObservableValue<Look> look;
  private final RowLinks links;
  private final Preview preview;
  private final ComboBox<String> first;
  private final ComboBox<String> second;
  private final ComboBox<Against> against = new ComboBox<>();
  private final TextArea typed = new TextArea();
  private final Label problem = Parts.text("");
  private final VBox shown = new VBox(10);
  private final PauseTransition settled = new PauseTransition(SETTLES);
  private final boolean any;

  /// Where the reference comes from.
  private sealed interface Against {

    String words();

    record Nobody() implements Against {
      @Override
      public String words() {
        return "no reference population";
      }
    }

    record Even() implements Against {
      @Override
      public String words() {
        return "equal shares";
      }
    }

    record Typed() implements Against {
      @Override
      public String words() {
        return "shares that I type";
      }
    }

    record Other(Dataset dataset) implements Against {
      @Override
      public String words() {
        return "the open dataset " + DataWords.name(String.valueOf(dataset.file().getFileName()));
      }
    }
  }

  RepresentationPane(Session session, Dataset dataset, ObservableValue<Look> look, RowLinks links) {
    this.links = links;
    this.dataset = dataset;
    this.look = look;
    this.preview = new Preview(session.tasks());
    ColumnChoices choices = ColumnChoices.of(dataset);
    this.any = !choices.groups().isEmpty();
    this.first = Choice.of("shares-group", "Groups of", choices.groups(), null);
    this.second = Choice.of("shares-cross", "Crossed with", choices.groups(), "nothing");
    against.getItems().addAll(new Against.Nobody(), new Against.Even(), new Against.Typed());
    session.datasets().stream()
        .filter(d -> !d.file().equals(dataset.file()))
        .forEach(d -> against.getItems().add(new Against.Other(d)));
    against.setId("shares-against");
    against.setAccessibleText("Reference population");
    against.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Against choice) {
            return choice == null ? "" : choice.words();
          }

          @Override
          public Against fromString(String words) {
            throw new IllegalStateException("not editable");
          }
        });
    against.getSelectionModel().selectFirst();
  }

  Node node() {
    if (!any) {
      return TabPage.of(Parts.quiet("There is no column with few values, so there are no groups."));
    }
    typed.setId("shares-typed");
    typed.setPromptText("One group a line, for instance:\nWhite = 60.5 %\nBlack = 12.1 %");
    typed.setAccessibleText("Shares of the population, one group a line");
    typed.setPrefRowCount(5);
    problem.getStyleClass().add("attention-text");
    VBox card =
        Parts.card(
            "Against a reference population",
            "intervals: Wilson, 95 %",
            Choice.row("groups of", first, "crossed with", second, "against", against),
            typed,
            problem,
            shown);
    settled.setOnFinished(event -> ask());
    first.valueProperty().subscribe((before, now) -> ask());
    second.valueProperty().subscribe((before, now) -> ask());
    against.valueProperty().subscribe((before, now) -> ask());
    typed.textProperty().subscribe((before, now) -> settled.playFromStart());
    ask();
    return TabPage.of(card);
  }

  private void ask() {
    boolean types = against.getValue() instanceof Against.Typed;
    typed.setVisible(types);
    typed.setManaged(types);
    say("");
    String other = second.getValue();
    List<String> groups =
        other.isEmpty() || other.equals(first.getValue())
            ? List.of(first.getValue())
            : List.of(first.getValue(), other);
    Against wanted = against.getValue();
    if (wanted instanceof Against.Other o && groups.size() == 1 && !has(o.dataset(), groups)) {
      say("That dataset has no column '" + DataWords.name(groups.getFirst()) + "'.");
      wanted = new Against.Nobody();
    } else if (wanted instanceof Against.Other && groups.size() > 1) {
      say("Another dataset is a reference for one column, not for a crossing.");
      wanted = new Against.Nobody();
    }
    Population known = typedOrNone(wanted);
    Against from = wanted;
    preview.ask(
        "Counting groups",
        item ->
            GroupShares.of(
                dataset,
                groups,
                from instanceof Against.Other o
                    ? Population.of(o.dataset(), groups.getFirst(), item.cancellation())
                    : known,
                LEVEL,
                item.cancellation()),
        this::show);
  }

  private static boolean has(Dataset other, List<String> groups) {
    return other.spec().column(groups.getFirst()).isPresent();
  }

  private Population typedOrNone(Against wanted) {
    return switch (wanted) {
      case Against.Nobody ignored -> new Population.Unknown();
      case Against.Other ignored -> new Population.Unknown();
      case Against.Even ignored -> new Population.Equal();
      case Against.Typed ignored -> {
        if (typed.getText().isBlank()) {
          yield new Population.Unknown();
        }
        try {
          yield Population.parse(typed.getText());
        } catch (InputRejected refused) {
          say(refused.sentence() + " " + refused.remedy());
          yield new Population.Unknown();
        }
      }
    };
  }

  private void say(String words) {
    problem.setText(words);
    problem.setVisible(!words.isEmpty());
    problem.setManaged(!words.isEmpty());
  }

  private void show(GroupShares shares) {
    ChartPane chart = new ChartPane(DataCharts.shares(shares), look, links);
    chart.setMaxWidth(860);
    chart.setPrefWidth(860);
    shown.getChildren().setAll(Parts.text(chart.chart().words()), chart, lines(shares));
  }

  private static TableView<GroupShares.Share> lines(GroupShares shares) {
    TableView<GroupShares.Share> lines = Tables.of("Groups and population", "No rows.");
    lines
        .getColumns()
        .add(Tables.text(DataWords.name(shares.groupsOf()), 200, g -> DataWords.name(g.name())));
    lines
        .getColumns()
        .add(
            Tables.number("Rows", 90, GroupShares.Share::count, n -> Rounded.count(n.longValue())));
    lines.getColumns().add(number("Here", 100, g -> g.share().orNaN(), true));
    lines.getColumns().add(Tables.text("Interval", 150, g -> interval(g.share())));
    lines
        .getColumns()
        .add(
            number("Population", 110, g -> g.expected() == null ? Double.NaN : g.expected(), true));
    lines
        .getColumns()
        .add(number("Ratio", 90, g -> g.ratio() == null ? Double.NaN : g.ratio(), false));
    lines.getColumns().add(Tables.text("Standing", 180, RepresentationPane::standing));
    lines.getItems().setAll(shares.groups());
    ShortTable.fit(lines);
    return lines;
  }

  private static TableColumn<GroupShares.Share, Number> number(
      String heading, double width, Function<GroupShares.Share, Number> value, boolean percent) {
    return Tables.number(
        heading,
        width,
        value,
        n ->
            Double.isNaN(n.doubleValue())
                ? "not known"
                : percent ? Rounded.percent(n.doubleValue()) : Rounded.number(n.doubleValue()));
  }

  private static String interval(MetricValue value) {
    return value instanceof MetricValue.Defined d && d.interval() != null
        ? Rounded.percent(d.interval().lower()) + " – " + Rounded.percent(d.interval().upper())
        : "undefined";
  }

  private static String standing(GroupShares.Share group) {
    String words =
        switch (group.standing()) {
          case LIKE -> "✓ as in the population";
          case OVER -> "▲ more common here";
          case UNDER -> "▼ rarer here";
          case UNDER_HALF -> "! under half";
          case UNKNOWN -> "not known";
        };
    return group.isFew() ? words + ", few rows" : words;
  }

  void close() {
    settled.stop();
    preview.cancel();
  }
}

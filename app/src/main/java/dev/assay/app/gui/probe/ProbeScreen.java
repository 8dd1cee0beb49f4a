package dev.assay.app.gui.probe;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.ProbeRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.app.gui.task.TaskProgress;
import dev.assay.app.gui.theme.Look;
import dev.assay.chart.Chart;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.explain.masked.Probe;
import dev.assay.explain.masked.ProbeNumber;
import dev.assay.usecase.ProbeAsked;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A probe of a masked language model: how far it is, then its numbers with intervals, by group as
/// charts, and its rows.
public final class ProbeScreen implements Screen {

  private final Session session;
  private final Navigator navigator;
  private final ProbeRun run;
  private final ObservableValue<Look> look;
  private final VBox page = new VBox(12);
  private final ListChangeListener<TaskItem> ended = change -> showState();
  private final Subscription found;

  /// @param look light or dark, followed live by charts
  public ProbeScreen(
      Session session, Navigator navigator, ProbeRun run, ObservableValue<Look> look) {
    this.session = session;
    this.navigator = navigator;
    this.run = run;
    this.look = look;
    page.getStyleClass().add("page");
    page.getChildren().addAll(heading(), TaskProgress.row(run.item(), "probe"));
    session.tasks().running().addListener(ended);
    found = run.found().subscribe(this::show);
    showState();
  }

  private Node heading() {
    return Parts.heading(
        ProbeWords.title(run.request().kind()) + ": " + run.title(),
        "",
        Parts.badge(ProbeAsked.word(run.request().kind()), "neutral"));
  }

  private Button again() {
    Button again = new Button("Set it up again …");
    again.setId("probe-again");
    again.setMinWidth(Button.USE_PREF_SIZE);
    again.setOnAction(
        event -> {
          session.probes().suggest(run.request());
          navigator.go(new Place.Evaluate());
        });
    return again;
  }

  private void showState() {
    if (run.found().get() == null && !session.tasks().running().contains(run.item())) {
      session.tasks().running().removeListener(ended);
      page.getChildren()
          .setAll(
              heading(),
              Parts.quiet("The probe ended before it was finished; nothing of it was kept."),
              again());
    }
  }

  private void show(@Nullable Probe probe) {
    if (probe == null) {
      return;
    }
    session.tasks().running().removeListener(ended);
    HBox below = new HBox(12, Parts.quiet(ProbeWords.asked(probe)), Parts.space(), again());
    below.setAlignment(Pos.CENTER_LEFT);
    TabPane tabs = new TabPane();
    tabs.setId("probe-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    Tab numbers = new Tab("Numbers", Parts.page(numbers(probe).toArray(Node[]::new)));
    Tab rows = new Tab("Rows", rows(probe));
    rows.setId("tab-probe-rows");
    tabs.getTabs().addAll(numbers, rows);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    page.getChildren().setAll(heading(), below, tabs);
  }

  private static Node rows(Probe probe) {
    TableView<Probe.Row> table = ProbeTable.of(probe);
    VBox page = new VBox(8, table);
    page.getStyleClass().add("tab-page");
    VBox.setVgrow(table, Priority.ALWAYS);
    return page;
  }

  private List<Node> numbers(Probe probe) {
    FlowPane figures = new FlowPane(12, 12);
    figures.setId("probe-figures");
    probe.numbers().stream()
        .filter(n -> n.slice().isEmpty())
        .forEach(n -> figures.getChildren().add(figure(n)));
    VBox remarks = new VBox(4);
    ProbeWords.remarks(probe).forEach(r -> remarks.getChildren().add(Parts.text("! " + r)));
    remarks.setManaged(!remarks.getChildren().isEmpty());
    VBox all = new VBox(12, figures, remarks);
    for (String column : ProbeCharts.columns(probe)) {
      VBox card =
          Parts.card(
              "By " + Visible.of(column, 60), "95 % intervals; groups below 10 rows are grey");
      for (Chart chart : ProbeCharts.of(probe, column)) {
        Label title = Parts.text(chart.title());
        title.getStyleClass().add("card-title");
        card.getChildren()
            .add(new VBox(6, title, Parts.quiet(chart.words()), new ChartPane(chart, look)));
      }
      all.getChildren().add(card);
    }
    if (ProbeCharts.columns(probe).isEmpty()) {
      all.getChildren()
          .add(
              Parts.quiet(
                  "No groups were told apart; choose columns under Groups to see gaps between"
                      + " them."));
    }
    return List.of(all);
  }

  private static Node figure(ProbeNumber number) {
    return Parts.figure(
        ProbeWords.name(number.metric()),
        ProbeWords.value(number),
        ProbeWords.interval(number),
        "n " + Rounded.count(number.n()) + "; " + ProbeWords.meaning(number.metric()));
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", "Probe of " + run.title());
  }

  @Override
  public List<String> command() {
    return run.command();
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void close() {
    session.tasks().running().removeListener(ended);
    found.unsubscribe();
  }
}

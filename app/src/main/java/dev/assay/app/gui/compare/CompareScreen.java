package dev.assay.app.gui.compare;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.RunEntry;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.app.gui.theme.Look;
import dev.assay.compare.ComparisonWords;
import dev.assay.compare.Outcome;
import dev.assay.compare.RunComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Two runs side by side: what got better, what got worse, for whom, and whether it is noise.
public final class CompareScreen implements Screen {

  private final Session session;
  private final Navigator navigator;
  private final Place.Compare place;
  private final ObservableValue<Look> look;
  private final VBox page = new VBox(12);
  private final ScrollPane scroll = new ScrollPane(page);
  private final VBox result = new VBox(12);
  private final ComboBox<RunEntry> champion;
  private final ComboBox<RunEntry> challenger;
  private final ListChangeListener<RunEntry> arrived = change -> arrive();
  private @Nullable TaskItem running;
  private boolean filling;
  private boolean closed;

  /// @param place the two runs, as far as they are chosen
  /// @param look light or dark, followed live by charts
  public CompareScreen(
      Session session, Navigator navigator, Place.Compare place, ObservableValue<Look> look) {
    this.session = session;
    this.navigator = navigator;
    this.place = place;
    this.look = look;
    this.champion = chooser("A · champion", "compare-a");
    this.challenger = chooser("B · challenger", "compare-b");
    page.getStyleClass().add("page");
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    VBox.setVgrow(result, Priority.ALWAYS);
    page.getChildren().addAll(choosers(), result);
    session.history().entries().addListener(arrived);
    if (first().isEmpty() || second().isEmpty()) {
      session.history().refresh();
    }
    arrive();
  }

  private void arrive() {
    filling = true;
    first().ifPresent(champion::setValue);
    second().ifPresent(challenger::setValue);
    filling = false;
    compare();
  }

  private Optional<RunEntry> first() {
    return session
        .history()
        .find(place.first().isEmpty() ? session.settings().get().champion() : place.first());
  }

  private Optional<RunEntry> second() {
    return session.history().find(place.second());
  }

  private Node choosers() {
    Label title = new Label("Compare");
    title.getStyleClass().add("page-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Button swap = new Button("⇄");
    swap.setId("compare-swap");
    swap.setAccessibleText("Exchange A and B");
    swap.setTooltip(new Tooltip("Exchange A and B"));
    swap.setMinWidth(Region.USE_PREF_SIZE);
    swap.setOnAction(event -> go(id(challenger), id(champion)));
    HBox row = new HBox(8, title, label("A"), champion, swap, label("B"), challenger);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label label(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("card-title");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private ComboBox<RunEntry> chooser(String name, String id) {
    ComboBox<RunEntry> box = new ComboBox<>(session.history().entries());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable RunEntry run) {
            return run == null ? "" : run.label();
          }

          @Override
          public RunEntry fromString(String text) {
            throw new IllegalStateException("not editable");
          }
        });
    box.setPromptText(name);
    box.setAccessibleText(name);
    box.setId(id);
    box.setOnAction(event -> go(id(champion), id(challenger)));
    box.setMinWidth(80);
    box.setPrefWidth(300);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static String id(ComboBox<RunEntry> box) {
    return box.getValue() == null ? "" : box.getValue().id();
  }

  private void go(String a, String b) {
    if (!closed && !filling) {
      navigator.go(new Place.Compare(a, b));
    }
  }

  private void compare() {
    Optional<RunEntry> a = first();
    Optional<RunEntry> b = second();
    if (closed || running != null) {
      return;
    }
    if (a.isEmpty() || b.isEmpty()) {
      result.getChildren().setAll(Parts.quiet("Choose two runs: A is what B is held against."));
      return;
    }
    if (a.get().id().equals(b.get().id())) {
      result.getChildren().setAll(Parts.quiet("A and B are the same run. Choose another."));
      return;
    }
    result.getChildren().setAll(Parts.quiet("Comparing …"));
    running = session.compare(a.get(), b.get(), this::show);
  }

  private void show(Session.Compared compared) {
    if (closed) {
      return;
    }
    CompareModel model = new CompareModel(compared.comparison());
    RowLinks links = rowsOfSecond();
    TabPane tabs = new TabPane();
    tabs.setId("compare-tabs");
    tabs.getStyleClass().add("compare-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    SlicesPane slices = new SlicesPane(model, look);
    Tab bySlice = tab("By slice", "slices", slices);
    NumbersPane numbers =
        new NumbersPane(
            model,
            session.tasks(),
            links,
            metric -> {
              slices.show(metric);
              tabs.getSelectionModel().select(bySlice);
            });
    tabs.getTabs()
        .addAll(
            tab("Numbers", "numbers", numbers),
            bySlice,
            tab("Decisions", "decisions", DecisionsPane.of(compared.comparison(), links)),
            tab("Settings", "settings", SettingsPane.of(compared)));
    VBox.setVgrow(tabs, Priority.ALWAYS);
    result.getChildren().setAll(headline(compared.comparison()), tabs);
  }

  private RowLinks rowsOfSecond() {
    return second()
        .filter(run -> run.open() != null)
        .map(run -> new RowLinks(query -> navigator.go(new Place.Rows(run.id(), query))))
        .orElse(RowLinks.NONE);
  }

  private static Tab tab(String title, String id, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId("tab-" + id);
    return tab;
  }

  private static Node headline(RunComparison comparison) {
    Label sentence = Parts.text(ComparisonWords.headline(comparison));
    sentence.getStyleClass().add("compare-headline");
    sentence.setId("compare-headline");
    FlowPane marks = new FlowPane(8, 4);
    for (Outcome outcome : Outcome.values()) {
      marks
          .getChildren()
          .add(
              Parts.badge(
                  String.format(
                      Locale.ROOT,
                      "%s %,d %s",
                      CompareModel.words(outcome).substring(0, 1),
                      comparison.count(outcome),
                      outcome.word()),
                  kind(outcome)));
    }
    Label everyone = Parts.text(ComparisonWords.everyone(comparison));
    Label basis = Parts.quiet(basis(comparison));
    basis.getStyleClass().add("secondary");
    if (!comparison.withoutInterval().isEmpty()) {
      basis.setTooltip(
          new Tooltip(
              "Without an interval: "
                  + String.join(
                      "\n",
                      comparison.withoutInterval().stream()
                          .map(CompareModel::metricName)
                          .toList())));
    }
    VBox card = new VBox(6, sentence, everyone, marks, basis);
    card.getStyleClass().add("card");
    return card;
  }

  private static String basis(RunComparison comparison) {
    StringBuilder words = new StringBuilder(comparison.basis());
    comparison.remarks().forEach(r -> words.append(' ').append(capital(r)).append('.'));
    int without = comparison.withoutInterval().size();
    if (without > 0) {
      words.append(
          without == 1
              ? " One metric has no interval and is not compared."
              : " " + without + " metrics have no interval and are not compared.");
    }
    return words.toString();
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String kind(Outcome outcome) {
    return switch (outcome) {
      case WORSE -> "fail";
      case BETTER -> "pass";
      case CHANGED -> "attention";
      case NOISE, UNDEFINED -> "neutral";
    };
  }

  /// The gate that holds B against A in a build; A must be recorded.
  static List<String> gate(@Nullable String baseline, List<String> challenger, String workspace) {
    if (baseline == null || challenger.size() < 2) {
      return List.of();
    }
    List<String> command = new ArrayList<>(List.of("gate"));
    command.addAll(challenger.subList(1, challenger.size()));
    command.addAll(List.of("--baseline", baseline, "--workspace", workspace));
    return List.copyOf(command);
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", "Compare");
  }

  @Override
  public List<String> command() {
    return gate(
        first().map(RunEntry::recordedId).orElse(null),
        second().map(RunEntry::command).orElse(List.of()),
        session.workspace().get().toString());
  }

  @Override
  public Parent node() {
    return scroll;
  }

  @Override
  public void close() {
    closed = true;
    session.history().entries().removeListener(arrived);
    if (running != null) {
      running.cancellation().cancel();
    }
  }
}

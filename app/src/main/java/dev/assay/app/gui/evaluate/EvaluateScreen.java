package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.usecase.EvaluateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;

/// Model × dataset × device × threshold × slices × checks, with the guess filled in; one button.
public final class EvaluateScreen implements Screen {

  private static final long LARGEST_SEED = Integer.MAX_VALUE;

  private static final OwnFile SUITE =
      new OwnFile(
          "behaviour-suite",
          "A suite of behaviour tests",
          "Add a suite …",
          "Only Assay’s own",
          "for models that read texts: those that come with Assay",
          name -> "those that come with Assay, and " + name);
  private static final OwnFile PRICES =
      new OwnFile(
          "cost-prices",
          "A price sheet",
          "Take a price sheet …",
          "Only examples",
          "examples, which are no real prices",
          name -> name);

  private final Session session;
  private final EvaluateViewModel view;
  private final Parent node;

  private EvaluateScreen(Session session, EvaluateViewModel view, Runnable openFile) {
    this.session = session;
    this.view = view;
    this.node =
        session.datasets().isEmpty()
            ? Parts.empty(
                "Evaluation needs a dataset, and a model unless the dataset holds scores. Drop them"
                    + " on the window, or choose.",
                "Open a file …",
                openFile)
            : form();
  }

  /// What is asked scrolls; the button that starts stays in sight.
  private Parent form() {
    BorderPane form =
        new BorderPane(
            Parts.page(
                Parts.heading("Evaluate", "what is filled in is a guess; change it"),
                Parts.card("What is evaluated", "", what()),
                Parts.card("How", "", how()),
                Parts.card("How the model is asked", "", new ModelForm(view.asking()).node()),
                Parts.card("What it costs", "", cost())));
    Node start = start();
    start.getStyleClass().add("foot-bar");
    form.setBottom(start);
    return form;
  }

  /// @param openFile asks for a file and opens it
  /// @param start starts a run
  public static Screen of(Session session, Runnable openFile, Consumer<EvaluateRequest> start) {
    return new EvaluateScreen(session, new EvaluateViewModel(session, start), openFile);
  }

  private Node what() {
    Form form = new Form();
    ComboBox<@Nullable OpenModel> model = new ComboBox<>(withNone(session.models()));
    model.setConverter(shown(m -> Visible.of(m.artefact().fileName(), 60), "the dataset's scores"));
    model.valueProperty().bindBidirectional(view.model());
    form.line("Model", model, "none = the scores that the dataset holds");
    ComboBox<@Nullable Dataset> dataset = datasets(view.dataset(), false);
    form.line("Dataset", dataset, "");
    form.line(
        "Label", choice(view.label(), view.columns(), "as described"), "the column with the truth");
    ComboBox<@Nullable String> positive = choice(view.positive(), view.classes(), "as described");
    view.label().subscribe((before, now) -> fill(positive, view.classes()));
    form.line("Positive class", positive, "of two classes");
    form.line(
        "Weights",
        choice(view.weight(), view.columns(), "every row counts once"),
        "rows that a row stands for");
    form.line("Trained on", datasets(view.reference(), true), "finds overlap, leakage and drift");
    form.line("Later batch", datasets(view.later(), true), "drift from the dataset to it");
    return form.grid();
  }

  private Node how() {
    Form form = new Form();
    Label known = new Label();
    known.setId("device-note");
    known.setWrapText(true);
    known
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::deviceNote, view.device(), view.model(), session.machine()));
    form.line("Device", device(), known);
    Slider threshold = new Slider(0, 1, 0.5);
    threshold.valueProperty().bindBidirectional(view.threshold());
    threshold.setBlockIncrement(0.01);
    Label shown = new Label();
    shown.textProperty().bind(view.threshold().map(t -> at(t.doubleValue())));
    form.line("Threshold", threshold, shown);
    form.line(
        "Groups", several(view.groupings(), view.sensitive()), "columns whose values are compared");
    Spinner<Integer> depth = new Spinner<>(1, 4, 2);
    depth.getValueFactory().valueProperty().bindBidirectional(view.depth());
    form.line("Crossed up to", depth, "attributes at once");
    form.line(
        "Checks",
        several(EvaluateViewModel.allFamilies(), view.families()),
        "families; none = only metrics");
    Label asked = new Label();
    form.line("Behaviour tests", SUITE.button(view.suites(), asked), asked);
    Spinner<Double> seed =
        new Spinner<>(
            new SpinnerValueFactory.DoubleSpinnerValueFactory(
                0, LARGEST_SEED, view.seed().get(), 1));
    seed.setEditable(true);
    seed.valueProperty().subscribe(now -> view.seed().set(Math.round(now)));
    form.line("Seed", seed, "of every random draw");
    return form.grid();
  }

  private Node cost() {
    Form form = new Form();
    CheckBox measure = new CheckBox("Measure it");
    measure.setId("measure-cost");
    measure.selectedProperty().bindBidirectional(view.cost().wanted());
    form.line("Cost", measure, "some twelve seconds more: time, memory, energy, price");
    Label sheet = new Label();
    form.line("Prices", PRICES.button(view.cost().prices(), sheet), sheet);
    form.line("Load", typed("cost-load", view.cost().monthly()), "predictions a month");
    form.line(
        "Latency budget", typed("cost-budget", view.cost().budget()), "milliseconds a prediction");
    form.grid().getChildren().stream()
        .filter(node -> node instanceof TextField || node instanceof Button)
        .forEach(node -> node.disableProperty().bind(view.cost().wanted().not()));
    return form.grid();
  }

  private static TextField typed(String id, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private static String at(double threshold) {
    return String.format(Locale.ROOT, "a score of at least %.3f is positive", threshold);
  }

  private Node start() {
    Button run = new Button("Run the evaluation");
    run.setId("run-evaluation");
    run.getStyleClass().add("primary");
    run.setMinWidth(Button.USE_PREF_SIZE);
    run.disableProperty().bind(view.hindrance().map(h -> !h.isEmpty()));
    run.setOnAction(event -> view.start());
    Label why = new Label();
    why.setId("evaluate-hindrance");
    why.getStyleClass().add("attention-text");
    why.textProperty().bind(view.hindrance());
    TextField command = new TextField();
    command.setEditable(false);
    command.getStyleClass().add("command-line");
    command.textProperty().bind(view.command());
    command.setAccessibleText("The same from a terminal");
    HBox.setHgrow(command, Priority.ALWAYS);
    HBox row = new HBox(12, run, why, command);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String deviceNote() {
    OpenModel chosen = view.model().get();
    return view.devices()
        .note(view.device().get(), chosen == null ? "" : chosen.artefact().digest().sha256());
  }

  private ComboBox<String> device() {
    ComboBox<String> device = new ComboBox<>();
    device.setId("device");
    device.getItems().setAll(view.devices().options());
    session
        .machine()
        .subscribe(
            found ->
                new DeviceWords(found)
                    .options().stream()
                        .filter(option -> !device.getItems().contains(option))
                        .forEach(device.getItems()::add));
    device.setConverter(
        shown(
            kind -> {
              String why = view.devices().hindrance(kind);
              return why.isEmpty() ? kind : kind + ": " + why;
            },
            ""));
    device.valueProperty().bindBidirectional(view.device());
    return device;
  }

  private ComboBox<@Nullable Dataset> datasets(
      ObjectProperty<@Nullable Dataset> chosen, boolean orNone) {
    ComboBox<@Nullable Dataset> box =
        new ComboBox<>(orNone ? withNone(session.datasets()) : session.datasets());
    box.setConverter(shown(d -> Visible.of(String.valueOf(d.file().getFileName()), 60), "none"));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  private static ComboBox<@Nullable String> choice(
      ObjectProperty<@Nullable String> chosen, List<String> values, String none) {
    ComboBox<@Nullable String> box = new ComboBox<>();
    fill(box, values);
    box.setConverter(shown(v -> Visible.of(v, 60), none));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  private static void fill(ComboBox<@Nullable String> box, List<String> values) {
    @Nullable String kept = box.getValue();
    List<@Nullable String> items = new ArrayList<>();
    items.add(null);
    items.addAll(values);
    box.getItems().setAll(items);
    box.setValue(values.contains(kept) ? kept : null);
  }

  private static <T> ObservableList<@Nullable T> withNone(ObservableList<T> items) {
    ObservableList<@Nullable T> all = FXCollections.observableArrayList();
    all.add(null);
    all.addAll(items);
    return all;
  }

  /// Several of these; both ways.
  private static CheckComboBox<String> several(List<String> items, ObservableList<String> chosen) {
    CheckComboBox<String> box = new CheckComboBox<>(FXCollections.observableArrayList(items));
    box.setConverter(shown(v -> Visible.of(v, 60), ""));
    chosen.forEach(box.getCheckModel()::check);
    box.getCheckModel()
        .getCheckedItems()
        .addListener(
            (ListChangeListener<String>)
                change -> chosen.setAll(box.getCheckModel().getCheckedItems()));
    return box;
  }

  private static <T> StringConverter<@Nullable T> shown(
      java.util.function.Function<T, String> words, String none) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? none : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new IllegalStateException("not editable");
      }
    };
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", "Evaluate");
  }

  @Override
  public List<String> command() {
    return view.request().map(EvaluateRequest::command).orElse(List.of());
  }

  @Override
  public Parent node() {
    return node;
  }
}

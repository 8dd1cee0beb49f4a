package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.usecase.EvaluateRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
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
import org.jspecify.annotations.Nullable;

/// Model × dataset × device × threshold × slices × checks, with the guess filled in; one button.
public final class EvaluateScreen implements Screen {

  private static final long LARGEST_SEED = Integer.MAX_VALUE;

  private static final OwnFiles SUITE =
      new OwnFiles(
          "behaviour-suite",
          "Suites of behaviour tests",
          "Add suites …",
          "Only Assay’s own",
          "for models that read texts: those that come with Assay",
          names -> "those that come with Assay, and " + names);
  private static final OwnFiles PRICES =
      new OwnFiles(
          "cost-prices",
          "Price sheets",
          "Take price sheets …",
          "Only examples",
          "examples, which are no real prices",
          names -> names);

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
    ReadOnlyBooleanProperty probed = view.probe().masked();
    ReadOnlyBooleanProperty forecast = view.forecast().forecast();
    BorderPane form =
        new BorderPane(
            Parts.page(
                Parts.heading("Evaluate", "what is filled in is a guess; change it"),
                Parts.card("What is evaluated", "", what()),
                only(
                    Parts.card(
                        "What the model is asked",
                        "for models that go on with texts",
                        new GenerationForm(view.generation(), view.dataset()).node()),
                    view.generation().causal()),
                only(
                    Parts.card(
                        "What the model is asked",
                        "masked language models are probed: words are hidden from them",
                        new ProbeForm(view).node()),
                    probed),
                only(
                    Parts.card(
                        "How forecasts are measured",
                        "each against what came, and against repeating the last season",
                        new ForecastForm(view).node()),
                    forecast),
                only(Parts.card("How", "", how()), probed.not()),
                only(
                    Parts.card("How the model is asked", "", new ModelForm(view).node()),
                    probed.or(forecast).not()),
                only(Parts.card("What it costs", "", cost()), probed.or(forecast).not())));
    Node start = start();
    start.getStyleClass().add("foot-bar");
    form.setBottom(start);
    return form;
  }

  /// A card that is shown only while it is about the model that is chosen.
  private static Node only(Node card, ObservableBooleanValue when) {
    card.visibleProperty().bind(when);
    card.managedProperty().bind(card.visibleProperty());
    return card;
  }

  /// @param openFile asks for a file and opens it
  /// @param start starts a run
  public static Screen of(Session session, Runnable openFile, Consumer<EvaluateRequest> start) {
    return new EvaluateScreen(session, new EvaluateViewModel(session, start), openFile);
  }

  private Node what() {
    Form form = new Form();
    ComboBox<@Nullable OpenModel> model = new ComboBox<>(Boxes.withNone(session.models()));
    model.setConverter(
        Boxes.shown(m -> Visible.of(m.artefact().fileName(), 60), "the dataset's scores"));
    model.valueProperty().bindBidirectional(view.model());
    form.line("Model", model, "none = the scores that the dataset holds");
    ComboBox<@Nullable Dataset> dataset = datasets(view.dataset(), false);
    form.line("Dataset", dataset, "");
    Node label = Boxes.choice(view.label(), view.columns(), "as described");
    label.setId("evaluate-label");
    form.line("Label", label, "the column with the truth");
    label.disableProperty().bind(view.probe().readsLabel().not());
    ComboBox<@Nullable String> positive =
        Boxes.choice(view.positive(), view.classes(), "as described");
    view.label().subscribe((before, now) -> Boxes.fill(positive, view.classes()));
    form.line("Positive class", positive, "of two classes");
    Node weights = Boxes.choice(view.weight(), view.columns(), "every row counts once");
    form.line("Weights", weights, "rows that a row stands for");
    Node trained = datasets(view.reference(), true);
    form.line("Trained on", trained, "finds overlap, leakage and drift");
    Node later = datasets(view.later(), true);
    form.line("Later batch", later, "drift from the dataset to it");
    ReadOnlyBooleanProperty probed = view.probe().masked();
    ReadOnlyBooleanProperty forecast = view.forecast().forecast();
    positive.disableProperty().bind(probed.or(view.generation().causal()).or(forecast));
    weights.disableProperty().bind(probed.or(forecast));
    List.of(trained, later).forEach(control -> control.disableProperty().bind(probed));
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
    threshold.disableProperty().bind(view.generation().causal().or(view.forecast().forecast()));
    Label shown = new Label();
    shown.textProperty().bind(view.threshold().map(t -> at(t.doubleValue())));
    form.line("Threshold", threshold, shown);
    form.line(
        "Groups",
        Boxes.several(view.groupings(), view.sensitive()),
        "columns whose values are compared");
    Spinner<Integer> depth = new Spinner<>(1, 4, 2);
    depth.getValueFactory().valueProperty().bindBidirectional(view.depth());
    form.line("Crossed up to", depth, "attributes at once");
    form.line(
        "Checks",
        Boxes.several(EvaluateViewModel.allFamilies(), view.families()),
        "families; none = only metrics");
    Label asked = new Label();
    Button suites = SUITE.button(view.suites(), asked);
    suites.disableProperty().bind(view.asking().texts().not().and(Bindings.isEmpty(view.suites())));
    form.line("Behaviour tests", suites, asked);
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
    form.line("Load", Boxes.typed("cost-load", view.cost().monthly()), "predictions a month");
    form.line(
        "Latency budget",
        Boxes.typed("cost-budget", view.cost().budget()),
        "milliseconds a prediction");
    form.grid().getChildren().stream()
        .filter(node -> node instanceof TextField || node instanceof Button)
        .forEach(node -> node.disableProperty().bind(view.cost().wanted().not()));
    return form.grid();
  }

  private static String at(double threshold) {
    return String.format(Locale.ROOT, "a score of at least %.3f is positive", threshold);
  }

  private Node start() {
    Button run = new Button();
    run.textProperty()
        .bind(
            Bindings.when(view.probe().masked())
                .then("Run the probe")
                .otherwise("Run the evaluation"));
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
        Boxes.shown(
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
        new ComboBox<>(orNone ? Boxes.withNone(session.datasets()) : session.datasets());
    box.setConverter(
        Boxes.shown(d -> Visible.of(String.valueOf(d.file().getFileName()), 60), "none"));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", "Evaluate");
  }

  @Override
  public List<String> command() {
    return view.words();
  }

  @Override
  public Parent node() {
    return node;
  }
}

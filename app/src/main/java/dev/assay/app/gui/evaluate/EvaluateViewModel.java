package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.app.gui.session.Session;
import dev.assay.check.Checks;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is to be evaluated, with the guess filled in.
public final class EvaluateViewModel {

  private final Session session;
  private final Consumer<EvaluateRequest> start;
  private final ObjectProperty<@Nullable OpenModel> model =
      new SimpleObjectProperty<>(this, "model");
  private final ObjectProperty<@Nullable Dataset> dataset =
      new SimpleObjectProperty<>(this, "dataset");
  private final ObjectProperty<@Nullable Dataset> reference =
      new SimpleObjectProperty<>(this, "reference");
  private final ObjectProperty<@Nullable Dataset> later = new SimpleObjectProperty<>(this, "later");
  private final ObjectProperty<@Nullable String> label = new SimpleObjectProperty<>(this, "label");
  private final ObjectProperty<@Nullable String> positive =
      new SimpleObjectProperty<>(this, "positive");
  private final ObjectProperty<@Nullable String> weight =
      new SimpleObjectProperty<>(this, "weight");
  private final ObjectProperty<String> device = new SimpleObjectProperty<>(this, "device", "auto");
  private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", 0.5);
  private final ObservableList<String> sensitive = FXCollections.observableArrayList();
  private final ObservableList<Path> suites = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> depth = new SimpleObjectProperty<>(this, "depth", 2);
  private final ObservableList<String> families =
      FXCollections.observableArrayList(Families.usual());
  private final ModelChoice asking = new ModelChoice();
  private final GenerationChoice generation = new GenerationChoice();
  private final ProbeChoice probe = new ProbeChoice();
  private final ForecastChoice forecast = new ForecastChoice();
  private final PrecisionChoice precision = new PrecisionChoice();
  private final CostChoice cost = new CostChoice();
  private final ObjectProperty<Long> seed =
      new SimpleObjectProperty<>(this, "seed", EvaluateWords.SEED);

  /// @param start starts a run
  public EvaluateViewModel(Session session, Consumer<EvaluateRequest> start) {
    this.session = session;
    this.start = start;
    dataset.subscribe(this::fillIn);
    model.subscribe(now -> fit());
    dataset.subscribe(now -> fit());
    model.set(session.models().isEmpty() ? null : session.models().getFirst());
    dataset.set(session.datasets().isEmpty() ? null : session.datasets().getFirst());
    session.takeSuggestion().ifPresent(this::repeat);
  }

  private void fit() {
    asking.fit(model.get(), dataset.get());
    generation.fit(model.get(), dataset.get());
    probe.fit(model.get(), dataset.get());
    forecast.fit(model.get(), dataset.get());
    precision.fit(model.get());
  }

  private void repeat(EvaluateRequest request) {
    Path file = request.model();
    model.set(file == null ? null : precision.repeat(file, session.models()).orElse(null));
    session.dataset(request.data()).ifPresent(dataset::set);
    reference.set(open(request.reference()));
    later.set(open(request.later()));
    threshold.set(request.threshold());
    depth.set(request.depth());
    device.set(request.device());
    seed.set(request.seed());
    families.setAll(Families.of(Checks.select(request.checks())));
    suites.setAll(request.suites());
    asking.repeat(request);
    generation.repeat(request.generation());
    probe.repeat(request.probe());
    forecast.repeat(request.forecast());
    cost.repeat(request.cost());
    if (request.label() != null) {
      label.set(request.label());
    }
    if (request.positive() != null) {
      positive.set(request.positive());
    }
    weight.set(request.weight());
    if (!request.sensitive().isEmpty()) {
      sensitive.setAll(request.sensitive());
    }
  }

  private @Nullable Dataset open(@Nullable Path file) {
    return file == null ? null : session.dataset(file).orElse(null);
  }

  /// The model, null = the dataset's stored scores.
  public ObjectProperty<@Nullable OpenModel> model() {
    return model;
  }

  /// The dataset.
  public ObjectProperty<@Nullable Dataset> dataset() {
    return dataset;
  }

  /// Training data, for overlap and drift; null = none.
  public ObjectProperty<@Nullable Dataset> reference() {
    return reference;
  }

  /// A later batch, for drift; null = none.
  public ObjectProperty<@Nullable Dataset> later() {
    return later;
  }

  /// Label column, null = as described or guessed.
  public ObjectProperty<@Nullable String> label() {
    return label;
  }

  /// Positive class, null = as described or guessed.
  public ObjectProperty<@Nullable String> positive() {
    return positive;
  }

  /// Column of weights, null = every row counts once.
  public ObjectProperty<@Nullable String> weight() {
    return weight;
  }

  /// "auto", "cpu", "cuda" …
  public ObjectProperty<String> device() {
    return device;
  }

  /// A score of at least this is a positive decision.
  public DoubleProperty threshold() {
    return threshold;
  }

  /// Columns to slice by.
  public ObservableList<String> sensitive() {
    return sensitive;
  }

  /// Attributes that are crossed at most.
  public ObjectProperty<Integer> depth() {
    return depth;
  }

  /// Families of checks that are run.
  public ObservableList<String> families() {
    return families;
  }

  /// How a model of texts or images is asked.
  public ModelChoice asking() {
    return asking;
  }

  /// What a model that goes on with texts is asked.
  public GenerationChoice generation() {
    return generation;
  }

  /// What a masked language model is asked.
  public ProbeChoice probe() {
    return probe;
  }

  /// How forecasts are measured.
  public ForecastChoice forecast() {
    return forecast;
  }

  /// Which graph in the model's folder runs.
  public PrecisionChoice precision() {
    return precision;
  }

  /// Whether and how cost is measured.
  public CostChoice cost() {
    return cost;
  }

  /// Seed of every random draw.
  public ObjectProperty<Long> seed() {
    return seed;
  }

  /// Every family of checks.
  public static List<String> allFamilies() {
    return Families.of(Checks.all());
  }

  /// Columns of the dataset.
  public List<String> columns() {
    return Offered.columns(dataset.get());
  }

  /// Files with further suites of behaviour tests.
  public ObservableList<Path> suites() {
    return suites;
  }

  /// What rows can be grouped by.
  public List<String> groupings() {
    return Offered.groupings(dataset.get(), model.get());
  }

  /// Classes of the label that is chosen, the most frequent first.
  public List<String> classes() {
    return Offered.classes(dataset.get(), label.get());
  }

  /// What is known of devices.
  public DeviceWords devices() {
    return new DeviceWords(session.machine().get());
  }

  /// Why it cannot be started; empty when it can.
  public ObservableValue<String> hindrance() {
    return Bindings.createStringBinding(() -> Hindrance.of(this), chosen());
  }

  /// The command line that does the same.
  public ObservableValue<String> command() {
    return Bindings.createStringBinding(() -> CommandLineText.of(words()), chosen());
  }

  /// Everything that can be chosen.
  private Observable[] chosen() {
    List<Observable> all = new ArrayList<>();
    all.addAll(List.of(model, dataset, reference, later, label, positive, weight, device));
    all.addAll(List.of(threshold, sensitive, depth, families, seed, suites, session.machine()));
    all.addAll(asking.chosen());
    all.addAll(generation.chosen());
    all.addAll(probe.chosen());
    all.addAll(forecast.chosen());
    all.addAll(precision.chosen());
    all.addAll(cost.chosen());
    return all.toArray(Observable[]::new);
  }

  /// Starts the run.
  public void start() {
    request().ifPresent(start);
  }

  /// Words of the command line that does the same; none without a dataset.
  public List<String> words() {
    return request().map(EvaluateRequest::command).orElse(List.of());
  }

  /// What is evaluated; empty without a dataset.
  public Optional<EvaluateRequest> request() {
    Dataset data = dataset.get();
    return data == null ? Optional.empty() : Optional.of(request(data));
  }

  private EvaluateRequest request(Dataset data) {
    OpenModel chosen = model.get();
    if (chosen != null && probe.masked().get()) {
      return probe.request(
          chosen.file(),
          data.file(),
          session.description(data.file()).orElse(null),
          label.get(),
          List.copyOf(sensitive));
    }
    double rounded = Math.round(threshold.get() * 1000) / 1000.0;
    Changed changed = Changed.of(data, label.get(), positive.get());
    List<String> further = new ArrayList<>(precision.words());
    further.addAll(asking.words());
    further.addAll(generation.words());
    further.addAll(forecast.words());
    further.addAll(forecast.forecast().get() ? List.of() : cost.words());
    EvaluateRequest asked = asked(data, chosen, rounded, changed);
    return EvaluateWords.with(asked, chosen == null ? null : chosen.file(), further);
  }

  private EvaluateRequest asked(
      Dataset data, @Nullable OpenModel chosen, double rounded, Changed changed) {
    return EvaluateRequest.of(data.file())
        .model(chosen == null ? null : precision.file(chosen))
        .modelSpec(chosen == null ? null : precision.described(chosen))
        .datasetSpec(session.description(data.file()).orElse(null))
        .reference(file(reference.get()))
        .later(file(later.get()))
        .device(device.get())
        .threshold(rounded)
        .labelThresholds(asking.thresholds())
        .sensitive(List.copyOf(sensitive))
        .label(changed.label())
        .positive(changed.positive())
        .weight(forecast.forecast().get() ? null : weight.get())
        .checks(Families.words(families, asking.asksWorseImages()))
        .suites(List.copyOf(suites))
        .depth(depth.get())
        .seed(seed.get())
        .longTexts(asking.longTexts())
        .timeoutSeconds(EvaluateWords.TIMEOUT_SECONDS)
        .tune(asking.isTuned())
        .cost(forecast.forecast().get() ? null : cost.asked())
        .generation(generation.asked())
        .forecast(forecast.asked())
        .build();
  }

  private static @Nullable Path file(@Nullable Dataset data) {
    return data == null ? null : data.file();
  }

  private void fillIn(@Nullable Dataset chosen) {
    if (chosen == null) {
      return;
    }
    sensitive.setAll(
        chosen.spec().withRole(ColumnRole.SENSITIVE).stream().map(ColumnSpec::name).toList());
    label.set(
        chosen.spec().withRole(ColumnRole.LABEL).stream()
            .map(ColumnSpec::name)
            .findFirst()
            .orElse(null));
    LabelSpec described = chosen.spec().label();
    positive.set(described == null ? null : described.positive());
    weight.set(null);
  }
}

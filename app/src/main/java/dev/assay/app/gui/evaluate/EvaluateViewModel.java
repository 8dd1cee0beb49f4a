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
import java.util.Locale;
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

  private static final long SEED = 7;
  private static final long TIMEOUT_SECONDS = 3600;

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
  private final CostChoice cost = new CostChoice();
  private final ObjectProperty<Long> seed = new SimpleObjectProperty<>(this, "seed", SEED);

  /// @param start starts a run
  public EvaluateViewModel(Session session, Consumer<EvaluateRequest> start) {
    this.session = session;
    this.start = start;
    dataset.subscribe(this::fillIn);
    model.subscribe(now -> asking.fit(now, dataset.get()));
    dataset.subscribe(now -> asking.fit(model.get(), now));
    model.set(session.models().isEmpty() ? null : session.models().getFirst());
    dataset.set(session.datasets().isEmpty() ? null : session.datasets().getFirst());
    session.takeSuggestion().ifPresent(this::repeat);
  }

  private void repeat(EvaluateRequest request) {
    Path file = request.model();
    model.set(file == null ? null : session.model(file).orElse(null));
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
    return Bindings.createStringBinding(
        this::whyNot,
        model,
        dataset,
        device,
        session.machine(),
        asking.texts(),
        asking.labels(),
        asking.windows(),
        asking.shared(),
        asking.own(),
        cost.wanted(),
        cost.monthly(),
        cost.budget());
  }

  private String whyNot() {
    OpenModel chosen = model.get();
    Dataset data = dataset.get();
    if (data == null) {
      return "Choose a dataset.";
    }
    if (chosen != null && !chosen.runnable()) {
      return "The pre-scan refused this model.";
    }
    boolean stored =
        !data.spec().withRole(ColumnRole.SCORE).isEmpty()
            || !data.spec().withRole(ColumnRole.PREDICTION).isEmpty();
    if (chosen == null && !stored) {
      return "Choose a model: the dataset holds no scores.";
    }
    String unusable = devices().hindrance(device.get());
    if (!unusable.isEmpty()) {
      return "Choose another device: " + unusable + ".";
    }
    String asked = asking.hindrance();
    return asked.isEmpty() ? cost.hindrance(chosen != null) : asked;
  }

  /// The command line that does the same.
  public ObservableValue<String> command() {
    return Bindings.createStringBinding(
        () -> request().map(r -> CommandLineText.of(r.command())).orElse(""),
        new Observable[] {
          model,
          dataset,
          reference,
          later,
          label,
          positive,
          weight,
          device,
          threshold,
          sensitive,
          depth,
          families,
          seed,
          suites,
          asking.texts(),
          asking.images(),
          asking.labels(),
          asking.windows(),
          asking.shared(),
          asking.tune(),
          asking.worse(),
          asking.own(),
          cost.wanted(),
          cost.prices(),
          cost.monthly(),
          cost.budget()
        });
  }

  /// Starts the run.
  public void start() {
    request().ifPresent(start);
  }

  /// What was asked; empty without a dataset.
  public Optional<EvaluateRequest> request() {
    Dataset data = dataset.get();
    return data == null ? Optional.empty() : Optional.of(request(data));
  }

  private EvaluateRequest request(Dataset data) {
    OpenModel chosen = model.get();
    double rounded = Math.round(threshold.get() * 1000) / 1000.0;
    Changed changed = changed(data);
    List<String> checks = Families.words(families, asking.asksWorseImages());
    return new EvaluateRequest(
        chosen == null ? null : chosen.file(),
        data.file(),
        session.description(data.file()).orElse(null),
        null,
        file(reference.get()),
        file(later.get()),
        device.get(),
        rounded,
        asking.thresholds(),
        List.copyOf(sensitive),
        changed.label(),
        changed.positive(),
        weight.get(),
        checks,
        List.copyOf(suites),
        depth.get(),
        seed.get(),
        asking.longTexts(),
        TIMEOUT_SECONDS,
        asking.isTuned(),
        cost.asked(),
        command(chosen, data, rounded, changed, checks));
  }

  /// Label and positive class, where they differ from the description.
  private record Changed(@Nullable String label, @Nullable String positive) {}

  private Changed changed(Dataset data) {
    LabelSpec described = data.spec().label();
    String column =
        data.spec().withRole(ColumnRole.LABEL).stream()
            .map(ColumnSpec::name)
            .findFirst()
            .orElse(null);
    boolean sameLabel = label.get() == null || label.get().equals(column);
    boolean samePositive =
        positive.get() == null
            || (sameLabel && described != null && positive.get().equals(described.positive()));
    return new Changed(sameLabel ? null : label.get(), samePositive ? null : positive.get());
  }

  private List<String> command(
      @Nullable OpenModel chosen,
      Dataset data,
      double rounded,
      Changed changed,
      List<String> checks) {
    List<String> command = new ArrayList<>(List.of("evaluate"));
    option(command, "--model", chosen == null ? null : chosen.file());
    option(command, "--data", data.file());
    option(command, "--dataset-spec", session.description(data.file()).orElse(null));
    option(command, "--reference", file(reference.get()));
    option(command, "--later", file(later.get()));
    option(command, "--label", changed.label());
    option(command, "--positive", changed.positive());
    option(command, "--weight", weight.get());
    option(command, "--device", device.get().equals("auto") ? null : device.get());
    option(command, "--threshold", String.format(Locale.ROOT, "%.3f", rounded));
    option(command, "--sensitive", sensitive.isEmpty() ? null : String.join(",", sensitive));
    option(command, "--depth", depth.get());
    option(command, "--checks", String.join(",", checks));
    String own = String.join(",", suites.stream().map(Path::toString).toList());
    option(command, "--behaviour", own.isEmpty() ? null : own);
    option(command, "--seed", seed.get() == SEED ? null : seed.get());
    command.addAll(asking.words());
    command.addAll(cost.words());
    return List.copyOf(command);
  }

  private static void option(List<String> command, String name, @Nullable Object value) {
    if (value != null) {
      command.addAll(List.of(name, value.toString()));
    }
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

package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.app.gui.session.Session;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What is to be evaluated, with the guess filled in.
public final class EvaluateViewModel {

  private static final long SEED = 7;
  private static final long TIMEOUT_SECONDS = 3600;

  private final Session session;
  private final Consumer<NumberedRun> done;
  private final ObjectProperty<@Nullable OpenModel> model =
      new SimpleObjectProperty<>(this, "model");
  private final ObjectProperty<Dataset> dataset = new SimpleObjectProperty<>(this, "dataset");
  private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", 0.5);
  private final StringProperty sensitive = new SimpleStringProperty(this, "sensitive", "");
  private final ObjectProperty<Integer> depth = new SimpleObjectProperty<>(this, "depth", 2);
  private final StringProperty checks = new SimpleStringProperty(this, "checks", "all");

  /// @param done receives the finished run
  public EvaluateViewModel(Session session, Consumer<NumberedRun> done) {
    this.session = session;
    this.done = done;
    dataset.subscribe(this::fillIn);
    model.set(session.models().isEmpty() ? null : session.models().getFirst());
    dataset.set(session.datasets().isEmpty() ? null : session.datasets().getFirst());
    session.takeSuggestion().ifPresent(this::repeat);
  }

  private void repeat(EvaluateRequest request) {
    Path file = request.model();
    model.set(file == null ? null : session.model(file).orElse(null));
    session.dataset(request.data()).ifPresent(dataset::set);
    threshold.set(request.threshold());
    depth.set(request.depth());
    checks.set(String.join(",", request.checks()));
    if (!request.sensitive().isEmpty()) {
      sensitive.set(String.join(", ", request.sensitive()));
    }
  }

  /// The model, null = the dataset's stored scores.
  public ObjectProperty<@Nullable OpenModel> model() {
    return model;
  }

  /// The dataset.
  public ObjectProperty<Dataset> dataset() {
    return dataset;
  }

  /// A score of at least this is a positive decision.
  public DoubleProperty threshold() {
    return threshold;
  }

  /// Columns to slice by, separated by commas.
  public StringProperty sensitive() {
    return sensitive;
  }

  /// Attributes that are crossed at most.
  public ObjectProperty<Integer> depth() {
    return depth;
  }

  /// "all" or "none".
  public StringProperty checks() {
    return checks;
  }

  /// Why it cannot be started; empty when it can.
  public ObservableValue<String> hindrance() {
    return Bindings.createStringBinding(this::whyNot, model, dataset);
  }

  private String whyNot() {
    OpenModel chosen = model.get();
    if (dataset.get() == null) {
      return "Choose a dataset.";
    }
    if (chosen != null && !chosen.runnable()) {
      return "The pre-scan refused this model.";
    }
    boolean stored =
        !dataset.get().spec().withRole(ColumnRole.SCORE).isEmpty()
            || !dataset.get().spec().withRole(ColumnRole.PREDICTION).isEmpty();
    return chosen == null && !stored ? "Choose a model: the dataset holds no scores." : "";
  }

  /// The command line that does the same.
  public ObservableValue<String> command() {
    return Bindings.createStringBinding(
        () -> dataset.get() == null ? "" : CommandLineText.of(request().command()),
        model,
        dataset,
        threshold,
        sensitive,
        depth,
        checks);
  }

  /// Starts the run.
  public void start() {
    session.evaluate(request(), done);
  }

  private EvaluateRequest request() {
    OpenModel chosen = model.get();
    @Nullable Path file = chosen == null ? null : chosen.file();
    List<String> columns =
        Arrays.stream(sensitive.get().split(","))
            .map(String::strip)
            .filter(c -> !c.isEmpty())
            .toList();
    double rounded = Math.round(threshold.get() * 1000) / 1000.0;
    List<String> command = new ArrayList<>(List.of("evaluate"));
    if (file != null) {
      command.addAll(List.of("--model", file.toString()));
    }
    command.addAll(
        List.of(
            "--data",
            dataset.get().file().toString(),
            "--threshold",
            String.format(Locale.ROOT, "%.3f", rounded)));
    @Nullable Path described = session.description(dataset.get().file()).orElse(null);
    if (described != null) {
      command.addAll(List.of("--dataset-spec", described.toString()));
    }
    if (!columns.isEmpty()) {
      command.addAll(List.of("--sensitive", String.join(",", columns)));
    }
    command.addAll(List.of("--depth", String.valueOf(depth.get()), "--checks", checks.get()));
    return new EvaluateRequest(
        file,
        dataset.get().file(),
        described,
        null,
        null,
        null,
        "auto",
        rounded,
        columns,
        null,
        null,
        List.of(checks.get()),
        depth.get(),
        SEED,
        TIMEOUT_SECONDS,
        List.copyOf(command));
  }

  private void fillIn(@Nullable Dataset chosen) {
    if (chosen != null) {
      sensitive.set(
          chosen.spec().withRole(ColumnRole.SENSITIVE).stream()
              .map(ColumnSpec::name)
              .collect(Collectors.joining(", ")));
    }
  }
}

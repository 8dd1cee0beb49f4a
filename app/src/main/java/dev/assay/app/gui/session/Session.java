package dev.assay.app.gui.session;

import dev.assay.app.gui.settings.Settings;
import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.app.wiring.Wiring;
import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.compare.ComparedRun;
import dev.assay.compare.RunComparison;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Policy;
import dev.assay.model.ModelGraph;
import dev.assay.provenance.Provenance;
import dev.assay.report.Reports;
import dev.assay.report.document.Document;
import dev.assay.source.Sources;
import dev.assay.store.AuditStore;
import dev.assay.usecase.CompareRuns;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.Examination;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.Workbench;
import dev.assay.work.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is open in the window, and the ways to open more. All lists change on the toolkit's thread
/// only.
public final class Session implements AutoCloseable {

  private static final long LONGEST_SAVE_SECONDS = 5;

  private final Wiring wiring;
  private final Workbench workbench;
  private final TaskCenter tasks;
  private final SettingsFile settingsFile;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ReadOnlyObjectWrapper<Path> workspace;
  private final ObservableList<OpenModel> models = FXCollections.observableArrayList();
  private final ObservableList<Dataset> datasets = FXCollections.observableArrayList();
  private final ObservableList<NumberedRun> runs = FXCollections.observableArrayList();
  private final ObservableList<AuditStore.Listed> audits = FXCollections.observableArrayList();
  private final RunsUnderway starting;
  private final RunHistory history;
  private @Nullable EvaluateRequest suggestion;
  private final Map<Path, Path> descriptions = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Examination> machine =
      new ReadOnlyObjectWrapper<>(this, "machine");
  private final Writing writing;

  /// One thread, so that the latest settings are written last; the toolkit's never waits for a
  /// disk.
  private final ExecutorService saving =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("settings").factory());

  /// @param wiring the engine
  /// @param tasks runs long work
  /// @param settingsFile remembers
  /// @param workspace where audits are recorded
  public Session(Wiring wiring, TaskCenter tasks, SettingsFile settingsFile, Path workspace) {
    this.wiring = wiring;
    this.workbench = wiring.workbench();
    this.tasks = tasks;
    this.settingsFile = settingsFile;
    this.settings = new ReadOnlyObjectWrapper<>(this, "settings", settingsFile.load());
    this.workspace = new ReadOnlyObjectWrapper<>(this, "workspace", workspace);
    this.writing = new Writing(wiring, tasks, this.workspace, settingsFile);
    this.starting = new RunsUnderway(workbench, tasks);
    this.history = new RunHistory(wiring, tasks, this.workspace, runs);
  }

  /// What this machine offers; null until it was looked at.
  public ReadOnlyObjectProperty<@Nullable Examination> machine() {
    return machine.getReadOnlyProperty();
  }

  /// Looks at the machine, in the background.
  public void lookAtTheMachine() {
    Path place = workspace.get();
    tasks.start(
        "Looking at the machine",
        item -> wiring.doctor(place).examine(),
        (Examination found) -> machine.set(found));
  }

  /// Records and reads audits in another workspace from now on.
  public void useWorkspace(Path file) {
    workspace.set(file);
    remember(s -> s.withWorkspace(file));
    audits.clear();
    refreshAudits();
  }

  /// The engine.
  public Wiring wiring() {
    return wiring;
  }

  /// Runs long work.
  public TaskCenter tasks() {
    return tasks;
  }

  /// Where audits are recorded.
  public ReadOnlyObjectProperty<Path> workspace() {
    return workspace.getReadOnlyProperty();
  }

  /// What is remembered.
  public ReadOnlyObjectProperty<Settings> settings() {
    return settings.getReadOnlyProperty();
  }

  /// Models that are open, the latest first.
  public ObservableList<OpenModel> models() {
    return models;
  }

  /// Datasets that are open, the latest first.
  public ObservableList<Dataset> datasets() {
    return datasets;
  }

  /// Runs of this session, the latest first.
  public ObservableList<NumberedRun> runs() {
    return runs;
  }

  /// Runs of this session and of the workspace.
  public RunHistory history() {
    return history;
  }

  /// What to fill in where the next run is set up: the request of a run to be repeated.
  public void suggest(EvaluateRequest request) {
    suggestion = request;
  }

  /// What was suggested, once.
  public Optional<EvaluateRequest> takeSuggestion() {
    Optional<EvaluateRequest> taken = Optional.ofNullable(suggestion);
    suggestion = null;
    return taken;
  }

  /// Audits of the workspace, the latest first.
  public ObservableList<AuditStore.Listed> audits() {
    return audits;
  }

  /// What is being written: cards and policies.
  public Writing writing() {
    return writing;
  }

  /// Policies that can be judged by: those that come with Assay, then the user's own.
  public ObservableList<Policy> policies() {
    return writing.policies();
  }

  /// Changes what is remembered, and keeps it.
  public void remember(UnaryOperator<Settings> change) {
    settings.set(change.apply(settings.get()));
    Settings kept = settings.get();
    saving.execute(() -> settingsFile.save(kept));
  }

  /// Opens whatever the file is.
  ///
  /// @param model receives a model
  /// @param dataset receives a dataset
  public void open(Path file, Consumer<OpenModel> model, Consumer<Dataset> dataset) {
    tasks.start(
        "Opening " + file.getFileName(),
        item -> read(file, item),
        opened -> {
          descriptions.remove(file);
          keep(opened, model, dataset);
        });
  }

  private sealed interface Opened {
    record AsModel(OpenModel model) implements Opened {}

    record AsDataset(Dataset dataset) implements Opened {}
  }

  private Opened read(Path file, TaskItem item) {
    return switch (Sources.recognise(file)) {
      case ONNX, TRANSFORMER_FOLDER, TRANSFORMER_ARCHIVE ->
          new Opened.AsModel(new OpenModel(file, workbench.model(file, item.cancellation())));
      case CSV, PARQUET, JSON_LINES, IMAGE_FOLDER, DATASET_DESCRIPTOR, MODEL_DESCRIPTOR ->
          new Opened.AsDataset(workbench.dataset(file, null, item, item.cancellation()));
    };
  }

  private void keep(Opened opened, Consumer<OpenModel> model, Consumer<Dataset> dataset) {
    switch (opened) {
      case Opened.AsModel m -> {
        models.removeIf(other -> other.file().equals(m.model().file()));
        models.addFirst(m.model());
        remember(s -> s.withModel(m.model().file()));
        model.accept(m.model());
      }
      case Opened.AsDataset d -> {
        datasets.removeIf(other -> other.file().equals(d.dataset().file()));
        datasets.addFirst(d.dataset());
        remember(s -> s.withDataset(d.dataset().file()));
        dataset.accept(d.dataset());
      }
    }
  }

  /// Opens a dataset again as it is described now.
  ///
  /// @param beside whether the description is written beside the file, else it holds for this
  ///   session
  /// @param done receives the dataset
  public void describe(Path file, DatasetSpec spec, boolean beside, Consumer<Dataset> done) {
    tasks.start(
        "Reading " + file.getFileName() + " as described",
        item -> {
          Path described = beside ? DatasetSpecs.besideFor(file) : workbench.describe(spec);
          if (beside) {
            DatasetSpecs.write(spec, described);
          }
          Dataset again = workbench.dataset(file, described, item, item.cancellation());
          return Map.entry(described, again);
        },
        read -> {
          descriptions.put(file, read.getKey());
          keep(new Opened.AsDataset(read.getValue()), m -> {}, done);
        });
  }

  /// The description that this session gave a dataset.
  public Optional<Path> description(Path file) {
    return Optional.ofNullable(descriptions.get(file));
  }

  /// The open model of this file.
  public Optional<OpenModel> model(Path file) {
    return models.stream().filter(m -> m.file().equals(file)).findFirst();
  }

  /// The open dataset of this file.
  public Optional<Dataset> dataset(Path file) {
    return datasets.stream().filter(d -> d.file().equals(file)).findFirst();
  }

  /// The run of this id.
  public Optional<NumberedRun> run(String id) {
    return runs.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /// The run of this id that is under way.
  public Optional<Underway> underway(String id) {
    return starting.find(id);
  }

  /// Starts a run.
  ///
  /// @param done receives it when it is finished
  public Underway evaluate(EvaluateRequest request, Consumer<NumberedRun> done) {
    return starting.begin(
        request,
        run -> {
          runs.addFirst(run);
          history.keep(run);
          done.accept(run);
        });
  }

  /// What an audit of a run would say.
  ///
  /// @param dossier the audit, not recorded
  /// @param document its report
  public record Draft(Dossier dossier, Document document) {}

  /// What an audit of a run would say, without recording it.
  public void draft(NumberedRun run, Policy policy, Consumer<Draft> done) {
    draft(run.open().run(), policy, done);
  }

  /// The same of facts alone.
  public void draft(EvaluatedRun run, Policy policy, Consumer<Draft> done) {
    tasks.start(
        "Judging by " + policy.id(),
        item -> {
          Dossier dossier = workbench.draft(run, policy);
          return new Draft(dossier, Reports.document(dossier));
        },
        done);
  }

  /// Judges a run, records the audit, holds it against regimes and reads the list again.
  public void record(NumberedRun run, Policy policy, Stated stated, Consumer<RecordedAudit> done) {
    Path into = workspace.get();
    tasks.start(
        "Recording the audit",
        item -> stated.record(wiring, into, run.open().run(), policy),
        recorded -> {
          refreshAudits();
          history.refresh();
          done.accept(recorded);
        });
  }

  /// A comparison with where both runs come from.
  public record Compared(RunComparison comparison, Provenance first, Provenance second) {}

  /// Compares two runs; the first is the champion.
  ///
  /// @param done receives the comparison
  public TaskItem compare(RunEntry first, RunEntry second, Consumer<Compared> done) {
    return tasks.start(
        "Comparing runs",
        item -> {
          ComparedRun a = history.compared(first);
          ComparedRun b = history.compared(second);
          return new Compared(
              CompareRuns.compare(a, b, item, item.cancellation()),
              a.evaluation().provenance(),
              b.evaluation().provenance());
        },
        done);
  }

  /// Loads an audit.
  public void load(String id, Consumer<RecordedAudit> done) {
    Path from = workspace.get();
    tasks.start("Reading the audit", item -> wiring.audits(from).load(id), done);
  }

  /// Reads the graph of a model; not on the toolkit's thread.
  public ModelGraph graph(Path model, Cancellation cancellation) {
    return workbench.graph(model, cancellation);
  }

  /// Finds the audits of a model in the workspace; none where there is no workspace yet.
  public void auditsOf(Digest model, Consumer<List<AuditStore.Listed>> done) {
    Path from = workspace.get();
    tasks.start(
        "Looking for audits of the model",
        item -> Files.exists(from) ? wiring.audits(from).ofModel(model) : List.of(),
        done);
  }

  /// Reads the list of audits again.
  public void refreshAudits() {
    Path from = workspace.get();
    tasks.start(
        "Reading the workspace",
        item -> new ArrayList<>(wiring.audits(from).list()),
        (List<AuditStore.Listed> listed) -> audits.setAll(listed));
  }

  @Override
  public void close() {
    saving.shutdown();
    try {
      if (!saving.awaitTermination(LONGEST_SAVE_SECONDS, TimeUnit.SECONDS)) {
        Logger.getLogger(Session.class.getName()).warning("the settings were not kept in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tasks.close();
    workbench.close();
  }
}

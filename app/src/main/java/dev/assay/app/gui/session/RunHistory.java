package dev.assay.app.gui.session;

import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.wiring.Wiring;
import dev.assay.compare.ComparedRun;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.store.RunStore;
import dev.assay.usecase.CompareRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Runs of this session and those recorded in the workspace, as one list. Changes on the toolkit's
/// thread only.
public final class RunHistory {

  private final Wiring wiring;
  private final TaskCenter tasks;
  private final ObservableValue<Path> workspace;
  private final ObservableList<NumberedRun> open;
  private final ObservableList<RunEntry> entries = FXCollections.observableArrayList();
  private final Map<String, String> keptAs = new HashMap<>();
  private final Map<String, RunFacts> facts = new HashMap<>();
  private List<RunStore.Listed> recorded = List.of();

  /// @param open runs of this session, the latest first
  RunHistory(
      Wiring wiring,
      TaskCenter tasks,
      ObservableValue<Path> workspace,
      ObservableList<NumberedRun> open) {
    this.wiring = wiring;
    this.tasks = tasks;
    this.workspace = workspace;
    this.open = open;
    open.addListener((ListChangeListener<NumberedRun>) change -> merge());
    workspace.subscribe(
        now -> {
          recorded = List.of();
          keptAs.clear();
          merge();
        });
  }

  /// All of them: the open ones first, then the recorded ones, the latest first.
  public ObservableList<RunEntry> entries() {
    return entries;
  }

  /// The run of this id, of the session or of the workspace.
  public Optional<RunEntry> find(@Nullable String id) {
    return entries.stream()
        .filter(e -> e.id().equals(id) || (id != null && id.equals(e.recordedId())))
        .findFirst();
  }

  /// Keeps a finished run in the workspace, and reads the list again.
  void keep(NumberedRun run) {
    Path into = workspace.getValue();
    tasks.start(
        "Keeping the run",
        item -> wiring.runs(into).record(run.open().run()),
        id -> {
          keptAs.put(run.id(), id);
          refresh();
        });
  }

  /// Reads the list again, then the numbers of runs that are new in it.
  public void refresh() {
    Path from = workspace.getValue();
    tasks.start(
        "Reading the runs of the workspace",
        item -> wiring.runs(from).list(),
        listed -> {
          recorded = listed;
          merge();
          readFacts(from);
        });
  }

  /// Reads the whole facts of a recorded run.
  public void load(String id, Consumer<EvaluatedRun> done) {
    Path from = workspace.getValue();
    tasks.start("Reading the run", item -> wiring.runs(from).load(id), done);
  }

  /// What can be compared of a run: facts and rows of an open one, facts of a recorded one. Reads
  /// from the disk.
  ComparedRun compared(RunEntry entry) {
    NumberedRun run = entry.open();
    return run != null
        ? CompareRuns.open(run.open())
        : ComparedRun.ofFacts(wiring.runs(workspace.getValue()).evaluation(entry.id()));
  }

  private void readFacts(Path from) {
    List<String> missing =
        recorded.stream()
            .map(RunStore.Listed::id)
            .filter(id -> !facts.containsKey(id) && !keptAs.containsValue(id))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    tasks.start(
        "Reading the numbers of recorded runs",
        item -> {
          for (int i = 0; i < missing.size(); i++) {
            item.cancellation().check();
            item.report("reading runs", i, missing.size());
            String id = missing.get(i);
            RunFacts read = RunFacts.of(wiring.runs(from).evaluation(id));
            Platform.runLater(() -> show(id, read));
          }
          return missing.size();
        },
        read -> {});
  }

  private void show(String id, RunFacts read) {
    facts.put(id, read);
    for (int i = 0; i < entries.size(); i++) {
      RunEntry entry = entries.get(i);
      if (entry.open() == null && entry.id().equals(id)) {
        entries.set(i, new RunEntry(id, null, entry.recorded(), read));
      }
    }
  }

  private void merge() {
    Map<String, RunStore.Listed> byId = new HashMap<>();
    recorded.forEach(r -> byId.put(r.id(), r));
    Set<String> shown = new HashSet<>();
    List<RunEntry> all = new ArrayList<>();
    for (NumberedRun run : open) {
      String kept = keptAs.get(run.id());
      shown.add(kept);
      RunFacts own =
          facts.computeIfAbsent(run.id(), id -> RunFacts.of(run.open().run().evaluation()));
      all.add(new RunEntry(run.id(), run, kept == null ? null : byId.get(kept), own));
    }
    for (RunStore.Listed listed : recorded) {
      if (!shown.contains(listed.id())) {
        all.add(new RunEntry(listed.id(), null, listed, facts.get(listed.id())));
      }
    }
    if (!all.equals(entries)) {
      entries.setAll(all);
    }
  }
}

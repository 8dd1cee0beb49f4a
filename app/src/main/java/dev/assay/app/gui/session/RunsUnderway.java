package dev.assay.app.gui.session;

import dev.assay.app.gui.task.TaskCenter;
import dev.assay.report.document.Document;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.OpenRun;
import dev.assay.usecase.Workbench;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Runs that are under way; on the toolkit's thread only.
final class RunsUnderway {

  private final Workbench workbench;
  private final TaskCenter tasks;
  private final Map<String, Underway> byId = new HashMap<>();
  private int started;

  RunsUnderway(Workbench workbench, TaskCenter tasks) {
    this.workbench = workbench;
    this.tasks = tasks;
  }

  /// The run of this id; also one that was stopped or failed.
  Optional<Underway> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Begins a run.
  ///
  /// @param done receives it when it is finished
  Underway begin(EvaluateRequest request, Consumer<NumberedRun> done) {
    Underway run = new Underway("run-" + ++started, request);
    byId.put(run.id(), run);
    run.begun(
        tasks.start(
            "Evaluating " + request.data().getFileName(),
            item ->
                new NumberedRun(
                    run.id(),
                    workbench.evaluate(
                        request, open -> tell(run, open), item, item.cancellation())),
            finished -> {
              byId.remove(run.id());
              done.accept(finished);
            }));
    return run;
  }

  /// Tells what is known before the checks; on the thread that runs.
  private static void tell(Underway run, OpenRun measured) {
    Document numbers = Workbench.numbers(measured.run());
    Platform.runLater(() -> run.measured(numbers));
  }
}

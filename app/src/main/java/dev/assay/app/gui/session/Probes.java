package dev.assay.app.gui.session;

import dev.assay.app.gui.task.TaskCenter;
import dev.assay.usecase.ProbeMasked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Probes of this session; on the toolkit's thread only.
public final class Probes {

  private final ProbeMasked probing;
  private final TaskCenter tasks;
  private final Map<String, ProbeRun> byId = new HashMap<>();
  private ProbeMasked.@Nullable Request suggestion;

  Probes(ProbeMasked probing, TaskCenter tasks) {
    this.probing = probing;
    this.tasks = tasks;
  }

  /// The probe of this id; also one that was stopped or failed.
  public Optional<ProbeRun> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Begins a probe.
  ///
  /// @param command line that repeats it
  public ProbeRun begin(ProbeMasked.Request request, List<String> command) {
    ProbeRun run = new ProbeRun("probe-" + (byId.size() + 1), request, command);
    byId.put(run.id(), run);
    run.begun(
        tasks.start(
            "Probing with " + request.data().getFileName(),
            item -> probing.run(request, item, item.cancellation()),
            run::done));
    return run;
  }

  /// What to fill in where the next probe is set up.
  public void suggest(ProbeMasked.Request request) {
    suggestion = request;
  }

  /// What was suggested, once.
  public Optional<ProbeMasked.Request> takeSuggestion() {
    Optional<ProbeMasked.Request> taken = Optional.ofNullable(suggestion);
    suggestion = null;
    return taken;
  }
}

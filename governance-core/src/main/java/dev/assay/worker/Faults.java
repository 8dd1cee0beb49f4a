package dev.assay.worker;

import dev.assay.common.WorkFailed;

/// What the user is told when a child fails.
///
/// @param settings limits of the child
record Faults(WorkerSettings settings) {

  /// Code of a child that died by itself.
  static final String CRASHED = "WORKER-CRASHED";

  private static final String DOUBT =
      "The file may be damaged or hostile: check where it comes from, or make it again.";
  private static final String REPORT =
      "Please report it with the command and the output of --verbose.";

  /// The child died.
  ///
  /// @param hint what is known about the file, a sentence that follows; may be empty
  WorkFailed died(Activity activity, Death death, String hint) {
    if (death.memory()) {
      return outOfMemory(activity, new RemoteTrace(death.report()));
    }
    return new WorkFailed(
        death.killedBySystem() ? "WORKER-KILLED" : CRASHED,
        "The worker " + death.how() + " while " + activity.doing() + "." + hint,
        death.killedBySystem()
            ? "Usually the machine had no memory left: close other programs and try again."
            : activity.onFile() ? DOUBT : REPORT,
        new RemoteTrace(death.report()));
  }

  /// The child said that memory ran out.
  WorkFailed exhausted(Activity activity, Answer.Exhausted exhausted) {
    return outOfMemory(activity, new RemoteTrace(exhausted.what()));
  }

  private WorkFailed outOfMemory(Activity activity, RemoteTrace cause) {
    boolean heap = cause.report().contains("Java heap space");
    String limit =
        heap
            ? Memory.shown(settings.heapBytes()) + " for Java objects"
            : Memory.shown(settings.nativeBytes());
    return new WorkFailed(
        "WORKER-MEMORY",
        "The worker needed more memory than its limit of "
            + limit
            + " while "
            + activity.doing()
            + ".",
        "If you trust the file, raise the limit: set the environment variable"
            + " ASSAY_WORKER_MEMORY, for instance to "
            + Math.max(2, (2 * settings.nativeBytes()) >> 30)
            + "g.",
        cause);
  }

  /// The child took too long.
  WorkFailed late(Activity activity) {
    return new WorkFailed(
        "WORKER-TIME",
        "The worker ran longer than "
            + settings.deadline().toSeconds()
            + " seconds while "
            + activity.doing()
            + ", and was stopped.",
        "If you trust the file, allow more time (--timeout SECONDS); a model with an endless loop"
            + " never ends.");
  }

  /// The child said something that is not understood.
  WorkFailed garbled(Activity activity, String why) {
    return new WorkFailed(
        "WORKER-PROTOCOL",
        "The worker's answer while " + activity.doing() + " is not to be trusted: " + why + ".",
        activity.onFile() ? DOUBT : REPORT);
  }

  /// The child met a defect of Assay.
  WorkFailed defect(Activity activity, Answer.Defect defect) {
    return new WorkFailed(
        "WORKER-DEFECT",
        "Assay has a defect that showed while "
            + activity.doing()
            + " ("
            + dev.assay.common.Visible.of(defect.brief(), 200)
            + ").",
        REPORT,
        new RemoteTrace(defect.trace()));
  }

  /// The child could not be started.
  WorkFailed notStarted(Exception cause) {
    return new WorkFailed(
        "WORKER-START",
        "The worker process could not be started: " + cause.getMessage() + ".",
        "'assay doctor' says what is missing.",
        cause);
  }
}

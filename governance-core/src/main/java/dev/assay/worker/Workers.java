package dev.assay.worker;

/// Makes workers.
public final class Workers {

  private Workers() {}

  /// A worker whose child is started when first needed, from this process' own class path and JDK.
  public static Worker of(WorkerSettings settings) {
    return child(settings);
  }

  /// Starts a child of these settings, measures and ends it; never throws for what it finds.
  public static SelfTest selfTest(WorkerSettings settings) {
    return SelfTest.of(child(settings), () -> child(settings));
  }

  private static ChildWorker child(WorkerSettings settings) {
    return new ChildWorker(WorkerMain.class, settings, Preparation::kept);
  }
}

package dev.assay.worker;

/// Makes workers.
public final class Workers {

  private Workers() {}

  /// A worker whose child is started when first needed, from this process' own class path and JDK.
  public static Worker of(WorkerSettings settings) {
    return new ChildWorker(WorkerMain.class, settings, request -> Preparation.none());
  }
}

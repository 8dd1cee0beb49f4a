package dev.assay.worker;

/// The child process' main class.
final class WorkerMain {

  private WorkerMain() {}

  /// @param args see [ChildLoop#run]
  public static void main(String[] args) {
    ChildLoop.run(args, new EngineHandlers());
  }
}

package dev.assay.worker;

/// The child process' main class.
final class WorkerMain {

  private WorkerMain() {}

  /// Runs until the parent closes the pipe.
  ///
  /// @param args see [ChildLoop#run]
  public static void main(String[] args) {
    ChildLoop.run(args, new EngineHandlers());
  }
}

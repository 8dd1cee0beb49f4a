package dev.assay.app.cli;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;

/// One long piece of work of a command: its progress line, and an interrupt that cancels it.
final class Running implements AutoCloseable {

  private final CommandContext context;
  private final Output output;
  private final Progress progress;
  private final Cancellation cancellation = new Cancellation();
  private final Thread onInterrupt = new Thread(cancellation::cancel, "cancel-on-interrupt");

  Running(CommandContext context, Output output) {
    this.context = context;
    this.output = output;
    this.progress = output.progress();
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  Progress progress() {
    return progress;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /// Evaluates, showing progress.
  EvaluatedRun evaluate(EvaluateRequest request) {
    EvaluatedRun run = context.wiring().runEvaluation().run(request, progress, cancellation);
    output.endProgress(progress);
    return run;
  }

  @Override
  public void close() {
    output.endProgress(progress);
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The interrupt itself brought us here.
    }
  }
}

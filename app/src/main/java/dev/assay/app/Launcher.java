package dev.assay.app;

import dev.assay.app.cli.AssayCommand;

/// Where the program starts. No toolkit class is loaded on the way to a command.
public final class Launcher {

  private Launcher() {}

  /// Runs the command line and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(AssayCommand.run(args, System.out, System.err));
  }
}

package dev.assay.app;

import dev.assay.app.cli.AssayCommand;
import dev.assay.app.gui.WindowApplication;

/// Where the program starts: a command, or the window when there is none. No toolkit class is
/// loaded on the way to a command.
public final class Launcher {

  private Launcher() {}

  /// Runs the command line and ends the process with its exit code, or opens the window.
  public static void main(String[] args) {
    if (args.length == 0 || args[0].equals(WindowApplication.STARTUP_REPORT)) {
      WindowApplication.open(args);
      return;
    }
    System.exit(AssayCommand.run(args, System.out, System.err));
  }
}

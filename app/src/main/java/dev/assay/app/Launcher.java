package dev.assay.app;

import dev.assay.app.cli.AssayCommand;
import dev.assay.app.gui.WindowApplication;
import java.util.Map;
import java.util.stream.Stream;

/// Where the program starts: a command, or the window when there is none. No toolkit class is
/// loaded on the way to a command.
public final class Launcher {

  private Launcher() {}

  /// Runs the command line and ends the process with its exit code, or opens the window.
  public static void main(String[] args) {
    boolean reported = args.length > 0 && args[0].equals(WindowApplication.STARTUP_REPORT);
    if (reported || args.length == 0 && hasDisplay(System.getenv())) {
      WindowApplication.open(args);
      return;
    }
    if (args.length == 0) {
      System.err.println(
          "assay: There is no display to open the window on; the commands work without one.");
    }
    String[] words = args.length == 0 ? new String[] {"--help"} : args;
    System.exit(AssayCommand.run(words, System.out, System.err));
  }

  /// Whether a window can open; elsewhere than under Linux there is always one to open it on.
  static boolean hasDisplay(Map<String, String> environment) {
    return !System.getProperty("os.name").equals("Linux")
        || "Headless".equals(System.getProperty("glass.platform"))
        || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
            .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
  }
}

package dev.assay.app.cli;

import dev.assay.common.AssayException;
import dev.assay.common.Json;
import dev.assay.work.Progress;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/// Where a command's words go: results to standard output, everything else to standard error.
final class Output {

  private final PrintStream out;
  private final PrintStream err;
  private final GlobalOptions options;

  Output(PrintStream out, PrintStream err, GlobalOptions options) {
    this.out = out;
    this.err = err;
    this.options = options;
  }

  /// Prints the machine's answer when it was asked for.
  void json(Object value) {
    if (options.json) {
      out.print(Json.pretty(value));
      out.flush();
    }
  }

  /// Prints JSON that is already written.
  void jsonText(String text) {
    if (options.json) {
      out.print(text);
      out.flush();
    }
  }

  /// Prints a line for people: the command's result.
  void say(String line) {
    if (!options.json && !options.quiet) {
      out.println(line);
    }
  }

  /// Prints a line for people about the way to the result.
  void note(String line) {
    if (!options.quiet) {
      err.println(line);
    }
  }

  /// Whether people are to be told of progress.
  Progress progress() {
    return options.quiet || System.console() == null || !System.console().isTerminal()
        ? Progress.NONE
        : new ProgressLine(err);
  }

  /// Ends a progress line.
  void endProgress(Progress progress) {
    if (progress instanceof ProgressLine line) {
      line.clear();
    }
  }

  /// Shows why something was refused: the sentence, the remedy, the code.
  void refusal(String sentence, String remedy, String code) {
    err.println("assay: " + sentence);
    err.println("       " + remedy + " [" + code + "]");
  }

  /// Shows an error, also as JSON where that was asked for.
  void error(AssayException error) {
    refusal(error.sentence(), error.remedy(), error.code());
    if (options.verbose) {
      error.printStackTrace(err);
    }
    if (options.json) {
      Map<String, Object> shown = new TreeMap<>();
      shown.put("code", error.code());
      shown.put("message", error.sentence());
      shown.put("remedy", error.remedy());
      out.print(Json.pretty(Map.of("error", shown)));
      out.flush();
    }
  }

  /// Shows a defect of Assay itself.
  void defect(Throwable defect) {
    err.println("assay: This is a defect of Assay: " + defect);
    err.println("       Please report it with the command and the output of --verbose. [DEFECT]");
    if (options.verbose) {
      defect.printStackTrace(err);
    }
    if (options.json) {
      out.print(
          Json.pretty(
              Map.of("error", Map.of("code", "DEFECT", "message", String.valueOf(defect)))));
      out.flush();
    }
  }
}

package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for passphrases: from a file that was named, from the terminal without echo, or line by
/// line from standard input. Never from the command line, which others on the machine can read.
final class Passphrases {

  /// Names a file whose first line is the passphrase of whoever signs.
  static final String VARIABLE = "ASSAY_PASSPHRASE_FILE";

  private @Nullable BufferedReader lines;

  /// The passphrase.
  ///
  /// @param of whose, for the prompt
  /// @param file its first line; absent = asked for
  char[] of(String of, @Nullable Path file) {
    String variable = System.getenv(VARIABLE);
    if (file != null) {
      return first(file);
    }
    if (variable != null && !variable.isBlank()) {
      return first(Path.of(variable));
    }
    return asked("Passphrase of " + of + ": ");
  }

  /// A new passphrase; on a terminal it is asked for twice.
  char[] chosen(String of, @Nullable Path file) {
    if (file != null) {
      return first(file);
    }
    char[] once = asked("New passphrase of " + of + " (12 characters or more): ");
    if (terminal() != null && !java.util.Arrays.equals(once, asked("The same again: "))) {
      throw new UsageError(
          "USAGE-PASSPHRASE", "The two passphrases differ.", "Type the same one twice.");
    }
    return once;
  }

  private char[] asked(String prompt) {
    Console console = terminal();
    if (console != null) {
      char[] typed = console.readPassword("%s", prompt);
      return typed == null ? new char[0] : typed;
    }
    try {
      BufferedReader from = lines;
      if (from == null) {
        from = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        lines = from;
      }
      String line = from.readLine();
      if (line != null && !line.isEmpty()) {
        return line.toCharArray();
      }
    } catch (IOException e) {
      throw new UsageError("USAGE-PASSPHRASE", "Standard input cannot be read.", REMEDY);
    }
    throw new UsageError(
        "USAGE-PASSPHRASE", "No passphrase was given for '" + prompt.strip() + "'.", REMEDY);
  }

  private static @Nullable Console terminal() {
    Console console = System.console();
    return console != null && console.isTerminal() ? console : null;
  }

  private static char[] first(Path file) {
    try {
      List<String> read = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (!read.isEmpty() && !read.getFirst().isEmpty()) {
        return read.getFirst().toCharArray();
      }
    } catch (IOException e) {
      throw new UsageError(
          "USAGE-PASSPHRASE",
          "The passphrase file '" + Visible.of(file.toString(), 200) + "' cannot be read.",
          REMEDY);
    }
    throw new UsageError(
        "USAGE-PASSPHRASE",
        "The passphrase file '" + Visible.of(file.toString(), 200) + "' is empty.",
        REMEDY);
  }

  private static final String REMEDY =
      "Type it at the terminal, give it on standard input, or name a file with --passphrase-file or "
          + VARIABLE
          + ".";
}

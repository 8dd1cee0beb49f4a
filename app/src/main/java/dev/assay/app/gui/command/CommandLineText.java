package dev.assay.app.gui.command;

import java.util.List;
import java.util.stream.Collectors;

/// Command lines as one would type them.
public final class CommandLineText {

  private CommandLineText() {}

  /// The command line with the program's name in front; arguments are quoted for a POSIX shell
  /// where they need it.
  public static String of(List<String> arguments) {
    return "assay "
        + arguments.stream().map(CommandLineText::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./,:=+@%-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}

package dev.assay.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a child died.
///
/// @param how in words that follow "the worker": "crashed (SIGSEGV in libonnxruntime.so)"
/// @param memory whether it died because there was no more memory
/// @param killedBySystem whether somebody else killed it
/// @param report what it left behind: beginning of the JVM's crash report, lines of standard error
record Death(String how, boolean memory, boolean killedBySystem, String report) {

  private static final int FIRST_SIGNAL = 128;
  private static final int SIGKILL = 9;
  private static final int HEADER_BYTES = 4_000;
  private static final Pattern SIGNAL = Pattern.compile("(SIG[A-Z]+|EXCEPTION_\\w+) \\(0x");
  private static final Pattern LIBRARY =
      Pattern.compile("Problematic frame:\\s+#\\s+[CVjJ]\\s+\\[([\\w.-]+)\\+0x");

  /// Looks at a process that has ended, at the report of a crashed JVM, and at standard error.
  static Death of(Process process, Path crashFile, String errors) {
    String report = header(crashFile) + errors;
    if (process.isAlive()) {
      return new Death("closed its pipe and did not end", false, false, report);
    }
    int code = process.exitValue();
    boolean memory = Memory.saidIn(report).isPresent();
    boolean killed = code == FIRST_SIGNAL + SIGKILL;
    return new Death(how(code, report), memory, killed, report);
  }

  private static String how(int code, String report) {
    Matcher signal = SIGNAL.matcher(report);
    if (signal.find()) {
      Matcher library = LIBRARY.matcher(report);
      String where = library.find() ? " in " + library.group(1) : "";
      return "crashed (" + signal.group(1) + where + ")";
    }
    if (code > FIRST_SIGNAL && code < FIRST_SIGNAL + 65) {
      return "was ended by signal " + signalName(code - FIRST_SIGNAL);
    }
    return "ended by itself with exit code " + code;
  }

  private static String signalName(int number) {
    return switch (number) {
      case 4 -> "SIGILL";
      case 6 -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 11 -> "SIGSEGV";
      case 15 -> "SIGTERM";
      case 31 -> "SIGSYS";
      default -> Integer.toString(number);
    };
  }

  private static String header(Path crashFile) {
    return Optional.of(crashFile)
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .map(Death::beginning)
        .orElse("");
  }

  private static String beginning(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEADER_BYTES), StandardCharsets.UTF_8) + "\n";
    } catch (IOException unreadable) {
      return "";
    }
  }
}

package dev.assay.app.gui.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the latest messages of this process, oldest first. May be written from any thread.
public final class LogBook extends Handler implements AutoCloseable {

  private static final int MOST_KEPT = 2_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /// A message.
  ///
  /// @param when it was written
  /// @param level how grave it is
  /// @param source who wrote it
  /// @param message what it says
  /// @param details stack of the failure, empty without one
  public record Entry(Instant when, Level level, String source, String message, String details) {}

  /// A book that listens to every logger of this process until it is closed.
  public static LogBook open() {
    LogBook book = new LogBook();
    Logger.getLogger("").addHandler(book);
    return book;
  }

  /// The latest messages, oldest first.
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized void publish(@Nullable LogRecord written) {
    if (written == null || !isLoggable(written)) {
      return;
    }
    if (entries.size() == MOST_KEPT) {
      entries.removeFirst();
    }
    entries.addLast(
        new Entry(
            written.getInstant(),
            written.getLevel(),
            brief(written.getLoggerName()),
            message(written),
            details(written.getThrown())));
  }

  private static String brief(@Nullable String logger) {
    return logger == null ? "" : logger.substring(logger.lastIndexOf('.') + 1);
  }

  private static String message(LogRecord written) {
    Object[] parameters = written.getParameters();
    String text = String.valueOf(written.getMessage());
    return parameters == null || parameters.length == 0
        ? text
        : MessageFormat.format(text, parameters);
  }

  private static String details(@Nullable Throwable failure) {
    if (failure == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Override
  public void flush() {
    // decision: everything is in memory
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}

package dev.assay.worker;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A running child process and its pipes.
final class Child {

  private static final int HEARD_AT_ONCE = 4;
  private static final int LAST_LINES = 40;
  private static final int LINE_LIMIT = 400;

  private final Path folder;
  private final Process process;
  private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(HEARD_AT_ONCE);
  private final BlockingQueue<Optional<byte[]>> toSay = new LinkedBlockingQueue<>();
  private final ErrorLines errors;
  private final Thread reader;
  private final Thread writer;
  private volatile @Nullable Heard last;
  private volatile boolean fresh = true;

  private Child(Path folder, Process process, ErrorLines errors) {
    this.folder = folder;
    this.process = process;
    this.errors = errors;
    this.reader = daemon("assay-worker-reader", this::read);
    this.writer = daemon("assay-worker-writer", this::write);
  }

  /// Starts a child.
  ///
  /// @throws IOException when the process cannot be made
  static Child start(ChildCommand command) throws IOException {
    Path folder = PrivateFolder.create();
    CompletableFuture<Process> started = new CompletableFuture<>();
    ErrorLines errors = new ErrorLines(LAST_LINES, LINE_LIMIT);
    // A child is told when the *thread* dies that made it, so this thread must live as long as it.
    daemon("assay-worker-keeper", () -> keep(command.in(folder), started, errors)).start();
    try {
      Child child = new Child(folder, started.join(), errors);
      child.reader.start();
      child.writer.start();
      return child;
    } catch (java.util.concurrent.CompletionException e) {
      PrivateFolder.remove(folder);
      throw new IOException(e.getCause());
    }
  }

  private static void keep(
      ProcessBuilder builder, CompletableFuture<Process> started, ErrorLines errors) {
    try {
      Process process = builder.start();
      started.complete(process);
      try (Reader lines =
          new BufferedReader(
              new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
        errors.drain(lines);
      }
      process.waitFor();
    } catch (IOException e) {
      started.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /// Sends a message, without waiting.
  void say(Request request) {
    toSay.add(Optional.of(Frames.encode(request)));
  }

  /// What the child says next, null when it says nothing for so long.
  @Nullable Heard hear(long millis) throws InterruptedException {
    Heard end = last;
    Heard next = heard.poll(end == null ? millis : 0, TimeUnit.MILLISECONDS);
    return next != null ? next : end;
  }

  /// Whether the process lives.
  boolean isAlive() {
    return process.isAlive();
  }

  /// Id of the process.
  long pid() {
    return process.pid();
  }

  /// Ends the child in good order, when it does so in time; else kills it.
  void end(long seconds) {
    toSay.add(Optional.empty());
    try {
      process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /// Whether nothing was heard from the child yet.
  boolean isFresh() {
    return fresh;
  }

  /// Kills the child, waits until it is gone and removes its folder; idempotent.
  void kill() {
    process.destroyForcibly();
    reader.interrupt();
    writer.interrupt();
    waitFor();
    PrivateFolder.remove(folder);
  }

  /// How the child died; to be asked after [Heard.End] and before [#kill()].
  Death death() {
    waitFor();
    return Death.of(process, folder.resolve(ChildCommand.CRASH_FILE), errors.text());
  }

  private void waitFor() {
    boolean interrupted = false;
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    Heard end = new Heard.End();
    try (InputStream pipe = process.getInputStream()) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(pipe));
      boolean begun = Frames.skipToPreamble(in);
      fresh = !begun;
      for (byte[] json = begun ? Frames.read(in) : null; json != null; json = Frames.read(in)) {
        heard.put(new Heard.Message(json));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      end = new Heard.Garbage(String.valueOf(e.getMessage()));
    } finally {
      last = end;
    }
  }

  private void write() {
    try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
      for (var message = toSay.take(); message.isPresent(); message = toSay.take()) {
        Frames.write(out, message.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException childIsGone) {
      // the reader notices it as well
    }
  }
}

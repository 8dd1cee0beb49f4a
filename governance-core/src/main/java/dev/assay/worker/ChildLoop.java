package dev.assay.worker;

import dev.assay.common.Json;
import dev.assay.work.Cancellation;
import dev.assay.worker.jail.Confinement;
import dev.assay.worker.jail.Jail;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The child's side of the pipe: confines the process, then does one request after the other until
/// the parent closes the pipe.
final class ChildLoop {

  private static final Path OUTPUT_ON_LINUX = Path.of("/proc/self/fd/1");
  private static final long STACK_BYTES = 64L << 20;

  private final ChildVoice voice;
  private final BlockingQueue<ChildTask> tasks = new ArrayBlockingQueue<>(1);

  private ChildLoop(ChildVoice voice) {
    this.voice = voice;
  }

  /// Runs until standard input ends.
  ///
  /// @param args most private memory in bytes, process id of the parent
  /// @param handlers do the work
  static void run(String[] args, Handlers handlers) {
    try {
      ChildVoice voice = new ChildVoice(ownOutput());
      System.setOut(System.err);
      Confinement confinement = Jail.enter(Long.parseLong(args[0]), Long.parseLong(args[1]));
      voice.begin(new Answer.Hello(confinement.level(), confinement.missing()));
      new ChildLoop(voice).listen(handlers);
      System.exit(0);
    } catch (IOException parentIsGone) {
      Runtime.getRuntime().halt(1);
    }
  }

  /// The pipe to the parent under a number of its own, so that whatever else is printed to standard
  /// output cannot come between two messages.
  private static OutputStream ownOutput() throws IOException {
    return Files.exists(OUTPUT_ON_LINUX)
        ? new FileOutputStream(OUTPUT_ON_LINUX.toFile())
        : new FileOutputStream(FileDescriptor.out);
  }

  private void listen(Handlers handlers) throws IOException {
    Thread worker = new Thread(null, () -> work(handlers), "work", STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    Cancellation current = new Cancellation();
    for (byte[] frame = Frames.read(in); frame != null; frame = Frames.read(in)) {
      Request request = Json.mapper().readValue(frame, Request.class);
      if (request instanceof Request.Cancel) {
        current.cancel();
      } else {
        current = new Cancellation();
        tasks.add(new ChildTask(request, current));
      }
    }
  }

  private void work(Handlers handlers) {
    try {
      while (true) {
        tasks.take().run(handlers, voice);
      }
    } catch (InterruptedException | IOException parentIsGone) {
      Runtime.getRuntime().halt(1);
    }
  }
}

package dev.assay.worker;

import dev.assay.work.Progress;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/// The child's end of the pipe to its parent. Progress is told at most some ten times a second.
final class ChildVoice implements Progress {

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

  private final DataOutputStream out;
  private String lastStep = "";
  private long lastTold;

  ChildVoice(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /// Says the first message.
  synchronized void begin(Answer.Hello hello) throws IOException {
    out.write(Frames.PREAMBLE);
    say(Frames.encode(hello));
  }

  /// Says something that is already encoded.
  synchronized void say(byte[] message) throws IOException {
    Frames.write(out, message);
  }

  @Override
  public synchronized void report(String step, long done, long total) {
    long now = System.nanoTime();
    if (step.equals(lastStep) && now - lastTold < INTERVAL_NANOS && done != total) {
      return;
    }
    lastStep = step;
    lastTold = now;
    try {
      say(Frames.encode(new Answer.Step(step, done, total)));
    } catch (IOException parentIsGone) {
      Runtime.getRuntime().halt(1);
    }
  }
}

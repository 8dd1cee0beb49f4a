package dev.assay.worker;

import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One request and what comes back: progress, a result, a refusal, a fault, or nothing in time.
final class Exchange<T> {

  private static final long LISTEN_MILLIS = 10;
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int STEP_LIMIT = 80;

  private final Child child;
  private final Request request;
  private final Class<T> type;
  private final Faults faults;
  private final Activity activity;
  private final long deadline;
  private SortedMap<String, String> engines = new TreeMap<>();
  private Answer.@Nullable Hello hello;
  private long killAt = Long.MAX_VALUE;
  private boolean sound;

  Exchange(Child child, Request request, Class<T> type, Faults faults) {
    this.child = child;
    this.request = request;
    this.type = type;
    this.faults = faults;
    this.activity = Activity.of(request);
    this.deadline = System.nanoTime() + faults.settings().deadline().toNanos();
  }

  /// Sends the request and waits for its end.
  ///
  /// @param hint what is known about the file, told when the child dies of it
  T await(Progress progress, Cancellation cancellation, String hint) {
    child.say(request);
    if (child.isFresh()) {
      Understood.rehearse();
    }
    while (true) {
      Heard heard = hear();
      checkClock(cancellation);
      switch (heard) {
        case null -> {}
        case Heard.End ignored -> {
          cancellation.check();
          throw faults.died(activity, child.death(), hint);
        }
        case Heard.Garbage garbage -> {
          cancellation.check();
          throw garbled(garbage);
        }
        case Heard.Message message -> {
          T result = understand(message, progress);
          if (result != null) {
            sound = true;
            cancellation.check();
            return result;
          }
        }
      }
    }
  }

  /// Whether the child may be asked again.
  boolean isChildSound() {
    return sound;
  }

  /// The child's greeting, when it was heard during this exchange.
  Answer.@Nullable Hello hello() {
    return hello;
  }

  /// Versions of engines that the child has named.
  SortedMap<String, String> engines() {
    return engines;
  }

  private @Nullable Heard hear() {
    try {
      return child.hear(LISTEN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    }
  }

  private void checkClock(Cancellation cancellation) {
    long now = System.nanoTime();
    if (cancellation.isRequested() && killAt == Long.MAX_VALUE) {
      child.say(new Request.Cancel());
      killAt = now + GRACE_NANOS;
    }
    if (killAt - now < 0) {
      throw cancelled();
    }
    if (deadline - now < 0) {
      throw faults.late(activity);
    }
  }

  private WorkFailed garbled(Heard.Garbage garbage) {
    return child.isAlive()
        ? faults.garbled(activity, garbage.why())
        : faults.died(activity, child.death(), "");
  }

  private @Nullable T understand(Heard.Message message, Progress progress) {
    try {
      return result(Understood.answer(message.json()), progress);
    } catch (IllegalArgumentException e) {
      throw faults.garbled(activity, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable T result(Answer answer, Progress progress) {
    return switch (answer) {
      case Answer.Hello greeting -> {
        hello = greeting;
        yield null;
      }
      case Answer.Step step -> {
        progress.report(
            Visible.of(step.step(), STEP_LIMIT),
            Math.max(0, step.done()),
            Math.max(-1, step.total()));
        yield null;
      }
      case Answer.Done done -> {
        engines = Understood.engines(done.engines());
        yield Understood.result(done.result(), type);
      }
      case Answer.Refused refused -> throw refused(Understood.thrown(refused));
      case Answer.Exhausted exhausted -> throw faults.exhausted(activity, exhausted);
      case Answer.Defect defect -> throw faults.defect(activity, defect);
    };
  }

  private AssayException refused(AssayException thrown) {
    sound =
        switch (thrown) {
          case InputRejected ignored -> true;
          case UsageError ignored -> true;
          case Cancelled ignored -> true;
          case WorkFailed ignored -> false;
        };
    return thrown;
  }

  /// The exception of work that was stopped.
  static Cancelled cancelled() {
    return new Cancelled(
        "WORK-CANCELLED",
        "The work was cancelled; nothing was recorded.",
        "Start it again when ready.");
  }
}

package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.dataset.Warning;
import dev.assay.work.Cancellation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Calls of a model that is loaded on one device or on several of a kind. Several work at once,
/// each takes the next call as soon as it is free, and answers are given back in the order of the
/// calls. What stands in a call does not depend on the devices, so neither do the answers.
final class DeviceCalls implements AutoCloseable {

  private final List<Placed> models;
  private final SortedMap<String, String> failed;
  private final AtomicLong nanos = new AtomicLong();

  /// A model on a device.
  record Placed(Device device, LoadedModel model) {}

  /// @param models at least one; closed with this
  /// @param failed why further devices could not be used, by name
  DeviceCalls(List<Placed> models, SortedMap<String, String> failed) {
    this.models = List.copyOf(models);
    this.failed = new TreeMap<>(failed);
  }

  /// Calls that may be under way before the first is answered: one, or one more than there are
  /// devices, so that none waits.
  int most() {
    return models.size() == 1 ? 1 : models.size() + 1;
  }

  /// By name of a bound output, the name under which the sessions give it.
  Map<String, String> requested() {
    return models.getFirst().model().requested();
  }

  /// Time inside the runtime: of several devices the mean.
  long nanos() {
    return nanos.get() / models.size();
  }

  /// Why devices were not or not to the end used, by name.
  synchronized SortedMap<String, String> failed() {
    return new TreeMap<>(failed);
  }

  /// One sentence a device that failed.
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    failed()
        .forEach(
            (device, reason) ->
                warnings.add(
                    new Warning(
                        "DEVICE-FAILED",
                        "Device " + device + " failed, and the others did its work: " + reason,
                        "Check it, or leave it out of --device.")));
    return warnings;
  }

  private synchronized void fail(Device device, OrtException reason) {
    failed.put(device.name(), RuntimeMessages.of(reason) + ".");
  }

  /// Begins a run.
  ///
  /// @param options of every call; to be closed after the flight
  Flight begin(RunOptions options, Cancellation cancellation) {
    return new Flight(options, cancellation);
  }

  @Override
  public void close() throws OrtException {
    for (Placed placed : models) {
      placed.model().close();
    }
  }

  /// One call.
  private static final class Call {
    private final Map<String, OnnxTensor> inputs;
    private final CompletableFuture<OrtSession.Result> answer = new CompletableFuture<>();

    Call(Map<String, OnnxTensor> inputs) {
      this.inputs = inputs;
    }
  }

  /// Calls of one run. With one device a call is made where it is started.
  final class Flight implements AutoCloseable {
    private final RunOptions options;
    private final Cancellation cancellation;
    private final Set<String> wanted = Set.copyOf(requested().values());
    private final Deque<Call> unclaimed = new ArrayDeque<>();
    private final Deque<Call> waiting = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private int left = models.size();
    private boolean ended;

    private Flight(RunOptions options, Cancellation cancellation) {
      this.options = options;
      this.cancellation = cancellation;
      if (models.size() > 1) {
        for (Placed placed : models) {
          threads.add(DeepStack.start("device " + placed.device().name(), () -> work(placed)));
        }
      }
    }

    /// Starts a call. Its inputs must stay as they are until it is answered.
    void start(Map<String, OnnxTensor> inputs) throws OrtException {
      Call call = new Call(Map.copyOf(inputs));
      if (threads.isEmpty()) {
        call.answer.complete(timed(models.getFirst(), call));
      } else {
        offer(call, false);
      }
      unclaimed.add(call);
    }

    /// The answer to the earliest call that was not answered yet; to be closed.
    ///
    /// @throws OrtException when the call was stopped
    /// @throws DevicesFailed when no device is left
    OrtSession.Result answer() throws OrtException {
      return Waiting.on(unclaimed.remove().answer);
    }

    private synchronized void offer(Call call, boolean first) {
      if (left == 0) {
        call.answer.completeExceptionally(new DevicesFailed(failed()));
      } else if (first) {
        waiting.addFirst(call);
      } else {
        waiting.addLast(call);
      }
      notifyAll();
    }

    private synchronized @Nullable Call next() throws InterruptedException {
      while (waiting.isEmpty() && !ended) {
        wait();
      }
      return waiting.poll();
    }

    private OrtSession.Result timed(Placed placed, Call call) throws OrtException {
      long start = System.nanoTime();
      OrtSession.Result result = placed.model().run(call.inputs, wanted, options);
      nanos.addAndGet(System.nanoTime() - start);
      return result;
    }

    /// What the thread of a device does.
    private void work(Placed placed) {
      try {
        for (Call call = next(); call != null; call = next()) {
          if (!made(placed, call)) {
            return;
          }
        }
      } catch (InterruptedException nobodyDoesThis) {
        Thread.currentThread().interrupt();
      }
    }

    /// @return whether the device goes on
    private boolean made(Placed placed, Call call) {
      try {
        call.answer.complete(timed(placed, call));
      } catch (OrtException reason) {
        if (!cancellation.isRequested()) {
          fail(placed.device(), reason);
          giveUp(call);
          return false;
        }
        call.answer.completeExceptionally(reason);
      } catch (Throwable anything) { // decision: handed over to the waiting thread whatever it is
        call.answer.completeExceptionally(anything);
      }
      return true;
    }

    /// The call is made again by another device; the last one fails all that wait.
    private synchronized void giveUp(Call call) {
      left--;
      offer(call, true);
      while (left == 0 && !waiting.isEmpty()) {
        offer(waiting.remove(), false);
      }
    }

    /// Waits for what is under way, which is of no use any more.
    @Override
    public void close() throws OrtException {
      synchronized (this) {
        waiting.forEach(call -> call.answer.cancel(false));
        waiting.clear();
        ended = true;
        notifyAll();
      }
      if (!unclaimed.isEmpty()) {
        options.setTerminate(true);
      }
      for (Thread thread : threads) {
        join(thread);
      }
      for (Call call : unclaimed) {
        if (call.answer.state() == java.util.concurrent.Future.State.SUCCESS) {
          call.answer.resultNow().close();
        }
      }
    }

    private static void join(Thread thread) {
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true; // decision: what is under way uses memory that is freed after this
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

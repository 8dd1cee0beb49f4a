package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.WorkFailed;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.ModelArtefact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Devices that this machine lacks: each is a session of its own on the processor, and does what it
/// is told beside.
final class FakeDevices implements LoadedModel.Loader {

  /// What a device does before its call is made.
  @FunctionalInterface
  interface Deed {
    /// @param call number of its calls before
    void before(int call) throws OrtException;
  }

  private final Map<String, Deed> deeds = new HashMap<>();
  private final Set<String> missing = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final List<String> open = new ArrayList<>();

  FakeDevices on(String device, Deed deed) {
    deeds.put(device, deed);
    return this;
  }

  FakeDevices without(String device) {
    missing.add(device);
    return this;
  }

  /// Fails from a call on.
  static Deed failsFrom(int first) {
    return call -> {
      if (call >= first) {
        throw new OrtException("CUDA failure 719: unspecified launch failure");
      }
    };
  }

  /// Waits at its first call until all of so many devices are at theirs, and is slow from then on.
  static Deed meets(CountDownLatch others, long millis) {
    return call -> {
      if (call == 0) {
        others.countDown();
        await(others);
      }
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /// Waits at most ten seconds.
  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int calls(String device) {
    return calls.getOrDefault(device, new AtomicInteger()).get();
  }

  /// Devices whose model was loaded and not closed.
  synchronized List<String> open() {
    return List.copyOf(open);
  }

  @Override
  public synchronized LoadedModel load(
      ScoreRequest request, ModelArtefact model, Path graph, Device device) throws OrtException {
    if (missing.contains(device.name())) {
      throw new WorkFailed(
          "DEVICE-UNAVAILABLE", "Device " + device.name() + " cannot be used: no driver.", "See.");
    }
    LoadedModel real = LoadedModel.onRuntime(request, model, graph, Device.of("cpu"));
    open.add(device.name());
    AtomicInteger made = calls.computeIfAbsent(device.name(), d -> new AtomicInteger());
    Deed deed = deeds.getOrDefault(device.name(), call -> {});
    return new LoadedModel() {
      @Override
      public OrtSession.Result run(
          Map<String, OnnxTensor> inputs, Set<String> wanted, RunOptions options)
          throws OrtException {
        deed.before(made.getAndIncrement());
        return real.run(inputs, wanted, options);
      }

      @Override
      public Map<String, String> requested() {
        return real.requested();
      }

      @Override
      public void close() throws OrtException {
        real.close();
        synchronized (FakeDevices.this) {
          open.remove(device.name());
        }
      }
    };
  }
}

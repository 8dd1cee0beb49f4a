package dev.assay.worker;

import dev.assay.common.AssayException;
import dev.assay.common.Visible;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceFindings;
import dev.assay.inference.DeviceFindings.Finding;
import dev.assay.inference.onnx.OnnxEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a fresh child turned out to be able to do.
///
/// @param isolation how well it is confined, "none" when no child could be started
/// @param missing why it is not better, one sentence each
/// @param startMillis from nothing to a confined child that answers, -1 when none did
/// @param enginesMillis loading the native engines after that, -1 when they did not load
/// @param engines their versions; those that could be loaded
/// @param devices what came of trying the devices that the runtime offers
/// @param fault what went wrong, absent when nothing did
public record SelfTest(
    String isolation,
    List<String> missing,
    long startMillis,
    long enginesMillis,
    SortedMap<String, String> engines,
    DeviceFindings devices,
    @Nullable AssayException fault) {

  private static final int SENTENCE_LIMIT = 500;

  /// Starts a child, has it load its engines, ends it.
  ///
  /// @param another a further child, that tries devices: whatever their libraries do there, the
  ///   first one's answers stand
  static SelfTest of(ChildWorker worker, Supplier<ChildWorker> another) {
    String isolation = "none";
    List<String> missing = List.of();
    long startMillis = -1;
    try (worker) {
      long start = System.nanoTime();
      Answer.Hello greeting = worker.greeting();
      startMillis = millisSince(start);
      isolation = greeting.isolation();
      missing = greeting.missing();
      long loading = System.nanoTime();
      var engines = worker.loadEngines();
      long enginesMillis = millisSince(loading);
      return new SelfTest(
          isolation, missing, startMillis, enginesMillis, engines, devices(engines, another), null);
    } catch (AssayException fault) {
      return new SelfTest(
          isolation, missing, startMillis, -1, worker.engines(), DeviceFindings.NONE, fault);
    }
  }

  /// decision: a device whose libraries take the child with them is said, and is no fault of the
  /// machine
  private static DeviceFindings devices(
      SortedMap<String, String> engines, Supplier<ChildWorker> another) {
    List<String> offered = new ArrayList<>();
    String providers = engines.getOrDefault(OnnxEngine.PROVIDERS, "");
    for (Accelerator kind : Accelerator.values()) {
      if (kind != Accelerator.CPU && providers.contains(kind.provider())) {
        offered.add(kind.option());
      }
    }
    if (offered.isEmpty()) {
      return DeviceFindings.NONE;
    }
    try (ChildWorker trying = another.get()) {
      return visible(trying.tryDevices());
    } catch (AssayException crashed) {
      return new DeviceFindings(
          offered.stream().map(kind -> new Finding(kind, crashed.sentence())).toList());
    }
  }

  private static DeviceFindings visible(DeviceFindings said) {
    return new DeviceFindings(
        said.findings().stream()
            .map(f -> new Finding(f.kind(), Visible.of(f.hindrance(), SENTENCE_LIMIT)))
            .toList());
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}

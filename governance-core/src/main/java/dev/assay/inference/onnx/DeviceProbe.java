package dev.assay.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceChoice;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelReader;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds by a short measurement on which device a model runs fastest: its own first rows are scored
/// on every device that the runtime offers, by turns.
public final class DeviceProbe {

  private static final long PATIENCE_NANOS = 6_000_000_000L;
  private static final double NANOS = 1e9;

  // decision: another device gives scores that differ in their last digits; less than a tenth of
  // the time is not worth that
  private static final double CLEARLY = 0.9;

  private final SampleRun.Sample sample;
  private final Cancellation cancellation;
  private final List<DeviceChoice.Trial> refused = new ArrayList<>();

  DeviceProbe(SampleRun.Sample sample, Cancellation cancellation) {
    this.sample = sample;
    this.cancellation = cancellation;
  }

  /// Measures; a runtime that offers the processor only is not measured.
  ///
  /// @param request the run that is to be fast; nothing is written for it
  /// @throws Cancelled when it was stopped
  public static DeviceChoice measure(ScoreRequest request, Cancellation cancellation) {
    return OnnxEngine.onDeepStack(
        () -> {
          Set<String> offered =
              OrtEnvironment.getAvailableProviders().stream()
                  .map(OrtProvider::getName)
                  .collect(Collectors.toSet());
          if (candidates(offered).isEmpty()) {
            return DeviceChoice.PROCESSOR;
          }
          ModelArtefact model = ModelReader.read(request.model());
          OnnxScorer.refuse(model.preScan());
          return new DeviceProbe(TuneProbe.sample(request, model), cancellation)
              .choose(offered, Math.max(1, request.plan().threads()));
        });
  }

  /// Kinds of device beside the processor that the runtime offers.
  private static List<Accelerator> candidates(Set<String> offered) {
    List<Accelerator> kinds = new ArrayList<>();
    for (Accelerator kind : Accelerator.values()) {
      if (kind != Accelerator.CPU && offered.contains(kind.provider())) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /// @param offered execution providers of the runtime
  /// @param threads threads that the processor may use
  DeviceChoice choose(Set<String> offered, int threads) throws OrtException {
    Device processor = Device.of(Accelerator.CPU.option());
    List<Accelerator> kinds = candidates(offered);
    if (kinds.isEmpty() || sample.rows() == 0) {
      return DeviceChoice.PROCESSOR;
    }
    SampleRun.Way usual = sample.usual(processor, threads);
    try (Trials trials = new Trials(cancellation)) {
      trials.add(sample, usual);
      for (Accelerator kind : kinds) {
        add(trials, kind, usual.on(Device.of(kind.option())));
      }
      if (refused.size() == kinds.size()) {
        refused.addFirst(
            DeviceChoice.Trial.left(
                processor.name(), "not measured: no other device can be compared with it"));
        return new DeviceChoice(processor.name(), List.copyOf(refused));
      }
      List<Trials.Trial> taken = trials.take(System.nanoTime() + PATIENCE_NANOS);
      List<DeviceChoice.Trial> found = new ArrayList<>();
      for (Trials.Trial trial : taken) {
        double seconds = Math.max(1, trial.median()) / NANOS;
        found.add(
            DeviceChoice.Trial.measured(trial.way().device().name(), sample.rows() / seconds));
      }
      found.addAll(refused);
      return new DeviceChoice(Trials.fastest(taken, CLEARLY).device().name(), List.copyOf(found));
    }
  }

  /// A device that cannot load the model is no candidate, and is said with the reason.
  private void add(Trials trials, Accelerator kind, SampleRun.Way way) throws OrtException {
    String device = way.device().name();
    if (kind == Accelerator.TENSORRT) {
      refused.add(
          DeviceChoice.Trial.left(
              device,
              "not tried: it builds an engine for every shape first, which takes longer than many"
                  + " runs; name it to use it"));
      return;
    }
    try {
      trials.add(sample, way);
    } catch (Cancelled stopped) {
      throw stopped;
    } catch (AssayException unusable) {
      refused.add(DeviceChoice.Trial.failed(device, unusable.sentence()));
    }
  }
}

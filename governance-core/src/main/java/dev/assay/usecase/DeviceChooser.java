package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.common.WorkFailed;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceChoice;
import dev.assay.inference.RunPlan;
import dev.assay.model.ModelArtefact;
import dev.assay.worker.cache.CacheFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/// Has the worker find on which device a model runs fastest, once: what was found is kept by model,
/// machine and version of the runtime, so that a second run neither measures again nor gives scores
/// that differ in their last digits.
///
/// @param folder where, absent = nothing is kept
record DeviceChooser(Optional<CacheFolder> folder) {

  // decision: fewer rows are scored on the processor before another device has loaded the model
  private static final int WORTH_ROWS = 500;

  /// Everything that the answer depends on.
  private record Key(String model, String machine, int processors, List<String> engines) {}

  /// The device for a run that leaves the choice open.
  ///
  /// @param measure measures
  DeviceChoice chosen(ModelArtefact model, int rows, RunPlan plan, Supplier<DeviceChoice> measure) {
    if (rows < WORTH_ROWS) {
      return DeviceChoice.PROCESSOR;
    }
    String name = name(model, plan);
    return folder
        .flatMap(cache -> cache.find(name))
        .flatMap(DeviceChooser::read)
        .orElseGet(() -> measured(name, measure));
  }

  /// decision: a device that takes the worker with it when it is tried is not used, and that is no
  /// reason not to run on the processor; it is not kept, so that the next run tries again
  private DeviceChoice measured(String name, Supplier<DeviceChoice> measure) {
    DeviceChoice found;
    try {
      found = measure.get();
    } catch (WorkFailed crashed) {
      return new DeviceChoice(
          DeviceChoice.PROCESSOR.device(),
          List.of(DeviceChoice.Trial.failed("others", crashed.sentence())));
    }
    if (found.trials().stream().allMatch(DeviceChooser::isSettled)) {
      keep(name, found);
    }
    return found;
  }

  /// decision: a device that could not be used may be usable tomorrow, so that is not kept
  private static boolean isSettled(DeviceChoice.Trial trial) {
    return !trial.failed();
  }

  private static String name(ModelArtefact model, RunPlan plan) {
    Key key =
        new Key(
            model.digest().sha256(),
            Devices.processor(System.getProperty("os.arch")),
            plan.threads(),
            ScoreCache.engines());
    return "device-" + Digest.of(Json.write(key).getBytes(StandardCharsets.UTF_8)).sha256();
  }

  private static Optional<DeviceChoice> read(Path entry) {
    try {
      DeviceChoice kept = Json.mapper().readValue(entry.toFile(), DeviceChoice.class);
      CacheFolder.touch(entry);
      return Optional.ofNullable(kept)
          .filter(k -> k.trials() != null && k.device() != null)
          .filter(k -> Accelerator.choice(k.device()).isPresent());
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  private void keep(String name, DeviceChoice found) {
    folder.ifPresent(
        cache -> {
          try {
            cache.put(
                name,
                work -> {
                  Path entry = work.resolve("device.json");
                  AtomicFiles.write(entry, Json.pretty(found));
                  return entry;
                });
          } catch (IOException full) {
            // decision: what is not kept is measured again
          }
        });
  }
}

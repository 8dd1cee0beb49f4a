package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceChoice;
import dev.assay.inference.RunPlan;
import dev.assay.model.ModelArtefact;
import dev.assay.usecase.Examination.Probe;
import dev.assay.worker.cache.CacheFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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

  private static final int MOST_SHOWN = 20;
  private static final int NAME_LIMIT = 120;

  private static final String PREFIX = "device-";

  /// Everything that the answer depends on.
  private record Key(String model, String machine, int processors, List<String> engines) {

    static Key of(String model, int processors) {
      return new Key(
          model,
          Devices.processor(System.getProperty("os.arch")),
          processors,
          ScoreCache.engines());
    }

    String name() {
      return PREFIX + Digest.of(Json.write(this).getBytes(StandardCharsets.UTF_8)).sha256();
    }
  }

  /// What is kept.
  ///
  /// @param model name of the model's file
  /// @param measured when
  private record Kept(String model, String measured, Key key, DeviceChoice choice) {}

  /// The device for a run that leaves the choice open.
  ///
  /// @param measure measures
  DeviceChoice chosen(ModelArtefact model, int rows, RunPlan plan, Supplier<DeviceChoice> measure) {
    if (rows < WORTH_ROWS) {
      return DeviceChoice.PROCESSOR;
    }
    Key key = Key.of(model.digest().sha256(), plan.threads());
    return folder
        .flatMap(cache -> cache.find(key.name()))
        .flatMap(DeviceChooser::used)
        .map(Kept::choice)
        .filter(DeviceChooser::isSettled)
        .orElseGet(() -> measured(key, model.fileName(), measure));
  }

  /// What was measured on this machine, the latest first.
  ///
  /// @param processors that runs use
  List<Probe> probes(int processors) {
    return folder.stream()
        .flatMap(cache -> cache.startingWith(PREFIX).stream())
        .flatMap(entry -> read(entry).stream())
        .filter(kept -> !kept.choice().trials().isEmpty())
        .map(kept -> probe(kept, processors))
        .sorted(Comparator.comparing(Probe::measured).reversed().thenComparing(Probe::model))
        .limit(MOST_SHOWN)
        .toList();
  }

  private static Probe probe(Kept kept, int processors) {
    String model = kept.key().model();
    return new Probe(
        Visible.of(kept.model(), NAME_LIMIT),
        model,
        kept.measured(),
        isSettled(kept.choice()) && kept.key().equals(Key.of(model, processors)),
        kept.choice().device(),
        kept.choice().trials());
  }

  /// decision: a device that takes the worker with it when it is tried is not used, and that is no
  /// reason not to run on the processor
  private DeviceChoice measured(Key key, String model, Supplier<DeviceChoice> measure) {
    DeviceChoice found;
    try {
      found = measure.get();
    } catch (WorkFailed crashed) {
      found =
          new DeviceChoice(
              DeviceChoice.PROCESSOR.device(),
              List.of(DeviceChoice.Trial.failed("others", crashed.sentence())));
    }
    keep(new Kept(model, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), key, found));
    return found;
  }

  /// decision: a device that could not be used may be usable tomorrow, so that is kept to be shown
  /// and the next run tries again
  private static boolean isSettled(DeviceChoice choice) {
    return choice.trials().stream().noneMatch(DeviceChoice.Trial::failed);
  }

  private static Optional<Kept> used(Path entry) {
    CacheFolder.touch(entry);
    return read(entry);
  }

  private static Optional<Kept> read(Path entry) {
    try {
      Kept kept = Json.mapper().readValue(entry.toFile(), Kept.class);
      return Optional.ofNullable(kept)
          .filter(k -> k.choice() != null && k.key() != null && k.key().model() != null)
          .filter(k -> k.model() != null && k.measured() != null)
          .filter(k -> k.choice().trials() != null && k.choice().device() != null)
          .filter(k -> Accelerator.choice(k.choice().device()).isPresent());
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  private void keep(Kept found) {
    folder.ifPresent(
        cache -> {
          try {
            cache.put(
                found.key().name(),
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

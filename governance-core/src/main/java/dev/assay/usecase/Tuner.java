package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Tuned;
import dev.assay.model.ModelArtefact;
import dev.assay.worker.cache.CacheFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/// Has the worker find how a model runs fastest on this machine, once: what was found is kept by
/// model, machine and version of the runtime, so that a second run neither measures again nor gives
/// scores that differ in their last digits.
///
/// @param folder where, absent = nothing is kept
record Tuner(Optional<CacheFolder> folder) {

  // decision: fewer rows are scored faster than the measurement would take
  private static final int WORTH_TEXTS = 2_000;
  private static final int WORTH_IMAGES = 200;
  private static final int WORTH_ROWS = 50_000;

  private static final String CPU = "cpu";

  /// Everything that the answer depends on.
  private record Key(
      String model, String machine, int processors, List<String> engines, String provider) {}

  /// The plan with what is fastest, or as it was where measuring is not worth while.
  ///
  /// @param measure measures
  RunPlan tuned(ModelArtefact model, int rows, ScoreRequest request, Supplier<Tuned> measure) {
    RunPlan plan = request.plan();
    if (rows < worth(model, request) || !plan.provider().equals(CPU)) {
      return plan;
    }
    String name = name(model, plan);
    Optional<Tuned> kept = folder.flatMap(cache -> cache.find(name)).flatMap(Tuner::read);
    return plan.with(
        kept.filter(t -> t.threads() >= 1 && t.tuning().tokenBudget() >= 1)
            .orElseGet(() -> keep(name, measure.get())));
  }

  private static int worth(ModelArtefact model, ScoreRequest request) {
    boolean images = request.binding().inputs().stream().anyMatch(i -> i.image() != null);
    return model.transformer() != null ? WORTH_TEXTS : images ? WORTH_IMAGES : WORTH_ROWS;
  }

  private static String name(ModelArtefact model, RunPlan plan) {
    Key key =
        new Key(
            model.digest().sha256(),
            Devices.processor(System.getProperty("os.arch")),
            plan.threads(),
            ScoreCache.engines(),
            plan.provider());
    return "tuned-" + Digest.of(Json.write(key).getBytes(StandardCharsets.UTF_8)).sha256();
  }

  private static Optional<Tuned> read(Path entry) {
    try {
      Tuned kept = Json.mapper().readValue(entry.toFile(), Tuned.class);
      CacheFolder.touch(entry);
      return Optional.ofNullable(kept).filter(t -> t.tuning() != null);
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  private Tuned keep(String name, Tuned found) {
    folder.ifPresent(
        cache -> {
          try {
            cache.put(
                name,
                work -> {
                  Path entry = work.resolve("tuned.json");
                  AtomicFiles.write(entry, Json.pretty(found));
                  return entry;
                });
          } catch (IOException full) {
            // decision: what is not kept is measured again
          }
        });
    return found;
  }
}

package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetFormat;
import dev.assay.inference.LongTexts;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.TextAsk;
import dev.assay.inference.Tuning;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.provenance.AssayVersion;
import dev.assay.worker.cache.CacheFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Keeps the scores of models of texts and images, so that the same model over the same texts or
/// images is not run again: a changed threshold, slice or check costs no scoring. Scores, labels'
/// names and numbers of tokens are kept, never the texts or images.
///
/// @param folder where, absent = nothing is kept
public record ScoreCache(Optional<CacheFolder> folder) {

  /// The environment variable that turns it off with the value "off".
  public static final String VARIABLE = "ASSAY_SCORE_CACHE";

  // decision: raised whenever the way that texts are batched, images are decoded or scores are
  // stored changes
  private static final int FORMAT = 5;

  private static final String REPORT = "kept.json";
  private static final long MOST_BYTES = 512L << 20;

  /// Keeps nothing.
  public static ScoreCache none() {
    return new ScoreCache(Optional.empty());
  }

  /// In this user's cache, unless turned off.
  ///
  /// @param environment of this process
  public static ScoreCache ofUser(Map<String, String> environment) {
    return environment.getOrDefault(VARIABLE, "").equals("off")
        ? none()
        : new ScoreCache(CacheFolder.ofUser(environment));
  }

  /// How a model ran before.
  ///
  /// @param report what the run gave
  /// @param engines versions of the engines that ran it
  record Kept(ScoreReport report, SortedMap<String, String> engines) {}

  /// Everything that scores depend on.
  private record Key(
      int format,
      String assay,
      List<String> engines,
      String model,
      String data,
      @Nullable DatasetFormat read,
      List<String> columns,
      ModelBinding binding,
      String provider,
      int threads,
      LongTexts longTexts,
      Tuning tuning,
      @Nullable TextAsk ask) {}

  /// The name of a run; runs of the same name give the same scores.
  ///
  /// @param images digest of the images that the dataset names, absent where the model reads none
  static String key(
      ModelArtefact model,
      Dataset dataset,
      @Nullable Digest images,
      ModelBinding binding,
      RunPlan plan) {
    Key key =
        new Key(
            FORMAT,
            AssayVersion.number(),
            engines(),
            model.digest().sha256(),
            dataset.digest().sha256() + (images == null ? "" : " " + images.sha256()),
            dataset.spec().format(),
            dataset.spec().columns().stream().map(ColumnSpec::name).toList(),
            binding,
            plan.provider(),
            plan.threads(),
            plan.longTexts(),
            plan.tuning(),
            plan.ask());
    return "scores-" + Digest.of(Json.write(key).getBytes(StandardCharsets.UTF_8)).sha256();
  }

  /// The name of a run over texts that stand in no dataset.
  ///
  /// @param texts their digest
  static String key(ModelArtefact model, Digest texts, ModelBinding binding, RunPlan plan) {
    Key key =
        new Key(
            FORMAT,
            AssayVersion.number(),
            engines(),
            model.digest().sha256(),
            texts.sha256(),
            null,
            List.of(),
            binding,
            plan.provider(),
            plan.threads(),
            plan.longTexts(),
            plan.tuning(),
            plan.ask());
    return "scores-" + Digest.of(Json.write(key).getBytes(StandardCharsets.UTF_8)).sha256();
  }

  /// The packages of the engines, whose names hold their versions.
  static List<String> engines() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()))
        .filter(name -> name.startsWith("onnxruntime") || name.startsWith("tokenizers-"))
        .sorted()
        .toList();
  }

  /// Brings the scores of a run back.
  ///
  /// @param into an empty folder for them
  /// @return absent when they were not kept, or cannot be used
  Optional<Kept> find(String key, Path into) {
    Optional<Path> entry = folder.flatMap(cache -> cache.find(key));
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try {
      Kept kept = Json.mapper().readValue(entry.get().resolve(REPORT).toFile(), Kept.class);
      copy(entry.get(), into);
      CacheFolder.touch(entry.get());
      return Optional.of(kept);
    } catch (IOException | JacksonException damaged) {
      return Optional.empty();
    }
  }

  /// Keeps the scores of a run.
  void keep(String key, Path scores, Kept kept) {
    folder.ifPresent(
        cache -> {
          try {
            if (bytes(scores) <= MOST_BYTES) {
              cache.put(key, work -> filled(work, scores, kept));
            }
          } catch (IOException full) {
            // decision: a run that is not kept is made again
          }
        });
  }

  private static Path filled(Path work, Path scores, Kept kept) throws IOException {
    Path entry = Files.createDirectory(work.resolve("scores"));
    copy(scores, entry);
    AtomicFiles.write(entry.resolve(REPORT), Json.pretty(kept));
    return entry;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(REPORT)) {
          Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
        }
      }
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(f -> f.toFile().length()).sum();
    }
  }
}

package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.Task;
import dev.assay.inference.DeviceChoice;
import dev.assay.inference.DeviceSet;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextAsk;
import dev.assay.model.Bindings;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelSpec;
import dev.assay.model.ModelSpecs;
import dev.assay.predictions.LabelThresholds;
import dev.assay.predictions.PredictionsAssembly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gets a model's answers for a dataset, or the answers that the dataset holds itself.
///
/// @param intake runs the model
/// @param model the model as it can be read, absent = the dataset's stored scores
/// @param artefact what the model is, absent with it
/// @param folder receives the scores; empty
/// @param cache keeps the scores of models of texts and images
record Scoring(
    Intake intake,
    @Nullable Path model,
    @Nullable ModelArtefact artefact,
    Path folder,
    ScoreCache cache) {

  private static final int BATCH_ROWS = 4096;
  private static final String AUTO_IS = "cpu";

  Answered answers(EvaluateRequest request, Dataset dataset) {
    Path file = model;
    ForecastSource.Reading reading = new ForecastSource.Reading(intake, folder, cache);
    if (dataset.spec().task() == Task.FORECASTING) {
      return ForecastTask.answered(request, file, dataset, reading);
    }
    if (file != null && artefact != null && dataset.spec().task() == Task.MASKED_PROBE) {
      return ProbeTask.answered(request, file, artefact, dataset, reading);
    }
    if (file == null || artefact == null) {
      return new Answered(PredictionsAssembly.stored(dataset), null, null, null, new TreeMap<>());
    }
    ModelBinding binding = Bindings.bind(artefact, dataset.spec(), described(request, file));
    TextAsk ask = GenerationTask.ask(dataset, request, artefact);
    ScoreRequest usual = wanted(file, dataset, binding, plan(request, AUTO_IS).asking(ask));
    DeviceChoice choice = device(request, dataset, artefact, usual);
    ScoreRequest wanted =
        tuned(
            request,
            dataset,
            artefact,
            wanted(file, dataset, binding, usual.plan().on(choice.device())));
    RunPlan plan = wanted.plan();
    Optional<InputBinding> images = ImageDigests.input(binding);
    boolean keeps = artefact.transformer() != null || images.isPresent();
    @Nullable Digest seen =
        images
            .map(
                i ->
                    new ImageDigests(Objects.requireNonNull(wanted.files()), intake.cancellation())
                        .of(dataset, i))
            .orElse(null);
    String key = keeps ? ScoreCache.key(artefact, dataset, seen, binding, plan) : "";
    ScoreCache.@Nullable Kept before = keeps ? cache.find(key, folder).orElse(null) : null;
    ScoreReport report = before == null ? run(wanted) : before.report().reused();
    requireSame(artefact, report, file);
    if (keeps && before == null && !report.lostDevices()) {
      cache.keep(key, folder, new ScoreCache.Kept(report, intake.worker().engines()));
    }
    return new Answered(
        ask == null
            ? PredictionsAssembly.of(
                dataset,
                read(folder, report),
                new LabelThresholds(request.threshold(), request.labelThresholds()))
            : GenerationTask.predictions(dataset, ask, ColumnarFolder.open(folder)),
        artefact,
        binding,
        report.chosen(choice),
        before == null ? new TreeMap<>() : before.engines());
  }

  /// The run, set up as the worker finds fastest where that was asked for.
  private ScoreRequest tuned(
      EvaluateRequest request, Dataset dataset, ModelArtefact artefact, ScoreRequest usual) {
    if (!request.tune() || usual.plan().ask() != null) {
      return usual;
    }
    RunPlan tuned =
        new Tuner(cache.folder())
            .tuned(
                artefact,
                dataset.rows(),
                usual,
                () -> intake.worker().tune(usual, intake.cancellation()));
    return new ScoreRequest(
        usual.model(),
        usual.datasetFolder(),
        usual.binding(),
        tuned,
        usual.output(),
        usual.files(),
        usual.changes());
  }

  /// The device that was asked for, or the one that the worker finds fastest.
  private DeviceChoice device(
      EvaluateRequest request, Dataset dataset, ModelArtefact artefact, ScoreRequest usual) {
    return isAuto(request) && usual.plan().ask() == null
        ? new DeviceChooser(cache.folder())
            .chosen(
                artefact,
                dataset.rows(),
                usual.plan(),
                () -> intake.worker().choose(usual, intake.cancellation()))
        : new DeviceChoice(usual.plan().provider(), List.of());
  }

  private ScoreRequest wanted(Path file, Dataset dataset, ModelBinding binding, RunPlan plan) {
    return new ScoreRequest(
        file.toAbsolutePath(), dataset.columnarFolder(), binding, plan, folder, filesOf(dataset));
  }

  /// The folder that paths in a dataset are relative to: its own, or the folder that it is.
  static @Nullable Path filesOf(Dataset dataset) {
    Path file = dataset.file().toAbsolutePath();
    return Files.isDirectory(file) ? file : file.getParent();
  }

  private ScoreReport run(ScoreRequest wanted) {
    return intake.worker().score(wanted, intake.progress(), intake.cancellation());
  }

  /// The model that was looked at must be the one that ran.
  static void requireSame(ModelArtefact looked, ScoreReport ran, Path file) {
    if (!looked.digest().sha256().equals(ran.device().get("scored_model_sha256"))) {
      throw new InputRejected(
          "MODEL-CHANGED",
          "'"
              + Visible.of(String.valueOf(file.getFileName()), 120)
              + "' changed while it was evaluated.",
          "Start again when the file is complete and nobody writes to it.");
    }
  }

  private static @Nullable ModelSpec described(EvaluateRequest request, Path model) {
    Path file =
        request.modelSpec() != null ? request.modelSpec() : ModelSpecs.beside(model).orElse(null);
    return file == null ? null : ModelSpecs.read(file);
  }

  /// How what is asked beside the dataset's rows is run: on the device that these ran on.
  static RunPlan plan(EvaluateRequest request, Answered answered) {
    ScoreReport scores = answered.scores();
    return scores == null
        ? plan(request, AUTO_IS)
        : plan(request, AUTO_IS).on(scores.device().getOrDefault("provider", AUTO_IS));
  }

  /// The devices that were named, each with its number.
  private static String named(String devices) {
    String wanted =
        DeviceSet.isAll(devices) ? DeviceSet.all(devices, Devices.nvidia().visible()) : devices;
    return DeviceSet.of(wanted).name();
  }

  private static boolean isAuto(EvaluateRequest request) {
    return request.device().toLowerCase(Locale.ROOT).equals("auto");
  }

  /// @param auto what "auto" stands for
  private static RunPlan plan(EvaluateRequest request, String auto) {
    return new RunPlan(
        isAuto(request) ? auto : named(request.device().toLowerCase(Locale.ROOT)),
        BATCH_ROWS,
        Runtime.getRuntime().availableProcessors(),
        request.timeoutSeconds(),
        request.longTexts());
  }

  private static PredictionsAssembly.Answers read(Path folder, ScoreReport report) {
    ColumnarFolder columns = ColumnarFolder.open(folder);
    List<Column.Numbers> scores = new ArrayList<>();
    if (report.hasScores()) {
      for (int c = 0; c < report.classes().size(); c++) {
        scores.add((Column.Numbers) columns.column(ScoreColumns.score(c)));
      }
    }
    boolean regression = columns.names().contains(ScoreColumns.PREDICTION);
    return new PredictionsAssembly.Answers(
        report.classes(),
        scores,
        report.hasLabels() ? columns.column(ScoreColumns.LABEL) : null,
        regression ? (Column.Numbers) columns.column(ScoreColumns.PREDICTION) : null,
        columns.names().contains(ScoreColumns.TAGS)
            ? new PredictionsAssembly.WordAnswers(
                columns.column(ScoreColumns.TAGS), columns.column(ScoreColumns.TAG_SCORES))
            : null);
  }
}

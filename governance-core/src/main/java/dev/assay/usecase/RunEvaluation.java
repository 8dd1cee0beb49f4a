package dev.assay.usecase;

import dev.assay.check.Checks;
import dev.assay.check.behaviour.Suites;
import dev.assay.check.text.TextProperty;
import dev.assay.cost.Cost;
import dev.assay.cost.PriceSheet;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.EvaluationInput;
import dev.assay.evaluation.Evaluator;
import dev.assay.evaluation.Facts;
import dev.assay.inference.RunPlan;
import dev.assay.model.ModelArtefact;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import dev.assay.slice.Attributes;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The main job: import, score, measure, check.
public final class RunEvaluation {

  /// The level of every interval of a run.
  static final double LEVEL = 0.95;

  private static final int DRAWS = 2_000;

  private final WorkerFactory workers;
  private final Clock clock;
  private final ScoreCache cache;

  /// @param workers make the worker that parses and scores
  /// @param clock tells when the run started and ended
  /// @param cache keeps the scores of text models
  public RunEvaluation(WorkerFactory workers, Clock clock, ScoreCache cache) {
    this.workers = workers;
    this.clock = clock;
    this.cache = cache;
  }

  /// Runs a request from files to facts. Nothing is written but a private folder that is gone
  /// afterwards.
  ///
  /// @throws dev.assay.common.UsageError when the request does not fit the files
  /// @throws dev.assay.common.InputRejected when a file is refused
  /// @throws dev.assay.common.WorkFailed when the worker did not finish
  /// @throws dev.assay.common.Cancelled when it was stopped
  public EvaluatedRun run(EvaluateRequest request, Progress progress, Cancellation cancellation) {
    try (Scratch scratch = Scratch.create()) {
      return open(request, scratch, "", run -> {}, progress, cancellation).run();
    }
  }

  /// The same, leaving imported columns and scores in the folder.
  ///
  /// @param prefix of the names of the folders made in it
  /// @param measured receives the run when its metrics are known, before any check is made
  OpenRun open(
      EvaluateRequest asked,
      Scratch scratch,
      String prefix,
      Consumer<OpenRun> measured,
      Progress progress,
      Cancellation cancellation) {
    Instant started = clock.instant();
    EvaluateRequest request = ProbeTask.overSuite(asked, () -> scratch.folder(prefix + "suite"));
    var checks = Checks.select(request.checks());
    requireUsable(request.suites());
    List<PriceSheet> prices = CostMeasuring.sheets(request);
    long bytes =
        FileSizes.of(request.model(), request.data(), request.reference(), request.later());
    try (Worker worker = workers.forFilesOf(bytes, Duration.ofSeconds(request.timeoutSeconds()))) {
      Intake intake = new Intake(worker, progress, cancellation);
      Dataset imported =
          intake.dataset(request.data(), request.datasetSpec(), scratch.folder(prefix + "data"));
      Dataset chosen = new RespecifiedDataset(imported, SpecOverrides.apply(imported, request));
      @Nullable Path model = opened(intake, request.model(), scratch, prefix);
      @Nullable ModelArtefact read = model == null ? null : intake.model(model);
      Dataset dataset = HeadTask.of(chosen, imported, request, read);
      Path scores = scratch.folder(prefix + "scores");
      Answered answered = new Scoring(intake, model, read, scores, cache).answers(request, dataset);
      RunPlan plan = Scoring.plan(request, answered);
      List<Attribute> attributes = attributes(request, dataset, answered, scores);
      Facts facts =
          Evaluator.evaluate(
              input(request, dataset, answered.predictions(), attributes), progress, cancellation);
      Origins early = new Origins(request, dataset, null, answered, worker);
      measured.accept(finished(early, attributes, facts, List.of(), started));
      @Nullable Dataset reference =
          other(intake, request.reference(), request, scratch, prefix + "reference");
      @Nullable Dataset later = other(intake, request.later(), request, scratch, prefix + "later");
      List<CheckResult> found =
          new Checking(checks, request, progress, cancellation)
              .of(
                  new Checking.Looked(dataset, reference, later, answered, attributes),
                  new Asking(intake, model, plan, scratch, prefix, cache));
      Origins origins = new Origins(request, dataset, reference, answered, worker);
      @Nullable Cost cost =
          new CostMeasuring(workers, progress, cancellation)
              .of(request, prices, model, dataset, answered, plan, scratch.folder(prefix + "cost"));
      return finished(origins, attributes, facts, found, started).with(cost);
    }
  }

  /// decision: a suite that cannot be used is refused before anything is read
  private static void requireUsable(List<Path> suites) {
    if (!suites.isEmpty()) {
      Suites.with(suites);
    }
  }

  private OpenRun finished(
      Origins origins,
      List<Attribute> attributes,
      Facts facts,
      List<CheckResult> found,
      Instant started) {
    Answered answered = origins.answered();
    Dataset dataset = origins.dataset();
    EvaluatedRun run =
        new EvaluatedRun(
            origins.evaluation(facts, found, LEVEL, started, clock.instant()),
            dataset.report(),
            answered.model(),
            answered.binding(),
            answered.scores());
    return new OpenRun(origins.request(), run, dataset, answered.predictions(), attributes);
  }

  private static @Nullable Path opened(
      Intake intake, @Nullable Path given, Scratch scratch, String prefix) {
    return given == null ? null : intake.opened(given, () -> scratch.folder(prefix + "model"));
  }

  private static @Nullable Dataset other(
      Intake intake, @Nullable Path file, EvaluateRequest request, Scratch scratch, String folder) {
    return file == null
        ? null
        : intake.like(file, request.data(), request.datasetSpec(), scratch.folder(folder));
  }

  private static List<Attribute> attributes(
      EvaluateRequest request, Dataset dataset, Answered answered, Path scores) {
    int[] rows = answered.predictions().rowIndex();
    List<Attribute> attributes = new ArrayList<>();
    for (String name : sensitive(request, dataset)) {
      boolean column = dataset.spec().column(name).isPresent();
      Optional<TextProperty> property = column ? Optional.empty() : TextProperty.of(name);
      if (property.isPresent()) {
        attributes.add(TextPropertySlices.of(property.get(), dataset, answered, request, rows));
      } else if (!column && TextSlices.isOne(name)) {
        attributes.add(TextSlices.of(name, scores, rows));
      } else if (!column && answered.model() != null && ImageSlices.isOne(name)) {
        attributes.add(ImageSlices.of(name, scores, rows));
      } else {
        attributes.addAll(Attributes.of(dataset, rows, List.of(name)));
      }
    }
    return List.copyOf(attributes);
  }

  private static List<String> sensitive(EvaluateRequest request, Dataset dataset) {
    return request.sensitive().isEmpty()
        ? dataset.spec().withRole(ColumnRole.SENSITIVE).stream().map(ColumnSpec::name).toList()
        : request.sensitive();
  }

  private static EvaluationInput input(
      EvaluateRequest request,
      Dataset dataset,
      Predictions predictions,
      List<Attribute> attributes) {
    LabelSpec label = dataset.spec().label();
    return new EvaluationInput(
        predictions,
        attributes,
        label == null ? null : label.favourable(),
        request.threshold(),
        request.depth(),
        LEVEL,
        DRAWS,
        request.seed(),
        threads());
  }

  /// Threads that numbers are worked out with.
  static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }
}

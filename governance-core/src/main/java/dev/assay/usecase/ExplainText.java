package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.explain.Occlusion;
import dev.assay.explain.TextExplanation;
import dev.assay.inference.AttentionRequest;
import dev.assay.inference.LongTexts;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.TextTokens;
import dev.assay.inference.TokensRequest;
import dev.assay.model.Bindings;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelSpecs;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Says which words of a row's text its answer rests on.
public final class ExplainText {

  private static final Duration DEADLINE = Duration.ofMinutes(10);

  private final WorkerFactory workers;
  private final ScoreCache cache;

  /// @param workers make the worker that parses and scores
  /// @param cache keeps the scores of text models
  public ExplainText(WorkerFactory workers, ScoreCache cache) {
    this.workers = workers;
    this.cache = cache;
  }

  /// What to explain.
  ///
  /// @param model the folder or zip of a text model
  /// @param data dataset file
  /// @param datasetSpec description of the dataset; absent = the one beside it, else a guess
  /// @param modelSpec description of the model; absent = the one beside it, else a guess
  /// @param row data row, 1-based
  /// @param wanted class to explain; empty = the one with the largest score
  public record Request(
      Path model,
      Path data,
      @Nullable Path datasetSpec,
      @Nullable Path modelSpec,
      long row,
      String wanted) {}

  /// Explains.
  ///
  /// @throws UsageError when there is no such row or class
  /// @throws InputRejected when a file is refused or the model reads no texts
  public TextExplanation explain(Request request, Progress progress, Cancellation cancellation) {
    return opened(
        request,
        progress,
        cancellation,
        (model, dataset) -> explain(model, dataset, (int) (request.row() - 1), request.wanted()));
  }

  /// The tokens that a model reads of a row's text.
  ///
  /// @param request what to look at; its class does not matter
  /// @throws UsageError when there is no such row
  /// @throws InputRejected when a file is refused or the model reads no texts
  public TextTokens tokens(Request request, Progress progress, Cancellation cancellation) {
    return opened(
        request,
        progress,
        cancellation,
        (model, dataset) -> tokens(model, dataset, (int) (request.row() - 1)));
  }

  private <T> T opened(
      Request request,
      Progress progress,
      Cancellation cancellation,
      BiFunction<AskedTexts, Dataset, T> work) {
    long bytes = FileSizes.of(request.model(), request.data());
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(bytes, DEADLINE)) {
      Intake intake = new Intake(worker, progress, cancellation);
      Dataset dataset =
          intake.dataset(request.data(), request.datasetSpec(), scratch.folder("data"));
      Path model = intake.opened(request.model(), () -> scratch.folder("model"));
      ModelArtefact artefact = intake.model(model);
      Path described =
          request.modelSpec() != null ? request.modelSpec() : ModelSpecs.beside(model).orElse(null);
      ModelBinding binding =
          Bindings.bind(
              artefact, dataset.spec(), described == null ? null : ModelSpecs.read(described));
      if (request.row() < 1 || request.row() > dataset.rows()) {
        throw new UsageError(
            "USAGE-ROW",
            "There is no row " + request.row() + ": the data have " + dataset.rows() + " rows.",
            "Count data rows from 1, the heading not among them.");
      }
      return work.apply(
          new AskedTexts(
              intake,
              model,
              artefact,
              binding,
              plan(LongTexts.TRUNCATE),
              scratch.numbered("asked"),
              cache),
          dataset);
    }
  }

  /// Whether the words of a run's rows can be weighed: a model ran that reads one text a row and
  /// gives a score for each class.
  public static boolean fits(OpenRun open) {
    ScoreReport scores = open.run().scores();
    return open.request().model() != null
        && scores != null
        && scores.hasScores()
        && AskedTexts.column(open.run().model(), open.run().binding()).isPresent();
  }

  /// Explains a row of a run whose rows are at hand.
  ///
  /// @param row data row, 0-based
  /// @param wanted class to explain; empty = the one with the largest score
  public TextExplanation explain(
      OpenRun open, int row, String wanted, Progress progress, Cancellation cancellation) {
    return opened(
        open, progress, cancellation, model -> explain(model, open.dataset(), row, wanted));
  }

  /// The tokens that the model of a run reads of a row's text.
  ///
  /// @param row data row, 0-based
  /// @throws InputRejected when the row has no text
  public TextTokens tokens(OpenRun open, int row, Progress progress, Cancellation cancellation) {
    return opened(open, progress, cancellation, model -> tokens(model, open.dataset(), row));
  }

  private <T> T opened(
      OpenRun open, Progress progress, Cancellation cancellation, Function<AskedTexts, T> work) {
    Path file = Objects.requireNonNull(open.request().model());
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(FileSizes.of(file), DEADLINE)) {
      Intake intake = new Intake(worker, progress, cancellation);
      return work.apply(
          new AskedTexts(
              intake,
              intake.opened(file, () -> scratch.folder("model")),
              Objects.requireNonNull(open.run().model()),
              Objects.requireNonNull(open.run().binding()),
              plan(open.request().longTexts()),
              scratch.numbered("asked"),
              cache));
    }
  }

  private static TextTokens tokens(AskedTexts model, Dataset dataset, int row) {
    return model
        .intake()
        .worker()
        .tokens(
            new TokensRequest(model.model().toAbsolutePath(), text(model, dataset, row)),
            model.intake().cancellation());
  }

  private static TextExplanation explain(
      AskedTexts model, Dataset dataset, int row, String wanted) {
    String text = text(model, dataset, row);
    try {
      return attended(model, Occlusion.of(text, model, wanted));
    } catch (IllegalArgumentException notThere) {
      throw new UsageError(
          "USAGE-CLASS",
          "The row cannot be explained: " + Visible.of(notThere.getMessage(), 120) + ".",
          "Name one of the model's classes with --class; 'assay inspect' lists them.");
    }
  }

  private static String text(AskedTexts model, Dataset dataset, int row) {
    String column =
        AskedTexts.column(model.artefact(), model.binding())
            .orElseThrow(
                () ->
                    new InputRejected(
                        "EXPLAIN-NO-TEXT",
                        "Only a model that reads one text a row can be looked into.",
                        "Give the folder or zip of a text model."));
    String text = dataset.column(column).text(row);
    if (text == null || text.isBlank()) {
      throw new InputRejected(
          "EXPLAIN-EMPTY",
          "Row " + (row + 1) + " has no text in '" + Visible.of(column, 80) + "'.",
          "Choose a row that has one.");
    }
    return text;
  }

  /// With the model's own attention, where its graph gives it.
  private static TextExplanation attended(AskedTexts model, TextExplanation explanation) {
    return AttentionRequest.output(model.artefact())
        .map(
            output ->
                explanation.with(
                    model
                        .intake()
                        .worker()
                        .attention(
                            new AttentionRequest(
                                model.model().toAbsolutePath(),
                                model.binding(),
                                output,
                                explanation.text(),
                                model.plan().threads()),
                            model.intake().cancellation())))
        .orElse(explanation);
  }

  /// Few texts: one thread more or less does not matter, and scores stay those of a run.
  private static RunPlan plan(LongTexts longTexts) {
    return new RunPlan(
        "cpu", 1, Runtime.getRuntime().availableProcessors(), DEADLINE.toSeconds(), longTexts);
  }
}

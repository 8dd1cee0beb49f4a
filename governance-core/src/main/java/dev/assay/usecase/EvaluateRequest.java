package dev.assay.usecase;

import dev.assay.inference.LongTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What to evaluate and how.
///
/// @param model ONNX file; absent = the dataset's stored scores
/// @param data dataset file
/// @param datasetSpec description of the dataset; absent = the one beside it, else a guess
/// @param modelSpec description of the model; absent = the one beside it, else a guess
/// @param reference an earlier dataset (training data): overlap and drift of `data` from it
/// @param later a later batch: its drift from `data`
/// @param device "auto", "cpu", "cuda", "cuda:n"
/// @param threshold decision threshold in [0, 1]
/// @param labelThresholds decision threshold of a label of its own, each in [0, 1], where a row may
///   have several labels
/// @param sensitive columns to slice by; empty = the description's sensitive columns
/// @param label label column; absent = the description's
/// @param positive positive class; absent = the description's
/// @param weight column that says how many rows a row stands for; absent = every row counts once,
///   whatever the description calls a weight
/// @param checks "all", "none", families or ids
/// @param suites files with further suites of behaviour tests
/// @param depth attributes that are crossed at most, ≥ 1
/// @param seed seed of every random draw
/// @param longTexts how a text model reads texts that are longer than it can take
/// @param timeoutSeconds reading and scoring are stopped after so many seconds
/// @param tune whether the worker finds out first how a text model runs fastest
/// @param cost what is asked about cost; absent = nothing is timed
/// @param generation what a model that goes on with texts is asked; columns that are not said are
///   guessed from their names
/// @param probe what a masked language model is asked; absent = nothing
/// @param forecast how forecasts are measured
/// @param command command line that repeats the run
public record EvaluateRequest(
    @Nullable Path model,
    Path data,
    @Nullable Path datasetSpec,
    @Nullable Path modelSpec,
    @Nullable Path reference,
    @Nullable Path later,
    String device,
    double threshold,
    SortedMap<String, Double> labelThresholds,
    List<String> sensitive,
    @Nullable String label,
    @Nullable String positive,
    @Nullable String weight,
    List<String> checks,
    List<Path> suites,
    int depth,
    long seed,
    LongTexts longTexts,
    long timeoutSeconds,
    boolean tune,
    @Nullable CostAsked cost,
    GenerationAsked generation,
    @Nullable ProbeAsked probe,
    ForecastAsked forecast,
    List<String> command) {

  /// A request that says nothing of how texts go on, asks for no hidden words and measures
  /// forecasts as usual.
  public EvaluateRequest(
      @Nullable Path model,
      Path data,
      @Nullable Path datasetSpec,
      @Nullable Path modelSpec,
      @Nullable Path reference,
      @Nullable Path later,
      String device,
      double threshold,
      SortedMap<String, Double> labelThresholds,
      List<String> sensitive,
      @Nullable String label,
      @Nullable String positive,
      @Nullable String weight,
      List<String> checks,
      List<Path> suites,
      int depth,
      long seed,
      LongTexts longTexts,
      long timeoutSeconds,
      boolean tune,
      @Nullable CostAsked cost,
      List<String> command) {
    this(
        model,
        data,
        datasetSpec,
        modelSpec,
        reference,
        later,
        device,
        threshold,
        labelThresholds,
        sensitive,
        label,
        positive,
        weight,
        checks,
        suites,
        depth,
        seed,
        longTexts,
        timeoutSeconds,
        tune,
        cost,
        GenerationAsked.GUESSED,
        null,
        ForecastAsked.USUAL,
        command);
  }

  /// A request that cuts long texts and has one threshold.
  public EvaluateRequest(
      @Nullable Path model,
      Path data,
      @Nullable Path datasetSpec,
      @Nullable Path modelSpec,
      @Nullable Path reference,
      @Nullable Path later,
      String device,
      double threshold,
      List<String> sensitive,
      @Nullable String label,
      @Nullable String positive,
      @Nullable String weight,
      List<String> checks,
      List<Path> suites,
      int depth,
      long seed,
      long timeoutSeconds,
      List<String> command) {
    this(
        model,
        data,
        datasetSpec,
        modelSpec,
        reference,
        later,
        device,
        threshold,
        new TreeMap<>(),
        sensitive,
        label,
        positive,
        weight,
        checks,
        suites,
        depth,
        seed,
        LongTexts.TRUNCATE,
        timeoutSeconds,
        false,
        null,
        command);
  }

  /// A request in which every row counts once, without further suites.
  public EvaluateRequest(
      @Nullable Path model,
      Path data,
      @Nullable Path datasetSpec,
      @Nullable Path modelSpec,
      @Nullable Path reference,
      @Nullable Path later,
      String device,
      double threshold,
      List<String> sensitive,
      @Nullable String label,
      @Nullable String positive,
      List<String> checks,
      int depth,
      long seed,
      long timeoutSeconds,
      List<String> command) {
    this(
        model,
        data,
        datasetSpec,
        modelSpec,
        reference,
        later,
        device,
        threshold,
        sensitive,
        label,
        positive,
        null,
        checks,
        List.of(),
        depth,
        seed,
        timeoutSeconds,
        command);
  }

  /// The same of another model.
  ///
  /// @param other ONNX file or folder
  /// @param spec its description; absent = the one beside it, else a guess
  public EvaluateRequest withModel(Path other, @Nullable Path spec) {
    return changed(other, spec, threshold, checks, longTexts, cost, command);
  }

  /// The same over the rows that its suite of a probe stands for.
  ///
  /// @param description of them
  EvaluateRequest over(Path rows, Path description, ProbeAsked asked) {
    return new EvaluateRequest(
        model,
        rows,
        description,
        modelSpec,
        reference,
        later,
        device,
        threshold,
        labelThresholds,
        sensitive,
        label,
        positive,
        weight,
        checks,
        suites,
        depth,
        seed,
        longTexts,
        timeoutSeconds,
        tune,
        cost,
        generation,
        asked,
        forecast,
        command);
  }

  /// The same with other checks.
  public EvaluateRequest withChecks(List<String> others) {
    return changed(model, modelSpec, threshold, others, longTexts, cost, command);
  }

  /// The same at another threshold.
  ///
  /// @param repeats command line that repeats it
  public EvaluateRequest withThreshold(double other, List<String> repeats) {
    return changed(model, modelSpec, other, checks, longTexts, cost, repeats);
  }

  /// The same with long texts read in another way.
  public EvaluateRequest withLongTexts(LongTexts other) {
    return changed(model, modelSpec, threshold, checks, other, cost, command);
  }

  /// The same, measuring what it costs.
  public EvaluateRequest withCost(@Nullable CostAsked asked) {
    return changed(model, modelSpec, threshold, checks, longTexts, asked, command);
  }

  private EvaluateRequest changed(
      @Nullable Path model,
      @Nullable Path modelSpec,
      double threshold,
      List<String> checks,
      LongTexts longTexts,
      @Nullable CostAsked cost,
      List<String> command) {
    return new EvaluateRequest(
        model,
        data,
        datasetSpec,
        modelSpec,
        reference,
        later,
        device,
        threshold,
        labelThresholds,
        sensitive,
        label,
        positive,
        weight,
        checks,
        suites,
        depth,
        seed,
        longTexts,
        timeoutSeconds,
        tune,
        cost,
        generation,
        probe,
        forecast,
        command);
  }
}

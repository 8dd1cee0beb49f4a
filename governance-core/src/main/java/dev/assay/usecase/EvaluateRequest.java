package dev.assay.usecase;

import dev.assay.inference.LongTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What to evaluate and how. [#of(Path)] begins one with what the command line takes where nothing
/// is said; [#change()] begins one like another.
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

  /// One of this dataset: every check, long texts cut, decided at 0.5, no cost, seed 7.
  ///
  /// @param data dataset file
  public static Builder of(Path data) {
    return new Builder(data);
  }

  /// One like this.
  public Builder change() {
    Builder builder = new Builder(data);
    builder.model = model;
    builder.datasetSpec = datasetSpec;
    builder.modelSpec = modelSpec;
    builder.reference = reference;
    builder.later = later;
    builder.device = device;
    builder.threshold = threshold;
    builder.labelThresholds = labelThresholds;
    builder.sensitive = sensitive;
    builder.label = label;
    builder.positive = positive;
    builder.weight = weight;
    builder.checks = checks;
    builder.suites = suites;
    builder.depth = depth;
    builder.seed = seed;
    builder.longTexts = longTexts;
    builder.timeoutSeconds = timeoutSeconds;
    builder.tune = tune;
    builder.cost = cost;
    builder.generation = generation;
    builder.probe = probe;
    builder.forecast = forecast;
    builder.command = command;
    return builder;
  }

  /// A request in the making. Not safe for use by several threads.
  public static final class Builder {

    private @Nullable Path model;
    private Path data;
    private @Nullable Path datasetSpec;
    private @Nullable Path modelSpec;
    private @Nullable Path reference;
    private @Nullable Path later;
    private String device = "auto";
    private double threshold = 0.5;
    private SortedMap<String, Double> labelThresholds = new TreeMap<>();
    private List<String> sensitive = List.of();
    private @Nullable String label;
    private @Nullable String positive;
    private @Nullable String weight;
    private List<String> checks = List.of("all");
    private List<Path> suites = List.of();
    private int depth = 2;
    private long seed = 7;
    private LongTexts longTexts = LongTexts.TRUNCATE;
    private long timeoutSeconds = 3600;
    private boolean tune = false;
    private @Nullable CostAsked cost;
    private GenerationAsked generation = GenerationAsked.GUESSED;
    private @Nullable ProbeAsked probe;
    private ForecastAsked forecast = ForecastAsked.USUAL;
    private List<String> command = List.of();

    private Builder(Path data) {
      this.data = data;
    }

    /// ONNX file or folder; absent = the stored scores.
    public Builder model(@Nullable Path model) {
      this.model = model;
      return this;
    }

    /// Dataset file.
    public Builder data(Path data) {
      this.data = data;
      return this;
    }

    /// Description of the dataset.
    public Builder datasetSpec(@Nullable Path datasetSpec) {
      this.datasetSpec = datasetSpec;
      return this;
    }

    /// Description of the model.
    public Builder modelSpec(@Nullable Path modelSpec) {
      this.modelSpec = modelSpec;
      return this;
    }

    /// An earlier dataset.
    public Builder reference(@Nullable Path reference) {
      this.reference = reference;
      return this;
    }

    /// A later batch.
    public Builder later(@Nullable Path later) {
      this.later = later;
      return this;
    }

    /// "auto", "cpu", "cuda", "cuda:n".
    public Builder device(String device) {
      this.device = device;
      return this;
    }

    /// Decision threshold in [0, 1].
    public Builder threshold(double threshold) {
      this.threshold = threshold;
      return this;
    }

    /// Decision thresholds of labels of their own, each in [0, 1].
    public Builder labelThresholds(SortedMap<String, Double> labelThresholds) {
      this.labelThresholds = labelThresholds;
      return this;
    }

    /// Columns to slice by.
    public Builder sensitive(List<String> sensitive) {
      this.sensitive = sensitive;
      return this;
    }

    /// Label column.
    public Builder label(@Nullable String label) {
      this.label = label;
      return this;
    }

    /// Positive class.
    public Builder positive(@Nullable String positive) {
      this.positive = positive;
      return this;
    }

    /// Column that says how many rows a row stands for.
    public Builder weight(@Nullable String weight) {
      this.weight = weight;
      return this;
    }

    /// "all", "none", families or ids.
    public Builder checks(List<String> checks) {
      this.checks = checks;
      return this;
    }

    /// Files with further suites of behaviour tests.
    public Builder suites(List<Path> suites) {
      this.suites = suites;
      return this;
    }

    /// Attributes that are crossed at most, ≥ 1.
    public Builder depth(int depth) {
      this.depth = depth;
      return this;
    }

    /// Seed of every random draw.
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /// How texts are read that are longer than the model can take.
    public Builder longTexts(LongTexts longTexts) {
      this.longTexts = longTexts;
      return this;
    }

    /// Reading and scoring are stopped after so many seconds.
    public Builder timeoutSeconds(long timeoutSeconds) {
      this.timeoutSeconds = timeoutSeconds;
      return this;
    }

    /// Whether the worker finds out first how a text model runs fastest.
    public Builder tune(boolean tune) {
      this.tune = tune;
      return this;
    }

    /// What is asked about cost.
    public Builder cost(@Nullable CostAsked cost) {
      this.cost = cost;
      return this;
    }

    /// What a model that goes on with texts is asked.
    public Builder generation(GenerationAsked generation) {
      this.generation = generation;
      return this;
    }

    /// What a masked language model is asked.
    public Builder probe(@Nullable ProbeAsked probe) {
      this.probe = probe;
      return this;
    }

    /// How forecasts are measured.
    public Builder forecast(ForecastAsked forecast) {
      this.forecast = forecast;
      return this;
    }

    /// Command line that repeats the run.
    public Builder command(List<String> command) {
      this.command = command;
      return this;
    }

    /// The request.
    public EvaluateRequest build() {
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
}

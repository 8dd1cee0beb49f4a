package dev.assay.inference;

import org.jspecify.annotations.Nullable;

/// How a model is run.
///
/// @param provider execution provider: "cpu", "cuda:0"
/// @param batchRows rows a call; a model with a fixed batch dimension overrides it
/// @param threads intra-op threads
/// @param deadlineSeconds after this the run is stopped and reported
/// @param longTexts how a text model reads texts that are longer than it can take
/// @param tuning how the runtime is set up
/// @param ask what a model that goes on with texts is asked, absent for other models
public record RunPlan(
    String provider,
    int batchRows,
    int threads,
    long deadlineSeconds,
    LongTexts longTexts,
    Tuning tuning,
    @Nullable TextAsk ask) {

  /// A plan of a model that does not go on with texts.
  public RunPlan(
      String provider,
      int batchRows,
      int threads,
      long deadlineSeconds,
      LongTexts longTexts,
      Tuning tuning) {
    this(provider, batchRows, threads, deadlineSeconds, longTexts, tuning, null);
  }

  /// A plan with the usual set-up.
  public RunPlan(
      String provider, int batchRows, int threads, long deadlineSeconds, LongTexts longTexts) {
    this(provider, batchRows, threads, deadlineSeconds, longTexts, Tuning.USUAL);
  }

  /// A plan in which long texts are cut.
  public RunPlan(String provider, int batchRows, int threads, long deadlineSeconds) {
    this(provider, batchRows, threads, deadlineSeconds, LongTexts.TRUNCATE);
  }

  /// The same, set up as was found to be fastest.
  public RunPlan with(Tuned tuned) {
    return new RunPlan(
        provider,
        tuned.batchRows() > 0 ? tuned.batchRows() : batchRows,
        tuned.threads(),
        deadlineSeconds,
        longTexts,
        tuned.tuning(),
        ask);
  }

  /// The same on another device.
  public RunPlan on(String device) {
    return new RunPlan(device, batchRows, threads, deadlineSeconds, longTexts, tuning, ask);
  }

  /// The same, asking this of a model that goes on with texts.
  public RunPlan asking(@Nullable TextAsk other) {
    return new RunPlan(provider, batchRows, threads, deadlineSeconds, longTexts, tuning, other);
  }
}

package dev.assay.evaluation;

import dev.assay.cost.Cost;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import dev.assay.predictions.Predictions;
import dev.assay.provenance.Provenance;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Facts about a model on a dataset. Immutable, complete, without verdicts; a number without
/// provenance cannot be made.
///
/// @param provenance what produced the numbers
/// @param task what was predicted
/// @param positive positive class of a binary task
/// @param favourable outcome that is good for the person, of a binary task
/// @param threshold decision threshold of a binary task with scores
/// @param classes class names of a classification
/// @param level confidence level of all intervals
/// @param attributes the attributes that were sliced by, with the reference group of each
/// @param metrics one row a number
/// @param disparities differences and ratios between groups
/// @param curves curves for charts
/// @param checks results of checks
/// @param excluded rows left out, openly
/// @param warnings what the user should know about data, model and binding
/// @param cost what the run took on this machine, absent when nobody asked: times, which differ
///   from run to run when nothing else does
public record Evaluation(
    Provenance provenance,
    Task task,
    @Nullable String positive,
    @Nullable String favourable,
    @Nullable Double threshold,
    List<String> classes,
    double level,
    List<AttributeInfo> attributes,
    List<MetricRow> metrics,
    List<Disparity> disparities,
    Curves curves,
    List<CheckResult> checks,
    List<Predictions.Exclusion> excluded,
    List<Warning> warnings,
    @Nullable Cost cost) {

  /// An evaluation without cost.
  public Evaluation(
      Provenance provenance,
      Task task,
      @Nullable String positive,
      @Nullable String favourable,
      @Nullable Double threshold,
      List<String> classes,
      double level,
      List<AttributeInfo> attributes,
      List<MetricRow> metrics,
      List<Disparity> disparities,
      Curves curves,
      List<CheckResult> checks,
      List<Predictions.Exclusion> excluded,
      List<Warning> warnings) {
    this(
        provenance,
        task,
        positive,
        favourable,
        threshold,
        classes,
        level,
        attributes,
        metrics,
        disparities,
        curves,
        checks,
        excluded,
        warnings,
        null);
  }

  /// An attribute that was sliced by.
  ///
  /// @param name column name
  /// @param reference value of the reference group, null = missing
  /// @param chosen whether somebody chose it; otherwise it is the largest group
  /// @param groups values of all groups
  public record AttributeInfo(
      String name, @Nullable String reference, boolean chosen, List<@Nullable String> groups) {}

  /// The same with what it took.
  public Evaluation with(@Nullable Cost taken) {
    return new Evaluation(
        provenance,
        task,
        positive,
        favourable,
        threshold,
        classes,
        level,
        attributes,
        metrics,
        disparities,
        curves,
        checks,
        excluded,
        warnings,
        taken);
  }

  /// The row of this metric and slice (and class, null when not multiclass).
  public Optional<MetricRow> row(String metric, SliceKey slice) {
    return metrics.stream()
        .filter(r -> r.metric().equals(metric) && r.slice().equals(slice) && r.target() == null)
        .findFirst();
  }
}

package dev.assay.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two runs side by side.
///
/// @param paired whether both decided the same rows, row by row
/// @param basis in words: how they were compared and on how many rows
/// @param rows rows that both have, 0 when not paired
/// @param level confidence level of every interval; 1 − level bounds the chance of any false alarm
/// @param differences one a number
/// @param decisions which decisions changed, absent when not paired or when numbers are predicted
/// @param scores how far scores lie apart, absent when not paired or when a run has no scores
/// @param settings what the runs were made with, where it differs
/// @param remarks groups that were not compared, and why
/// @param withoutInterval metrics that have no interval, so that nobody can tell change from
///   chance; they are not compared
public record RunComparison(
    boolean paired,
    String basis,
    long rows,
    double level,
    List<Difference> differences,
    @Nullable DecisionChanges decisions,
    @Nullable ScoreShifts scores,
    List<SettingDifference> settings,
    List<String> remarks,
    List<String> withoutInterval) {

  /// How many numbers have this outcome.
  public long count(Outcome outcome) {
    return differences.stream().filter(d -> d.outcome() == outcome).count();
  }

  /// The numbers of this outcome.
  public List<Difference> with(Outcome outcome) {
    return differences.stream().filter(d -> d.outcome() == outcome).toList();
  }
}

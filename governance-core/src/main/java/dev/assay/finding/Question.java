package dev.assay.finding;

import dev.assay.evaluation.Disparity;
import java.util.List;

/// Which fact a rule looks at, and how it has to be.
public sealed interface Question {

  /// A metric of slices.
  ///
  /// @param metric id in the catalogue, aliases resolved
  /// @param slices whose numbers; one match suffices
  /// @param eachClass whether the numbers of single classes of a multiclass task are judged,
  ///   instead of those of all classes together
  /// @param bar what the numbers are held against
  record OfMetric(String metric, List<Scope> slices, boolean eachClass, Bar bar)
      implements Question {}

  /// A difference or ratio between groups.
  ///
  /// @param disparity id in the catalogue
  /// @param slices which attributes' groups
  /// @param comparisons how groups are compared
  /// @param eachClass whether the comparisons of single classes of a multiclass task are judged,
  ///   instead of those of no class in particular
  /// @param bar what the numbers are held against
  record OfDisparity(
      String disparity,
      List<Scope> slices,
      List<Disparity.Comparison> comparisons,
      boolean eachClass,
      Bar bar)
      implements Question {}

  /// Checks that must find nothing.
  ///
  /// @param check id, or a family: `leakage.*`
  /// @param except ids that the family's rule leaves to others
  record OfCheck(String check, List<String> except) implements Question {}

  /// A number of a check.
  ///
  /// @param check id
  /// @param value name of the number
  /// @param subjects what the numbers are about (columns, pairs, classes); empty = all
  /// @param bar what the numbers are held against
  record OfCheckValue(String check, String value, List<String> subjects, Bar bar)
      implements Question {}
}

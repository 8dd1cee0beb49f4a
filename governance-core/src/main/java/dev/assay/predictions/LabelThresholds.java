package dev.assay.predictions;

import dev.assay.common.InputRejected;
import java.util.List;
import java.util.SortedMap;

/// From which score on a label of a multi-label task is given.
///
/// @param common of every label that has none of its own, in [0, 1]
/// @param own by label, each in [0, 1]
public record LabelThresholds(double common, SortedMap<String, Double> own) {

  /// The threshold of each label.
  ///
  /// @throws InputRejected when a threshold is that of no label
  double[] of(List<String> labels) {
    for (String label : own.keySet()) {
      if (!labels.contains(label)) {
        throw new InputRejected(
            "PREDICTIONS-LABEL-THRESHOLD",
            "A threshold is given for the label "
                + Classes.shown(List.of(label))
                + ", and the model has "
                + Classes.shown(labels)
                + ".",
            "Give thresholds for labels of the model.");
      }
    }
    return labels.stream().mapToDouble(label -> own.getOrDefault(label, common)).toArray();
  }
}

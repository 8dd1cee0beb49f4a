package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// Metrics of rows that may have several labels, beyond those that each label has and the averages
/// that several classes have as well.
final class MultiLabelDefinitions {

  private static final String NO_ROWS = "there are no rows";

  private MultiLabelDefinitions() {}

  static List<MetricDefinition> all() {
    return new Definitions(Family.CLASSIFICATION, "scikit-learn, metrics (multilabel)")
        .rate(
            "subset_accuracy",
            "Subset accuracy",
            "share of rows whose labels are all right and none is missing",
            HIGHER,
            NO_ROWS,
            "How often the whole set of labels is right; one wrong label makes a row wrong.")
        .rate(
            "hamming_loss",
            "Hamming loss",
            "mean over rows of the share of labels that are wrong",
            LOWER,
            NO_ROWS,
            "How many of all yes and no answers are wrong.")
        .rate(
            "decision_threshold",
            "Decision threshold of the label",
            "a score of at least this gives the label",
            NEITHER,
            "never",
            "From which score on the label is given.")
        .list();
  }
}

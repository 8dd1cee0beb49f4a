package dev.assay.evaluation;

import dev.assay.metric.calibration.ScoreFit;
import dev.assay.metric.fairness.BinaryNumbers;
import dev.assay.metric.fairness.GroupNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// In which numbers groups are compared, of a binary classifier.
final class BinaryComparisons {

  private static final String SELECTION = "selection rate";
  private static final String TPR = "true positive rate";
  private static final String FPR = "false positive rate";
  private static final String FNR = "false negative rate";
  private static final String FDR = "false discovery rate";
  private static final String FOR = "false omission rate";

  private final boolean favourableIsPositive;

  BinaryComparisons(boolean favourableIsPositive) {
    this.favourableIsPositive = favourableIsPositive;
  }

  /// All comparisons of one number with the same number of another group.
  ///
  /// @param scored whether there are scores
  List<Comparison<BinarySlice>> all(boolean scored) {
    List<Comparison<BinarySlice>> all = new ArrayList<>();
    decisions(all);
    errors(all);
    if (scored) {
      scores(all);
    }
    return all;
  }

  /// The comparisons that are made of each class against the rest.
  ///
  /// @param scored whether there are probabilities
  List<Comparison<BinarySlice>> ofClass(boolean scored) {
    return all(scored).stream()
        .filter(c -> c.many() && !c.metric().equals("accuracy_difference"))
        .filter(c -> !c.metric().equals("disparate_impact"))
        .toList();
  }

  /// The comparisons that are made of each group with everyone else.
  List<Comparison<BinarySlice>> toRest() {
    return all(false).stream().filter(Comparison::many).toList();
  }

  private void decisions(List<Comparison<BinarySlice>> all) {
    var selection = of(s -> BinaryNumbers.selectionRate(s.counts()));
    var favourable = of(s -> BinaryNumbers.favourableRate(s.counts(), favourableIsPositive));
    var prevalence = of(s -> BinaryNumbers.prevalence(s.counts()));
    all.add(
        Comparison.difference("demographic_parity_difference", "selection", SELECTION, selection)
            .forMany());
    all.add(Comparison.ratio("demographic_parity_ratio", "selection", SELECTION, selection));
    all.add(
        Comparison.ratio(
                "disparate_impact", "selection", "rate of the favourable outcome", favourable)
            .forMany());
    all.add(
        Comparison.difference(
            "label_parity_difference", "prevalence", "share of positive labels", prevalence));
    all.add(
        Comparison.ratio(
            "label_parity_ratio", "prevalence", "share of positive labels", prevalence));
  }

  private static void errors(List<Comparison<BinarySlice>> all) {
    var tpr = of(s -> BinaryNumbers.truePositiveRate(s.counts()));
    var fpr = of(s -> BinaryNumbers.falsePositiveRate(s.counts()));
    var fnr = of(s -> BinaryNumbers.falseNegativeRate(s.counts()));
    var precision = of(s -> BinaryNumbers.precision(s.counts()));
    var fdr = of(s -> BinaryNumbers.falseDiscoveryRate(s.counts()));
    var forRate = of(s -> BinaryNumbers.falseOmissionRate(s.counts()));
    all.add(Comparison.difference("equal_opportunity_difference", "recall", TPR, tpr).forMany());
    all.add(Comparison.ratio("equal_opportunity_ratio", "recall", TPR, tpr));
    all.add(Comparison.difference("fpr_difference", "fpr", FPR, fpr).forMany());
    all.add(Comparison.ratio("fpr_ratio", "fpr", FPR, fpr));
    all.add(Comparison.difference("fnr_difference", "recall", FNR, fnr));
    all.add(Comparison.ratio("fnr_ratio", "recall", FNR, fnr));
    all.add(
        Comparison.difference("predictive_parity_difference", "precision", "precision", precision)
            .forMany());
    all.add(Comparison.ratio("precision_ratio", "precision", "precision", precision));
    all.add(Comparison.difference("fdr_difference", "precision", FDR, fdr));
    all.add(Comparison.ratio("fdr_ratio", "precision", FDR, fdr));
    all.add(Comparison.difference("for_difference", "for", FOR, forRate));
    all.add(Comparison.ratio("for_ratio", "for", FOR, forRate));
    all.add(
        Comparison.difference(
                "accuracy_difference",
                "accuracy",
                "accuracy",
                of(s -> BinaryNumbers.accuracy(s.counts())))
            .forMany());
    all.add(
        Comparison.difference(
            "error_rate_difference",
            "accuracy",
            "error rate",
            of(s -> BinaryNumbers.errorRate(s.counts()))));
    all.add(
        Comparison.difference(
            "average_odds_difference",
            "average_odds",
            "mean of true and false positive rate",
            of(s -> BinaryNumbers.averageOdds(s.counts()))));
    all.add(
        Comparison.difference(
            "treatment_equality_difference",
            "treatment",
            "ratio of false negatives to false positives",
            of(s -> BinaryNumbers.treatment(s.counts()))));
  }

  private static void scores(List<Comparison<BinarySlice>> all) {
    all.add(
        Comparison.difference(
                "auc_difference",
                "auc",
                "area under the ROC curve",
                of(s -> BinaryNumbers.auc(s.counts())))
            .forMany());
    all.add(
        Comparison.difference(
            "balance_positive_difference",
            "balance_positive",
            "mean score of positive rows",
            fitted((s, fit) -> BinaryNumbers.meanScorePositive(s.counts(), fit))));
    all.add(
        Comparison.difference(
            "balance_negative_difference",
            "balance_negative",
            "mean score of negative rows",
            fitted((s, fit) -> BinaryNumbers.meanScoreNegative(s.counts(), fit))));
    all.add(
        Comparison.difference(
            "calibration_difference",
            "calibration",
            "excess of mean score over share of positives",
            of(s -> BinaryNumbers.calibrationGap(s.counts()))));
  }

  private static Function<BinarySlice, GroupNumber> of(Function<BinarySlice, GroupNumber> number) {
    return number;
  }

  private static Function<BinarySlice, GroupNumber> fitted(
      BiFunction<BinarySlice, ScoreFit, GroupNumber> number) {
    return s -> s.fit() == null ? new GroupNumber.Undefined("no scores") : number.apply(s, s.fit());
  }
}

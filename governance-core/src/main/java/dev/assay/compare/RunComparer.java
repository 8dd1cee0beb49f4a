package dev.assay.compare;

import dev.assay.compare.Pairing.Paired;
import dev.assay.compare.Pairing.Unpaired;
import dev.assay.evaluation.Evaluation;
import dev.assay.predictions.Predictions;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.predictions.Predictions.Forecasted;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.MultiLabel;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares two runs, number by number.
public final class RunComparer {

  private static final int DRAWS = 2_000;

  private RunComparer() {}

  /// Where both runs decided the same rows, differences are paired by row; numbers for which that
  /// is not possible, and runs of different rows, are compared from their stored intervals.
  /// Deterministic whatever the number of threads; exchanging paired runs negates every difference.
  ///
  /// @param first A, the champion
  /// @param second B, the challenger
  /// @param seed of all draws
  /// @param threads most threads at once
  /// @throws dev.assay.common.Cancelled when it was stopped
  public static RunComparison compare(
      ComparedRun first,
      ComparedRun second,
      long seed,
      int threads,
      Progress progress,
      Cancellation cancellation) {
    double level = first.evaluation().level();
    Comparing how = new Comparing(level, DRAWS, seed, threads, progress, cancellation);
    List<String> remarks = new ArrayList<>();
    List<Estimate> paired = List.of();
    @Nullable DecisionChanges decisions = null;
    @Nullable ScoreShifts scores = null;
    Pairing pairing = Pairing.of(first, second);
    if (pairing instanceof Paired rows) {
      SharedSlices slices = SharedSlices.of(first, second, rows);
      remarks.addAll(slices.remarks());
      paired =
          differences(first.evaluation(), second.evaluation(), rows, slices, how).stream()
              .filter(e -> StoredDifferences.isCompared(e.metric()))
              .toList();
      decisions = decisions(first.evaluation(), second.evaluation(), rows, slices, level);
      scores = ScoreCounting.of(rows, slices, level);
    }
    Set<String> incomparable = incomparable(pairing, remarks);
    StoredDifferences stored = new StoredDifferences(level, incomparable);
    Set<Estimate.Key> known = paired.stream().map(Estimate::key).collect(Collectors.toSet());
    List<Estimate> all = new ArrayList<>(paired);
    all.addAll(stored.of(first.evaluation(), second.evaluation(), known));
    return new RunComparison(
        pairing instanceof Paired,
        basis(pairing),
        pairing instanceof Paired rows ? rows.size() : 0,
        level,
        new Significance(level).judge(all),
        decisions,
        scores,
        SettingDifferences.of(first.evaluation(), second.evaluation()),
        List.copyOf(remarks),
        List.copyOf(stored.withoutInterval()));
  }

  private static String basis(Pairing pairing) {
    return switch (pairing) {
      case Paired rows ->
          String.format(
              Locale.ROOT,
              "Paired: both runs decided the same %,d rows, so that only rows on which they differ"
                  + " count.",
              rows.size());
      case Unpaired unpaired ->
          "Unpaired: "
              + unpaired.why()
              + ". Stored numbers are compared by their intervals, as if the rows were different.";
    };
  }

  /// Metrics that mean something else in each of the runs.
  private static Set<String> incomparable(Pairing pairing, List<String> remarks) {
    if (pairing instanceof Paired rows
        && rows.of() instanceof Generated one
        && rows.with() instanceof Generated two) {
      PairedGenerated both = new PairedGenerated(rows, one, two);
      if (both.incomparable().isEmpty()) {
        return Set.of();
      }
      remarks.add(
          "perplexity per token is not compared: the two models cut the texts into other tokens;"
              + " perplexity per word and bits per byte can be compared");
      return both.incomparable();
    }
    return Set.of();
  }

  private static List<Estimate> differences(
      Evaluation a, Evaluation b, Paired rows, SharedSlices slices, Comparing how) {
    return switch (rows.of()) {
      case Binary one ->
          PairedBinary.of(rows, one, (Binary) rows.with(), threshold(a), threshold(b))
              .differences(slices, how);
      case Multiclass one ->
          PairedMulticlass.of(rows, one, (Multiclass) rows.with()).differences(slices, how);
      case MultiLabel one ->
          new PairedMultiLabel(rows, one, (MultiLabel) rows.with()).differences(slices, how);
      case TokenTags one ->
          PairedTokenTags.of(rows, one, (TokenTags) rows.with()).differences(slices, how);
      case Generated one ->
          new PairedGenerated(rows, one, (Generated) rows.with()).differences(slices, how);
      case Forecasted ignored -> List.of();
      case Regression one ->
          PairedRegression.of(rows, one, (Regression) rows.with()).differences(slices, how);
    };
  }

  private static @Nullable DecisionChanges decisions(
      Evaluation a, Evaluation b, Paired rows, SharedSlices slices, double level) {
    Predictions of = rows.of();
    return switch (of) {
      case Binary one -> {
        PairedBinary both =
            PairedBinary.of(rows, one, (Binary) rows.with(), threshold(a), threshold(b));
        yield new DecisionCounting(
                codes(both.truth()), codes(both.first()), codes(both.second()), level)
            .of(slices, 1);
      }
      case Multiclass one -> {
        PairedMulticlass both = PairedMulticlass.of(rows, one, (Multiclass) rows.with());
        yield new DecisionCounting(both.truth(), both.first(), both.second(), level)
            .of(slices, null);
      }
      case MultiLabel one ->
          new PairedMultiLabel(rows, one, (MultiLabel) rows.with()).decisions(slices, level);
      case TokenTags one ->
          PairedTokenTags.of(rows, one, (TokenTags) rows.with()).decisions(slices, level);
      case Generated one ->
          new PairedGenerated(rows, one, (Generated) rows.with()).decisions(slices, level);
      case Forecasted ignored -> null;
      case Regression ignored -> null;
    };
  }

  private static double threshold(Evaluation evaluation) {
    return evaluation.threshold() == null ? 0.5 : evaluation.threshold();
  }

  private static int[] codes(boolean[] flags) {
    int[] codes = new int[flags.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = flags[i] ? 1 : 0;
    }
    return codes;
  }
}

package dev.assay.compare;

import dev.assay.compare.MeanDifferences.Losses;
import dev.assay.compare.MeanDifferences.Shape;
import dev.assay.compare.Pairing.Paired;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.PairedProportions;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two classifiers of several classes on the same rows: accuracy, losses, and each class against
/// the rest.
///
/// @param classes class names
/// @param truth class of each shared row
/// @param first decision of the first run
/// @param second decision of the second
/// @param losses of probabilities, empty where one of the runs has none
/// @param weights of each row, null when all are 1
record PairedMulticlass(
    List<String> classes,
    int[] truth,
    int[] first,
    int[] second,
    List<Losses> losses,
    double @Nullable [] weights) {

  private static final double CLIP = 2.22e-16;

  static PairedMulticlass of(Paired rows, Multiclass one, Multiclass two) {
    double[][] p = one.probabilities();
    double[][] q = two.probabilities();
    List<Losses> losses = new ArrayList<>();
    if (p != null && q != null) {
      losses.add(
          new Losses(
              "log_loss",
              logLosses(one.truth(), p, rows.first()),
              logLosses(two.truth(), q, rows.second()),
              Shape.MEAN));
      losses.add(
          new Losses(
              "brier_multiclass",
              briers(one.truth(), p, rows.first()),
              briers(two.truth(), q, rows.second()),
              Shape.MEAN));
    }
    return new PairedMulticlass(
        one.classes(),
        at(one.truth(), rows.first()),
        at(one.predicted(), rows.first()),
        at(two.predicted(), rows.second()),
        List.copyOf(losses),
        rows.weights());
  }

  List<Estimate> differences(SharedSlices slices, Comparing how) {
    List<Estimate> all = new ArrayList<>();
    boolean[] always = new boolean[truth.length];
    Arrays.fill(always, true);
    JointCounting right =
        new JointCounting(always, same(truth, first), same(truth, second), weights);
    MeanDifferences means = new MeanDifferences(weights, how.level());
    for (int s = 0; s < slices.slicings().size(); s++) {
      how.step("comparing slices", s, slices.slicings().size());
      Slicing slicing = slices.slicings().get(s);
      List<Subject.Slice> subjects = slicing.keys().stream().map(Subject.Slice::new).toList();
      List<JointTable> correct = right.of(slicing);
      for (int g = 0; g < correct.size(); g++) {
        if (correct.get(g).n() > 0) {
          all.add(accuracy(subjects.get(g), correct.get(g), how.level()));
        }
      }
      losses.forEach(l -> all.addAll(means.of(l, slicing, subjects)));
      for (int c = 0; c < classes.size(); c++) {
        JointCounting one = new JointCounting(is(truth, c), is(first, c), is(second, c), weights);
        all.addAll(how.tables(one.of(slicing), subjects, classes.get(c), slices.isResampled(s)));
      }
    }
    return all;
  }

  private static Estimate accuracy(Subject subject, JointTable right, double level) {
    double[] c = right.cells();
    double scale = right.effective();
    return new Estimate(
        "accuracy",
        subject,
        null,
        MetricValue.of((c[6] + c[7]) / right.total()),
        MetricValue.of((c[5] + c[7]) / right.total()),
        PairedProportions.tango(c[6] * scale, c[5] * scale, right.effectiveN(), level),
        PairedProportions.mcNemar(c[6] * scale, c[5] * scale),
        right.n(),
        true);
  }

  private static double[] logLosses(int[] truth, double[][] p, int[] at) {
    return Arrays.stream(at)
        .mapToDouble(i -> -Math.log(Math.clamp(p[truth[i]][i] / sum(p, i), CLIP, 1 - CLIP)))
        .toArray();
  }

  private static double[] briers(int[] truth, double[][] p, int[] at) {
    return Arrays.stream(at)
        .mapToDouble(
            i -> {
              double sum = sum(p, i);
              double brier = 0;
              for (int c = 0; c < p.length; c++) {
                double error = p[c][i] / sum - (truth[i] == c ? 1 : 0);
                brier += error * error;
              }
              return brier;
            })
        .toArray();
  }

  private static double sum(double[][] p, int row) {
    double sum = 0;
    for (double[] ofClass : p) {
      sum += ofClass[row];
    }
    return sum;
  }

  private static int[] at(int[] all, int[] at) {
    return Arrays.stream(at).map(i -> all[i]).toArray();
  }

  private static boolean[] same(int[] a, int[] b) {
    boolean[] same = new boolean[a.length];
    for (int i = 0; i < a.length; i++) {
      same[i] = a[i] == b[i];
    }
    return same;
  }

  private static boolean[] is(int[] codes, int c) {
    boolean[] is = new boolean[codes.length];
    for (int i = 0; i < codes.length; i++) {
      is[i] = codes[i] == c;
    }
    return is;
  }
}

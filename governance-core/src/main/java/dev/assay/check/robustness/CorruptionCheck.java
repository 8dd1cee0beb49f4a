package dev.assay.check.robustness;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.inference.image.Corruption;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.PairedProportions;
import dev.assay.slice.Attribute;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Accuracy on images that were made worse, against the same images as they are.
///
/// Convention: the drop is accuracy as they are less accuracy when changed, of the same images,
/// with Tango's score interval of paired proportions. Severities 1 to 3 are judged: a drop is found
/// where its interval, at a level corrected for all judged changes (Bonferroni), lies above 10
/// points. Severities 4 and 5 show where a model ends and are not judged.
final class CorruptionCheck implements Check {

  private static final int POINTS = 10;
  private static final double LIMIT = POINTS / 100.0;
  private static final int JUDGED = 3;
  private static final int FEWEST = 30;
  private static final int NAMED = 4;

  @Override
  public String id() {
    return "robustness.corruptions";
  }

  @Override
  public String title() {
    return "Worse images are decided worse than they need be";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    return switch (input.robustness()) {
      case Robustness.Unknown unknown -> outcome.notApplicable(unknown.why());
      case Robustness.Probed probed ->
          probed.plan().rows().length < FEWEST
              ? outcome.notApplicable(
                  "Only "
                      + probed.plan().rows().length
                      + " images can be asked, "
                      + FEWEST
                      + " are needed.")
              : run(probed, input, outcome);
    };
  }

  private static CheckResult run(Robustness.Probed probed, CheckInput input, Outcome outcome) {
    int images = probed.plan().rows().length;
    outcome.value("images", "", images);
    outcome.value("images_of", "", probed.plan().of());
    outcome.value("limit", "", LIMIT);
    Paired all = new Paired(probed, i -> true);
    outcome.value("accuracy", "", Proportions.of(all.clean(), images, input.level()));
    List<String> found = new ArrayList<>();
    double corrected = 1 - (1 - input.level()) / (Corruption.values().length * JUDGED);
    for (Corruption kind : Corruption.values()) {
      for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
        Drop drop = all.at(kind, severity);
        String subject = kind.id() + " " + severity;
        outcome.value("accuracy", subject, Proportions.of(drop.right(), images, input.level()));
        outcome.value("drop", subject, drop.value(input.level()));
        if (severity <= JUDGED && drop.lower(corrected) > LIMIT) {
          found.add(words(kind, severity, all.clean(), drop));
          evidence(probed, kind, severity, found.getLast(), outcome);
        }
      }
    }
    input.attributes().forEach(a -> bySlice(a, probed, input.level(), outcome));
    return outcome.issueIf(
        !found.isEmpty(),
        "Accuracy falls by more than "
            + POINTS
            + " points for "
            + Words.count(found.size(), "change")
            + " of severity "
            + JUDGED
            + " or less: "
            + String.join("; ", found.stream().limit(NAMED).toList())
            + (found.size() > NAMED ? " and " + (found.size() - NAMED) + " more." : "."),
        "No change of severity "
            + JUDGED
            + " or less lets accuracy fall by more than "
            + POINTS
            + " points, at the "
            + Words.percent(input.level())
            + " level corrected for all of them.");
  }

  private static String words(Corruption kind, int severity, int clean, Drop drop) {
    return kind.title()
        + " at severity "
        + severity
        + " (from "
        + Words.percent((double) clean / drop.n())
        + " to "
        + Words.percent((double) drop.right() / drop.n())
        + ")";
  }

  /// The images that were decided rightly as they are, and wrongly when changed.
  private static void evidence(
      Robustness.Probed probed, Corruption kind, int severity, String words, Outcome outcome) {
    int[] rows = probed.plan().rows();
    List<Long> lost =
        IntStream.range(0, rows.length)
            .filter(i -> probed.right()[ImagePlan.clean(i)])
            .filter(i -> !probed.right()[ImagePlan.changed(i, kind, severity)])
            .mapToObj(i -> rows[i] + 1L)
            .toList();
    outcome.evidence(
        words + ".",
        lost,
        Map.of(
            "change", kind.id(),
            "severity", String.valueOf(severity),
            "lost", String.valueOf(lost.size())));
  }

  /// The drop of each group at the worst judged severity.
  private static void bySlice(
      Attribute attribute, Robustness.Probed probed, double level, Outcome outcome) {
    int[] elements = probed.plan().elements();
    for (int g = 0; g < attribute.values().size(); g++) {
      int group = g;
      Paired own = new Paired(probed, i -> attribute.codes()[elements[i]] == group);
      if (own.size() < FEWEST) {
        continue;
      }
      String slice =
          attribute.name()
              + " = "
              + Objects.requireNonNullElse(attribute.values().get(g), "missing");
      outcome.value("slice_images", slice, own.size());
      outcome.value("slice_accuracy", slice, Proportions.of(own.clean(), own.size(), level));
      for (Corruption kind : Corruption.values()) {
        outcome.value("slice_drop_" + kind.id(), slice, own.at(kind, JUDGED).value(level));
      }
    }
  }

  /// Images as they are against the same images changed.
  ///
  /// @param which of the drawn images
  private record Paired(Robustness.Probed probed, IntPredicate which) {

    private IntStream images() {
      return IntStream.range(0, probed.plan().rows().length).filter(which);
    }

    int size() {
      return (int) images().count();
    }

    int clean() {
      return (int) images().filter(i -> probed.right()[ImagePlan.clean(i)]).count();
    }

    Drop at(Corruption kind, int severity) {
      int lost = 0;
      int gained = 0;
      int right = 0;
      for (int image : images().toArray()) {
        boolean before = probed.right()[ImagePlan.clean(image)];
        boolean after = probed.right()[ImagePlan.changed(image, kind, severity)];
        lost += before && !after ? 1 : 0;
        gained += after && !before ? 1 : 0;
        right += after ? 1 : 0;
      }
      return new Drop(size(), right, lost, gained);
    }
  }

  /// @param n images
  /// @param right decided rightly when changed
  /// @param lost right as they are, wrong when changed
  /// @param gained the other way round
  private record Drop(int n, int right, int lost, int gained) {

    MetricValue value(double level) {
      Interval interval = PairedProportions.tango(gained, lost, n, level);
      return new MetricValue.Defined((double) (lost - gained) / n, interval);
    }

    double lower(double level) {
      Interval interval = PairedProportions.tango(gained, lost, n, level);
      return interval == null ? Double.NEGATIVE_INFINITY : interval.lower();
    }
  }
}

package dev.assay.check;

import dev.assay.check.behaviour.BehaviourChecks;
import dev.assay.check.drift.DriftChecks;
import dev.assay.check.imbalance.ImbalanceChecks;
import dev.assay.check.label.LabelChecks;
import dev.assay.check.leakage.LeakageChecks;
import dev.assay.check.proxy.ProxyChecks;
import dev.assay.check.quality.QualityChecks;
import dev.assay.check.robustness.RobustnessChecks;
import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All checks there are.
public final class Checks {

  private Checks() {}

  /// Every check, family by family.
  public static List<Check> all() {
    return Stream.of(
            QualityChecks.all(),
            ImbalanceChecks.all(),
            LeakageChecks.all(),
            ProxyChecks.all(),
            LabelChecks.all(),
            DriftChecks.all(),
            BehaviourChecks.all(),
            RobustnessChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  /// The checks that these words ask for, in the order of [#all()]; no words ask for all. Those
  /// that run only on request are not meant by "all".
  ///
  /// @param words "all", "none", families or ids
  /// @throws UsageError when a word names no check; the remedy lists the known ones
  public static List<Check> select(List<String> words) {
    List<Check> all = all();
    if (words.isEmpty()) {
      return all.stream().filter(c -> !c.onRequest()).toList();
    }
    Set<Check> wanted = new LinkedHashSet<>();
    for (String word : words) {
      List<Check> meant = all.stream().filter(c -> means(word, c)).toList();
      if (meant.isEmpty() && !word.equals("none")) {
        throw new UsageError(
            "CHECK-UNKNOWN",
            "There is no check or family '" + Visible.of(word, 80) + "'.",
            "Say all, none, a family ("
                + String.join(", ", families(all))
                + ") or an id: "
                + all.stream().map(Check::id).collect(Collectors.joining(", "))
                + ".");
      }
      wanted.addAll(meant);
    }
    return all.stream().filter(wanted::contains).toList();
  }

  private static boolean means(String word, Check check) {
    return (word.equals("all") && !check.onRequest())
        || word.equals(check.id())
        || word.equals(family(check))
        || word.equals(family(check) + ".*");
  }

  private static String family(Check check) {
    return check.id().substring(0, check.id().indexOf('.'));
  }

  private static Set<String> families(List<Check> checks) {
    return checks.stream().map(Checks::family).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Runs the checks in order; one that fails becomes a result with status ERROR, never an
  /// exception.
  ///
  /// @throws Cancelled when somebody asked the work to stop
  public static List<CheckResult> run(
      List<Check> checks, CheckInput input, Progress progress, Cancellation cancellation) {
    List<CheckResult> results = new ArrayList<>(checks.size());
    for (Check check : checks) {
      progress.report("checking: " + check.title(), results.size(), checks.size());
      cancellation.check();
      results.add(run(check, input, cancellation));
    }
    progress.report("checking", checks.size(), checks.size());
    return List.copyOf(results);
  }

  @SuppressWarnings("IllegalCatch")
  private static CheckResult run(Check check, CheckInput input, Cancellation cancellation) {
    try {
      return check.run(input, cancellation);
    } catch (Cancelled stopped) {
      throw stopped;
    } catch (AssayException refused) {
      return failed(check, refused.getMessage());
    } catch (RuntimeException broken) {
      return failed(check, broken.toString());
    }
  }

  private static CheckResult failed(Check check, String how) {
    return new CheckResult(
        check.id(),
        check.title(),
        CheckResult.Status.ERROR,
        "The check did not finish: " + Visible.of(how, 300),
        List.of(),
        List.of());
  }
}

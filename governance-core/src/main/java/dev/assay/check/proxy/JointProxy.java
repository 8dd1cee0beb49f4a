package dev.assay.check.proxy;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.learn.OutOfFold;
import dev.assay.check.statistics.RankAuc;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Whether all features together tell a sensitive attribute, although none may alone: a small model
/// is trained to guess each group and judged out of fold.
final class JointProxy implements Check {

  private static final double TOLD = 0.75;
  private static final int BINS = 32;
  private static final int MOST_GROUPS = 6;
  private static final long FEWEST = 50;

  @Override
  public String id() {
    return "proxy.joint";
  }

  @Override
  public String title() {
    return "Features together tell a sensitive attribute";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    List<BinnedColumn> columns = Candidates.of(input, BINS);
    if (columns.isEmpty() || input.attributes().isEmpty()) {
      return outcome.notApplicable(
          columns.isEmpty() ? "There is no feature to look at." : "No column is sensitive.");
    }
    List<String> told = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (Attribute attribute : input.attributes()) {
      List<BinnedColumn> others =
          columns.stream().filter(c -> !c.name().equals(attribute.name())).toList();
      RankAuc best = null;
      int bestGroup = -1;
      for (int group : groups(attribute)) {
        if (others.isEmpty()) {
          break;
        }
        cancellation.check();
        boolean[] member = member(attribute, group);
        RankAuc auc =
            RankAuc.of(
                OutOfFold.QUICK.logits(others, member, input.seed(), input.threads(), cancellation),
                member);
        outcome.value(
            "auc", attribute.name() + " = " + name(attribute, group), auc.asValue(input.level()));
        if (best == null || auc.value() > best.value()) {
          best = auc;
          bestGroup = group;
        }
      }
      if (best == null) {
        continue;
      }
      String words = Words.quoted(attribute.name()) + " with AUC " + Words.rounded(best.value(), 3);
      shown.add(words);
      if (best.lower(input.level()) >= TOLD) {
        told.add(words);
        outcome.evidence(
            Words.count(others.size(), "feature")
                + " together tell "
                + Words.quoted(attribute.name() + " = " + name(attribute, bestGroup))
                + " with AUC "
                + Words.rounded(best.value(), 3)
                + " (0.5 = not at all, 1 = always).",
            List.of(),
            Map.of("how", "boosted trees, out of fold"));
      }
    }
    if (shown.isEmpty()) {
      return outcome.notApplicable("No group has " + FEWEST + " rows and a counterpart.");
    }
    return outcome.issueIf(
        !told.isEmpty(),
        "What the model reads tells " + String.join(", ", told) + ".",
        "What the model reads hardly tells a sensitive attribute: "
            + String.join(", ", shown)
            + ".");
  }

  /// Groups to guess: one of two, or the largest few.
  private static int[] groups(Attribute attribute) {
    long[] counts = new long[attribute.values().size()];
    for (int code : attribute.codes()) {
      counts[code]++;
    }
    long n = attribute.codes().length;
    int[] large =
        IntStream.range(0, counts.length)
            .filter(g -> counts[g] >= FEWEST && n - counts[g] >= FEWEST)
            .boxed()
            .sorted((a, b) -> Long.compare(counts[b], counts[a]))
            .limit(MOST_GROUPS)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    return counts.length == 2 && large.length == 2 ? new int[] {large[0]} : large;
  }

  private static boolean[] member(Attribute attribute, int group) {
    boolean[] member = new boolean[attribute.codes().length];
    for (int i = 0; i < member.length; i++) {
      member[i] = attribute.codes()[i] == group;
    }
    return member;
  }

  private static String name(Attribute attribute, int group) {
    String value = attribute.values().get(group);
    return value == null ? "missing" : value;
  }
}

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Whether all features together tell a sensitive attribute, although none may alone: a small model
/// is trained to guess each group and judged out of fold.
final class JointProxy implements Check {

  private static final double TOLD = 0.75;
  private static final int BINS = 32;
  private static final int MOST_GROUPS = 6;

  /// One area needs no more rows; of larger data so many are taken, evenly spread.
  private static final int MOST_ROWS = 50_000;

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
    int[] picked = spread(input.predictions().size());
    int[] rowIndex = input.predictions().rowIndex();
    int[] rows = Arrays.stream(picked).map(i -> rowIndex[i]).toArray();
    List<BinnedColumn> columns = Candidates.of(input, BINS, rows);
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
      for (int group : groups(attribute, picked)) {
        if (others.isEmpty()) {
          break;
        }
        cancellation.check();
        boolean[] member = member(attribute, group, picked);
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
        String group = attribute.name() + " = " + name(attribute, bestGroup);
        add(outcome, others.size(), group, best, rows.length);
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

  private static void add(Outcome outcome, int features, String group, RankAuc auc, int rows) {
    outcome.evidence(
        Words.count(features, "feature")
            + " together tell "
            + Words.quoted(group)
            + " with AUC "
            + Words.rounded(auc.value(), 3)
            + " (0.5 = not at all, 1 = always).",
        List.of(),
        Map.of("how", "boosted trees, out of fold, " + Words.count(rows, "row")));
  }

  /// Groups to guess: one of two, or the largest few.
  private static int[] groups(Attribute attribute, int[] picked) {
    long[] counts = new long[attribute.values().size()];
    for (int element : picked) {
      counts[attribute.codes()[element]]++;
    }
    long n = picked.length;
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

  private static int[] spread(int elements) {
    int taken = Math.min(elements, MOST_ROWS);
    return IntStream.range(0, taken).map(i -> (int) ((long) i * elements / taken)).toArray();
  }

  private static boolean[] member(Attribute attribute, int group, int[] picked) {
    boolean[] member = new boolean[picked.length];
    for (int i = 0; i < member.length; i++) {
      member[i] = attribute.codes()[picked[i]] == group;
    }
    return member;
  }

  private static String name(Attribute attribute, int group) {
    String value = attribute.values().get(group);
    return value == null ? "missing" : value;
  }
}

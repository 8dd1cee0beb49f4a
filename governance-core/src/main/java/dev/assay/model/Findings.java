package dev.assay.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects what the rules of the pre-scan find; of many equal kinds only the first few are kept,
/// and how many there were is said.
final class Findings {

  private static final int KEPT_PER_CODE = 5;

  private final List<PreScan.Item> items = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private PreScan.Verdict verdict = PreScan.Verdict.CLEAN;

  void refuse(String code, String sentence, String remedy) {
    add(new PreScan.Item(code, PreScan.Verdict.REFUSED, sentence, remedy));
  }

  void warn(String code, String sentence, String remedy) {
    add(new PreScan.Item(code, PreScan.Verdict.WARNING, sentence, remedy));
  }

  private void add(PreScan.Item item) {
    if (item.verdict().compareTo(verdict) > 0) {
      verdict = item.verdict();
    }
    if (counts.merge(item.code(), 1, Integer::sum) <= KEPT_PER_CODE) {
      items.add(item);
    }
  }

  /// The outcome, refusals first.
  PreScan toPreScan() {
    List<PreScan.Item> told = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (PreScan.Item item : items) {
      int more = counts.getOrDefault(item.code(), 0) - KEPT_PER_CODE;
      boolean last = seen.merge(item.code(), 1, Integer::sum) == KEPT_PER_CODE && more > 0;
      told.add(last ? withMore(item, more) : item);
    }
    told.sort((a, b) -> b.verdict().compareTo(a.verdict()));
    return new PreScan(verdict, List.copyOf(told));
  }

  private static PreScan.Item withMore(PreScan.Item item, int more) {
    return new PreScan.Item(
        item.code(),
        item.verdict(),
        item.sentence() + " There are " + more + " more like this.",
        item.remedy());
  }
}

package dev.assay.check.imbalance;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Contingency;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Crossings of two sensitive attributes that are empty or too small, although each group by itself
/// is large enough.
final class SmallIntersections implements Check {

  @Override
  public String id() {
    return "imbalance.intersections";
  }

  @Override
  public String title() {
    return "Crossings of groups too small to judge";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    List<Attribute> attributes = input.attributes();
    if (attributes.size() < 2) {
      return outcome.notApplicable("Fewer than two columns are sensitive; nothing to cross.");
    }
    List<String> small = new ArrayList<>();
    int cells = 0;
    long rowsInSmall = 0;
    for (int i = 0; i < attributes.size(); i++) {
      for (int j = i + 1; j < attributes.size(); j++) {
        Attribute a = attributes.get(i);
        Attribute b = attributes.get(j);
        cancellation.check();
        Contingency table =
            Contingency.of(a.codes(), a.values().size(), b.codes(), b.values().size());
        String pair = a.name() + " × " + b.name();
        outcome.value("attributes_cramers_v", pair, table.cramersV(), "one group only");
        long[] rows = table.rowTotals();
        long[] columns = table.columnTotals();
        for (int r = 0; r < rows.length; r++) {
          for (int c = 0; c < columns.length; c++) {
            long count = table.counts()[r][c];
            cells++;
            boolean both = rows[r] >= GroupShare.FEWEST && columns[c] >= GroupShare.FEWEST;
            if (both && count < GroupShare.FEWEST) {
              String cell = GroupShare.subject(a, r) + ", " + GroupShare.subject(b, c);
              small.add(cell);
              rowsInSmall += count;
              outcome.evidence(
                  Words.quoted(cell) + " has " + Words.count(count, "row") + ".",
                  List.of(),
                  Map.of("expected were both independent", expected(table, r, c)));
            }
          }
        }
      }
    }
    outcome.value("crossings", "all pairs", cells);
    outcome.value("small_crossings", "all pairs", small.size());
    return outcome.issueIf(
        !small.isEmpty(),
        Words.count(small.size(), "crossing")
            + " of "
            + Words.count(cells)
            + (small.size() == 1 ? " has" : " have")
            + " fewer than "
            + GroupShare.FEWEST
            + " rows, "
            + Words.count(rowsInSmall)
            + " in all ("
            + Words.list(small)
            + "): nothing can be concluded about them.",
        "Every one of "
            + Words.count(cells, "crossing")
            + " of two groups has at least "
            + GroupShare.FEWEST
            + " rows.");
  }

  private static String expected(Contingency table, int r, int c) {
    double rows = (double) table.rowTotals()[r] * table.columnTotals()[c] / table.total();
    return Words.rounded(rows, 1) + " rows";
  }
}

package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Coincidence;
import dev.assay.check.values.EqualRows;
import dev.assay.check.values.RowKeys;
import dev.assay.check.values.Words;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Rows that equal an earlier one in every column but the id. Coarse data repeat themselves by
/// chance; that is counted off.
final class Duplicates implements Check {

  /// A larger share of repeated rows is an issue, when chance does not explain it.
  private static final double MANY = 0.001;

  @Override
  public String id() {
    return "quality.duplicates";
  }

  @Override
  public String title() {
    return "Rows occur more than once";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    int rows = input.dataset().rows();
    List<String> columns =
        input.dataset().spec().columns().stream()
            .filter(c -> c.role() != ColumnRole.ID)
            .map(ColumnSpec::name)
            .toList();
    if (columns.isEmpty() || rows < 2) {
      return outcome.notApplicable("There are fewer than two rows, or no columns but an id.");
    }
    RowKeys keys =
        new RowKeys(input.dataset(), columns, IntStream.range(0, rows).toArray(), input.threads());
    cancellation.check();
    List<List<Integer>> groups = EqualRows.groups(keys.all());
    long repeated = groups.stream().mapToLong(g -> g.size() - 1L).sum();
    Coincidence chance = Coincidence.within(keys, input.dataset());
    outcome.value("duplicate_rows", "all rows", repeated);
    outcome.value("duplicate_share", "all rows", Proportions.of(repeated, rows, input.level()));
    outcome.value("equal_pairs", "all rows", chance.pairs());
    outcome.value("equal_pairs_by_chance", "all rows", chance.byChance());
    if (repeated == 0) {
      return outcome.ok(
          "No two of " + Words.count(rows, "row") + " are equal in all columns but the id.");
    }
    List<Long> copies = new ArrayList<>();
    groups.forEach(g -> g.subList(1, g.size()).forEach(row -> copies.add(row + 1L)));
    copies.sort(null);
    outcome.evidence(
        "These rows equal an earlier one"
            + (copies.size() > Outcome.MAX_ROWS
                ? " (the first " + Outcome.MAX_ROWS + " of " + Words.count(copies.size()) + ")"
                : "")
            + ".",
        copies,
        Map.of("for instance", instance(groups.getFirst())));
    String summary =
        Words.count(repeated, "row")
            + " of "
            + Words.count(rows)
            + " ("
            + Words.percent((double) repeated / rows)
            + ") "
            + (repeated == 1 ? "equals" : "equal")
            + " an earlier row in every column but the id";
    return outcome.issueIf(
        chance.surprising() && repeated > MANY * rows,
        summary
            + "; chance would give about "
            + Words.number(Math.rint(chance.byChance()))
            + " equal pairs, there are "
            + Words.count(chance.pairs())
            + ".",
        summary
            + (chance.surprising()
                ? "; fewer than " + Words.percent(MANY) + "."
                : "; columns are so coarse that chance explains it."));
  }

  private static String instance(List<Integer> group) {
    return "rows "
        + String.join(", ", group.stream().limit(5).map(row -> Words.count(row + 1L)).toList());
  }
}

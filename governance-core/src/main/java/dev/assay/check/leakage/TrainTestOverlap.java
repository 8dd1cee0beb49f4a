package dev.assay.check.leakage;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Coincidence;
import dev.assay.check.values.RowKeys;
import dev.assay.check.values.Words;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Rows of the evaluated data that the reference (the training data) holds too: a model may know
/// them by heart. Ids and labels are not compared; coincidences of coarse data are counted off.
final class TrainTestOverlap implements Check {

  private static final double MANY = 0.001;

  @Override
  public String id() {
    return "leakage.train_test_overlap";
  }

  @Override
  public String title() {
    return "Rows of the training data are in the evaluated data";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Dataset reference = input.reference();
    if (reference == null || reference.rows() == 0) {
      return outcome.notApplicable(
          "No reference dataset was given (--reference), so overlap was not looked for.");
    }
    Dataset data = input.dataset();
    List<String> columns = shared(data, reference);
    if (columns.isEmpty()) {
      return outcome.notApplicable("The reference shares no column with the data.");
    }
    int[] rows = IntStream.range(0, data.rows()).toArray();
    int[] others = IntStream.range(0, reference.rows()).toArray();
    RowKeys own = new RowKeys(data, columns, rows, input.threads());
    RowKeys theirs = new RowKeys(reference, columns, others, input.threads());
    cancellation.check();
    List<Integer> overlap = overlapping(own, theirs);
    outcome.value("overlapping_rows", "all rows", overlap.size());
    outcome.value(
        "overlapping_share",
        "all rows",
        Proportions.of(overlap.size(), data.rows(), input.level()));
    if (overlap.isEmpty()) {
      return outcome.ok(
          "None of "
              + Words.count(data.rows(), "row")
              + " is among the "
              + Words.count(reference.rows(), "row")
              + " of the reference.");
    }
    Coincidence chance = Coincidence.between(own, theirs, data);
    outcome.value("equal_pairs_by_chance", "all rows", chance.byChance());
    Map<String, String> partners = partners(own, theirs, reference, overlap);
    outcome.evidence(
        "These rows of the evaluated data equal a row of the reference in all columns but id and"
            + " label.",
        overlap.stream().map(row -> row + 1L).toList(),
        partners);
    String summary =
        Words.count(overlap.size(), "row")
            + " ("
            + Words.percent((double) overlap.size() / data.rows())
            + ") of the evaluated data "
            + (overlap.size() == 1 ? "is" : "are")
            + " in the reference too";
    return outcome.issueIf(
        chance.surprising() && overlap.size() > MANY * data.rows(),
        summary + "; results on them say nothing about new people.",
        summary
            + (chance.surprising()
                ? "; fewer than " + Words.percent(MANY) + "."
                : "; columns are so coarse that chance explains it."));
  }

  private static List<String> shared(Dataset data, Dataset reference) {
    List<String> known = reference.spec().columns().stream().map(ColumnSpec::name).toList();
    return data.spec().columns().stream()
        .filter(
            c ->
                switch (c.role()) {
                  case FEATURE, SENSITIVE, TEXT, IMAGE, UNUSED, WEIGHT, TIMESTAMP -> true;
                  case LABEL, ID, SCORE, PREDICTION -> false;
                })
        .map(ColumnSpec::name)
        .filter(known::contains)
        .toList();
  }

  private static List<Integer> overlapping(RowKeys own, RowKeys theirs) {
    long[] known = theirs.all().clone();
    Arrays.parallelSort(known);
    long[] keys = own.all();
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < keys.length; row++) {
      if (Arrays.binarySearch(known, keys[row]) >= 0) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// For the first few rows, which row of the reference they equal.
  private static Map<String, String> partners(
      RowKeys own, RowKeys theirs, Dataset reference, List<Integer> overlap) {
    Map<Long, Integer> wanted = new HashMap<>();
    overlap.stream().limit(5).forEach(row -> wanted.put(own.all()[row], row));
    Map<String, String> found = new HashMap<>();
    long[] keys = theirs.all();
    for (int row = 0; row < keys.length; row++) {
      Integer mine = wanted.get(keys[row]);
      if (mine != null && own.same(mine, reference, row)) {
        found.putIfAbsent("row " + (mine + 1L), "equals row " + (row + 1L) + " of the reference");
      }
    }
    return found;
  }
}

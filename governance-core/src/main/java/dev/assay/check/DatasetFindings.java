package dev.assay.check;

import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.evaluation.CheckResult;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attributes;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the checks of quality and imbalance find in a dataset that no model has answered yet.
public final class DatasetFindings {

  private static final List<String> FAMILIES = List.of("quality", "imbalance");
  private static final double LEVEL = 0.95;
  private static final long SEED = 7;
  private static final int THREADS = 2;

  private DatasetFindings() {}

  /// One result a check, in their order.
  ///
  /// @throws dev.assay.common.Cancelled when somebody asked it to stop
  public static List<CheckResult> of(
      Dataset dataset, Progress progress, Cancellation cancellation) {
    Predictions labels = labels(dataset);
    Map<String, Long> distinct = new TreeMap<>();
    for (ColumnProfile column : dataset.profile().columns()) {
      distinct.put(column.name(), column.distinct());
    }
    List<String> sensitive =
        dataset.spec().withRole(ColumnRole.SENSITIVE).stream()
            .map(ColumnSpec::name)
            .filter(name -> distinct.getOrDefault(name, 0L) <= Attributes.MAX_GROUPS)
            .toList();
    CheckInput input =
        new CheckInput(
            dataset,
            null,
            null,
            labels,
            null,
            Attributes.of(dataset, labels.rowIndex(), sensitive),
            0.5,
            LEVEL,
            SEED,
            THREADS);
    return Checks.run(Checks.select(FAMILIES), input, progress, cancellation);
  }

  /// The labels without any answer; rows without one of the classes are left out. Without classes
  /// every row stands with a number that no check of these families looks at.
  private static Predictions labels(Dataset dataset) {
    DatasetSpec spec = dataset.spec();
    LabelSpec label = spec.label();
    if (label == null || spec.task() == Task.REGRESSION || label.classes().size() < 2) {
      double[] none = new double[dataset.rows()];
      int[] all = new int[dataset.rows()];
      Arrays.setAll(all, row -> row);
      return new Predictions.Regression(all, null, List.of(), none, none);
    }
    int[] rows = new int[dataset.rows()];
    int[] codes = new int[dataset.rows()];
    int count = 0;
    Column column = dataset.column(label.column());
    for (int row = 0; row < rows.length; row++) {
      String value = column.text(row);
      int code = value == null ? -1 : label.classes().indexOf(value);
      if (code >= 0) {
        rows[count] = row;
        codes[count++] = code;
      }
    }
    return predictions(label, Arrays.copyOf(rows, count), Arrays.copyOf(codes, count));
  }

  private static Predictions predictions(LabelSpec label, int[] rows, int[] codes) {
    List<String> classes = label.classes();
    if (classes.size() > 2) {
      return new Predictions.Multiclass(rows, null, List.of(), classes, codes, codes, null, 0);
    }
    String positive = label.positive() == null ? classes.getLast() : label.positive();
    int code = classes.indexOf(positive) < 0 ? 1 : classes.indexOf(positive);
    boolean[] truth = new boolean[codes.length];
    for (int i = 0; i < codes.length; i++) {
      truth[i] = codes[i] == code;
    }
    return new Predictions.Binary(
        rows, null, List.of(), classes.get(code), classes.get(1 - code), truth, null, null);
  }
}

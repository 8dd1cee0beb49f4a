package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Truth and answers where a row may have several labels.
final class MultiLabelAssembly {

  private static final int MISSING = ClassColumn.MISSING;

  private final Dataset dataset;
  private final LabelSet set;
  private final List<String> labels;
  private final List<double[]> scores;

  private MultiLabelAssembly(Dataset dataset, LabelSet set, PredictionsAssembly.Answers answers) {
    this.dataset = dataset;
    this.set = set;
    this.labels = answers.classes();
    this.scores = answers.scores().stream().map(Column.Numbers::values).toList();
  }

  /// @throws InputRejected when the labels of data and model are not the same
  static Predictions.MultiLabel of(
      Dataset dataset,
      LabelSet set,
      PredictionsAssembly.Answers answers,
      LabelThresholds thresholds) {
    return new MultiLabelAssembly(dataset, set, answers).assemble(thresholds);
  }

  private Predictions.MultiLabel assemble(LabelThresholds thresholds) {
    double[] decided = thresholds.of(labels);
    boolean[][] truth = new boolean[labels.size()][dataset.rows()];
    Reader reader = set.separator() == null ? columns(truth) : list(truth, set.separator());
    RowWeights weights = RowWeights.of(dataset);
    Usable usable =
        Usable.of(
            dataset.rows(),
            row -> {
              String objection = reader.read(row);
              return objection != null
                  ? objection
                  : isFinite(row) ? weights.objection(row) : "a score is not a finite number";
            });
    return new Predictions.MultiLabel(
        usable.rows(),
        weights.of(usable),
        usable.excluded(),
        labels,
        picked(truth, usable),
        scores.stream().map(usable::pick).toArray(double[][]::new),
        decided);
  }

  /// Reads the truth of a row.
  private interface Reader {

    /// Why the row cannot be used, null when it can.
    @Nullable String read(int row);
  }

  private Reader columns(boolean[][] truth) {
    requireSame(set.names());
    ClassMatcher names = new ClassMatcher(labels);
    ClassMatcher yesAndNo = new ClassMatcher(List.of("0", "1"));
    List<Column> columns = new ArrayList<>();
    List<IntUnaryOperator> codes = new ArrayList<>();
    int[] label = new int[set.columns().size()];
    for (int c = 0; c < label.length; c++) {
      columns.add(dataset.column(set.columns().get(c)));
      codes.add(ClassColumn.of(columns.get(c), yesAndNo));
      label[c] = names.index(set.names().get(c));
    }
    return row -> {
      for (int c = 0; c < label.length; c++) {
        int code = codes.get(c).applyAsInt(row);
        if (code < 0) {
          String name = "the label '" + Visible.of(set.names().get(c), 60) + "'";
          return code == MISSING
              ? name + " is missing"
              : name + " is '" + Visible.of(columns.get(c).text(row), 40) + "', not 0 or 1";
        }
        truth[label[c]][row] = code == 1;
      }
      return null;
    };
  }

  /// An empty cell says that the row has none of the labels.
  private Reader list(boolean[][] truth, String separator) {
    if (!set.names().isEmpty()) {
      requireSame(set.names());
    }
    ClassMatcher names = new ClassMatcher(labels);
    Column column = dataset.column(set.columns().getFirst());
    Pattern between = Pattern.compile(Pattern.quote(separator));
    return row -> {
      String cell = column.text(row);
      for (String part : cell == null ? new String[0] : between.split(cell)) {
        if (part.isBlank()) {
          continue;
        }
        int index = names.index(part.strip());
        if (index < 0) {
          return Classes.objection(index, part.strip(), "label");
        }
        truth[index][row] = true;
      }
      return null;
    };
  }

  private void requireSame(List<String> said) {
    ClassMatcher model = new ClassMatcher(labels);
    ClassMatcher data = new ClassMatcher(said);
    List<String> without = labels.stream().filter(l -> !data.knows(l)).toList();
    List<String> strange = said.stream().filter(l -> !model.knows(l)).toList();
    if (!without.isEmpty() || !strange.isEmpty()) {
      throw new InputRejected(
          "PREDICTIONS-LABELS",
          without.isEmpty()
              ? "The dataset has labels that the model does not give: "
                  + Classes.shown(strange)
                  + "."
              : "The model gives labels for which the dataset holds no truth: "
                  + Classes.shown(without)
                  + ".",
          "Name the same labels in the dataset's description (labels) and in the model's"
              + " config.json (id2label).");
    }
  }

  private boolean isFinite(int row) {
    for (double[] score : scores) {
      if (!Double.isFinite(score[row])) {
        return false;
      }
    }
    return true;
  }

  private static boolean[][] picked(boolean[][] truth, Usable usable) {
    boolean[][] picked = new boolean[truth.length][usable.size()];
    for (int l = 0; l < truth.length; l++) {
      for (int i = 0; i < usable.size(); i++) {
        picked[l][i] = truth[l][usable.rows()[i]];
      }
    }
    return picked;
  }
}

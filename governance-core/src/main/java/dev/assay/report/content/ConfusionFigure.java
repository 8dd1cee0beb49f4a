package dev.assay.report.content;

import dev.assay.chart.HeatMap;
import dev.assay.evaluation.Curves;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Truth against decision, each row shaded by its share of the truth.
final class ConfusionFigure {

  private static final int MOST_CLASSES = 12;

  private ConfusionFigure() {}

  /// The matrix; absent for a regression, and where there are more classes than can be drawn.
  static Optional<Block.Figure> of(Context context) {
    List<Curves.ConfusionRow> rows = context.evaluation().curves().confusion();
    if (rows.isEmpty()) {
      return binary(context);
    }
    return rows.size() > MOST_CLASSES ? Optional.empty() : Optional.of(multiclass(rows));
  }

  private static Block.Figure multiclass(List<Curves.ConfusionRow> rows) {
    List<String> classes = rows.stream().map(r -> Say.label(r.truth())).toList();
    List<List<HeatMap.Cell>> cells = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int c = 0; c < rows.size(); c++) {
      List<Double> decided = rows.get(c).decided();
      double of = decided.stream().mapToDouble(Double::doubleValue).sum();
      String truth = rows.get(c).truth();
      List<HeatMap.Cell> line = new ArrayList<>();
      for (int d = 0; d < decided.size(); d++) {
        line.add(share(decided.get(d), of, truth, rows.get(d).truth()));
      }
      cells.add(List.copyOf(line));
      words.add(
          Say.words(
              "confusion.s-s-of-s", classes.get(c), Say.count(decided.get(c)), Say.count(of)));
    }
    return figure(
        new HeatMap(
            Say.words("word.confusion-matrix"),
            Say.words("confusion.confusion-matrix", String.join("; ", words)),
            Say.words("word.truth"),
            Say.words("word.decision"),
            classes,
            classes,
            cells));
  }

  private static Optional<Block.Figure> binary(Context context) {
    double tp = PerformanceSection.whole(context, "tp");
    double fp = PerformanceSection.whole(context, "fp");
    double fn = PerformanceSection.whole(context, "fn");
    double tn = PerformanceSection.whole(context, "tn");
    List<String> classes = context.evaluation().classes();
    if (Double.isNaN(tp + fp + fn + tn) || classes.size() != 2) {
      return Optional.empty();
    }
    String yes = String.valueOf(context.evaluation().positive());
    String no =
        classes.stream()
            .filter(c -> !c.equals(yes))
            .findFirst()
            .orElse(Say.words("confusion.not", yes));
    String positive = Say.label(yes);
    String negative = Say.label(no);
    HeatMap map =
        new HeatMap(
            Say.words("word.confusion-matrix"),
            Say.words(
                "confusion.confusion-matrix-truly-s",
                positive,
                Say.count(tp),
                Say.count(fn),
                negative,
                Say.count(tn),
                Say.count(fp),
                positive),
            Say.words("word.truth"),
            Say.words("word.decision"),
            List.of(negative, positive),
            List.of(negative, positive),
            List.of(
                List.of(share(tn, tn + fp, no, no), share(fp, tn + fp, no, yes)),
                List.of(share(fn, fn + tp, yes, no), share(tp, fn + tp, yes, yes))));
    return Optional.of(figure(map));
  }

  private static Block.Figure figure(HeatMap map) {
    return new Block.Figure(
        map,
        Say.text(
            "confusion.rows-of-each-truth",
            Text.strong(Say.words("confusion.confusion-matrix-2"))));
  }

  private static HeatMap.Cell share(double count, double of, String truth, String decision) {
    return of == 0
        ? new HeatMap.Cell(0, "0", Say.words("word.no-rows"), HeatMap.Kind.EMPTY)
        : new HeatMap.Cell(
            count / of,
            Say.count(count),
            Say.percent(count / of),
            HeatMap.Kind.SHADED,
            RowQuery.of(SliceKey.WHOLE, new RowQuery.Part.Decided(truth, decision)));
  }
}

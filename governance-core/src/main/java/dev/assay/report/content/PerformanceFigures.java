package dev.assay.report.content;

import dev.assay.chart.LineChart;
import dev.assay.evaluation.Curves;
import dev.assay.metric.Interval;
import dev.assay.metric.interval.RateIntervals;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Confusion, ROC, precision–recall, thresholds.
final class PerformanceFigures {

  private PerformanceFigures() {}

  static List<Block> of(Context context) {
    List<Block.Figure> figures = new ArrayList<>();
    ConfusionFigure.of(context).ifPresent(figures::add);
    Curves curves = context.evaluation().curves();
    whole(curves.roc()).map(c -> roc(context, c)).ifPresent(figures::add);
    whole(curves.pr()).map(c -> precisionRecall(context, c)).ifPresent(figures::add);
    if (!curves.thresholds().isEmpty()) {
      figures.add(thresholds(context, curves.thresholds()));
    }
    List<Block> rows = new ArrayList<>();
    for (int i = 0; i < figures.size(); i += 2) {
      rows.add(new Block.Figures(List.copyOf(figures.subList(i, Math.min(i + 2, figures.size())))));
    }
    return rows;
  }

  private static Optional<Curves.SliceCurve> whole(List<Curves.SliceCurve> curves) {
    return curves.stream().filter(c -> c.slice().isWhole()).findFirst();
  }

  private static Block.Figure roc(Context context, Curves.SliceCurve curve) {
    String auc = Say.number(orZero(PerformanceSection.whole(context, "roc_auc")));
    return new Block.Figure(
        new LineChart(
            Say.words("word.roc-curve"),
            Say.words("performance.roc-curve-of-everyone", auc),
            Say.words("performance.false-positive-rate"),
            Say.words("performance.true-positive-rate"),
            List.of(
                CurveLine.of(
                    Say.words("everyone"),
                    curve,
                    RowQuery.Rate.FALSE_POSITIVE_RATE,
                    rocBand(context))),
            new LineChart.Chance.Diagonal(),
            null),
        Say.text(
            "performance.area-the-dashed-line",
            Text.strong(Say.words("performance.roc")),
            context.terms().named("roc_auc", auc),
            Say.words("performance.band")));
  }

  private static Block.Figure precisionRecall(Context context, Curves.SliceCurve curve) {
    double prevalence = PerformanceSection.whole(context, "prevalence");
    String average = Say.number(orZero(PerformanceSection.whole(context, "average_precision")));
    return new Block.Figure(
        new LineChart(
            Say.words("word.precision-recall-curve"),
            Say.words("performance.precision-over-recall-of", average),
            Say.words("word.recall"),
            Say.words("word.precision"),
            List.of(
                CurveLine.of(
                    Say.words("everyone"), curve, RowQuery.Rate.RECALL, precisionBand(context))),
            Double.isNaN(prevalence)
                ? new LineChart.Chance.None()
                : new LineChart.Chance.Level(prevalence),
            null),
        Say.text(
            "performance.average-precision-the-dashed",
            Text.strong(Say.words("performance.precision-and-recall")),
            context.terms().named("average_precision", average),
            Say.words("performance.band")));
  }

  /// Of the true positive rate at a threshold; positive rows are at risk.
  private static CurveLine.Sure rocBand(Context context) {
    double positives = positives(context);
    return (x, y) -> wilson(context, y * positives, positives);
  }

  /// Of the precision at a threshold; rows decided positive are at risk.
  private static CurveLine.Sure precisionBand(Context context) {
    double positives = positives(context);
    return (recall, precision) -> {
      double selected = precision > 0 ? recall * positives / precision : 0;
      return wilson(context, precision * selected, selected);
    };
  }

  private static @Nullable Interval wilson(Context context, double events, double atRisk) {
    return atRisk > 0 ? RateIntervals.wilson(events, atRisk, context.evaluation().level()) : null;
  }

  /// Positive rows; weighted ones as many as carry the same information.
  private static double positives(Context context) {
    double positives =
        PerformanceSection.whole(context, "tp") + PerformanceSection.whole(context, "fn");
    double effective = PerformanceSection.whole(context, "effective_n");
    double weight = PerformanceSection.whole(context, "n");
    double share = Double.isNaN(effective) || weight <= 0 ? 1 : effective / weight;
    return Double.isNaN(positives) ? 0 : positives * share;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static Block.Figure thresholds(Context context, List<Curves.ThresholdPoint> points) {
    Double used = context.evaluation().threshold();
    return new Block.Figure(
        new LineChart(
            Say.words("performance.rates-over-the-threshold"),
            Say.words(
                "performance.recall-precision-and-selection",
                Say.setting(points.getFirst().threshold()),
                Say.setting(points.getLast().threshold()),
                used == null ? "." : Say.words("performance.is-in-use", Say.setting(used))),
            Say.words("word.threshold"),
            Say.words("word.rate"),
            List.of(
                sweep(Say.words("word.recall"), points, p -> p.tp() / (p.tp() + p.fn())),
                sweep(Say.words("word.precision"), points, p -> p.tp() / (p.tp() + p.fp())),
                sweep(
                    Say.words("word.selection-rate"),
                    points,
                    p -> (p.tp() + p.fp()) / (p.tp() + p.fp() + p.fn() + p.tn()))),
            new LineChart.Chance.None(),
            used),
        Text.strong(Say.words("performance.threshold"))
            .and(
                used == null
                    ? Say.words("performance.what-other-thresholds-would")
                    : Say.words("performance.what-other-thresholds-would-2", Say.setting(used))));
  }

  private static LineChart.Line sweep(
      String label,
      List<Curves.ThresholdPoint> points,
      ToDoubleFunction<Curves.ThresholdPoint> rate) {
    List<Curves.ThresholdPoint> defined =
        points.stream().filter(p -> Double.isFinite(rate.applyAsDouble(p))).toList();
    return new LineChart.Line(
        label,
        defined.stream().mapToDouble(Curves.ThresholdPoint::threshold).toArray(),
        defined.stream().mapToDouble(rate).toArray(),
        at -> RowQuery.of(SliceKey.WHOLE, new RowQuery.Part.Scored(at, 1, true)));
  }

  /// ROC curves of an attribute's largest groups beside everyone's.
  static Optional<Block.Figure> rocByGroup(Context context, String attribute) {
    List<LineChart.Line> lines = new ArrayList<>();
    whole(context.evaluation().curves().roc())
        .ifPresent(
            c ->
                lines.add(
                    CurveLine.of(Say.words("everyone"), c, RowQuery.Rate.FALSE_POSITIVE_RATE)));
    context.evaluation().curves().roc().stream()
        .filter(c -> isGroup(c.slice(), attribute))
        .sorted(
            java.util.Comparator.comparingLong(
                (Curves.SliceCurve c) -> -context.measured().n(c.slice())))
        .limit(LineChart.MOST_LINES - 1L)
        .forEach(
            c ->
                lines.add(
                    CurveLine.of(
                        Say.label(c.slice().conditions().get(attribute)),
                        c,
                        RowQuery.Rate.FALSE_POSITIVE_RATE)));
    return lines.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Block.Figure(
                new LineChart(
                    Say.words("performance.roc-curves-by", Say.label(attribute)),
                    Say.words("performance.roc-curves-of-everyone", Say.label(attribute)),
                    Say.words("performance.false-positive-rate"),
                    Say.words("performance.true-positive-rate"),
                    List.copyOf(lines),
                    new LineChart.Chance.Diagonal(),
                    null),
                Say.text(
                    "performance.how-well-scores-order",
                    Text.strong(Say.words("performance.roc-by-group")),
                    lines.size() - 1)));
  }

  private static boolean isGroup(SliceKey slice, String attribute) {
    return slice.conditions().size() == 1 && slice.conditions().containsKey(attribute);
  }
}

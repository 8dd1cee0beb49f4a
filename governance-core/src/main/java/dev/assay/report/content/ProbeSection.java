package dev.assay.report.content;

import dev.assay.chart.ForestPlot;
import dev.assay.dataset.Task;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.MetricRow;
import dev.assay.finding.Finding;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a masked language model makes of hidden words: of everyone, of each group against what is
/// neutral, and the gaps between groups.
final class ProbeSection {

  private static final int DRAWN = 24;

  /// What the model leans by → where it does not lean.
  private static final Map<String, Double> NEUTRAL =
      Map.of("first_likelier_share", 0.5, "mean_association", 0.0, "pair_difference", 0.0);

  private ProbeSection() {}

  /// The section; absent where no words were hidden.
  static Optional<Block.Section> of(Context context) {
    if (context.evaluation().task() != Task.MASKED_PROBE) {
      return Optional.empty();
    }
    String metric = context.headline();
    List<Block> blocks = new ArrayList<>();
    lead(context, metric).ifPresent(blocks::add);
    List<Block.Figure> figures = new ArrayList<>();
    groups(context, metric).ifPresent(figures::add);
    gaps(context, metric + "_difference").ifPresent(figures::add);
    if (!figures.isEmpty()) {
      blocks.add(new Block.Figures(List.copyOf(figures)));
    }
    Map<String, String> device = context.evaluation().provenance().device();
    blocks.add(
        Blocks.note(
            Say.words(
                "probe.how-asked",
                device.getOrDefault("probe", ""),
                device.getOrDefault("mask", ""))));
    return Optional.of(Blocks.section("probe", Say.words("part.probe"), blocks));
  }

  private static Optional<Block> lead(Context context, String metric) {
    MetricRow row = context.measured().row(metric, SliceKey.WHOLE);
    return row == null || !(row.value() instanceof MetricValue.Defined known)
        ? Optional.empty()
        : Optional.of(
            Blocks.lead(
                Say.text(
                    "probe.lead." + metric.replace('_', '-'),
                    metric.startsWith("accuracy") || metric.endsWith("share")
                        ? Say.percent(known.value())
                        : Say.number(known.value()),
                    Say.many(row.n(), "row"),
                    Say.interval(row.value()))));
  }

  /// The number of every group, the largest first, against what is neutral or else everyone's.
  private static Optional<Block.Figure> groups(Context context, String metric) {
    MetricRow whole = context.measured().row(metric, SliceKey.WHOLE);
    List<MetricRow> groups =
        context.evaluation().metrics().stream()
            .filter(r -> r.metric().equals(metric) && r.slice().conditions().size() == 1)
            .filter(r -> r.value() instanceof MetricValue.Defined)
            .sorted(Comparator.comparingDouble(r -> -r.value().orNaN()))
            .limit(DRAWN)
            .toList();
    if (groups.isEmpty() || whole == null || !(whole.value() instanceof MetricValue.Defined all)) {
      return Optional.empty();
    }
    Double neutral = NEUTRAL.get(metric);
    List<ForestPlot.Estimate> rows =
        groups.stream()
            .map(
                r ->
                    estimate(
                        Say.slice(r.slice()).plain(),
                        Say.words("headline-numbers.n", Say.count(r.n())),
                        r.value(),
                        context.about("metrics", context.evaluation().metrics().indexOf(r)),
                        RowQuery.of(r.slice(), new RowQuery.Part.Any())))
            .toList();
    String name = context.terms().name(metric).plain();
    return Optional.of(
        new Block.Figure(
            new ForestPlot(
                Say.words("probe.by-group", name),
                Say.words(
                    "probe.by-group.words",
                    name,
                    String.join(
                        "; ", rows.stream().map(e -> e.label() + " " + e.shown()).toList())),
                rows,
                neutral == null ? all.value() : neutral),
            Say.text(
                neutral == null ? "probe.by-group.everyone" : "probe.by-group.neutral",
                Text.strong(name),
                Say.number(neutral == null ? all.value() : neutral))));
  }

  /// The widest gap of every attribute.
  private static Optional<Block.Figure> gaps(Context context, String metric) {
    List<ForestPlot.Estimate> rows = new ArrayList<>();
    List<Disparity> all = context.evaluation().disparities();
    for (int i = 0; i < all.size() && rows.size() < DRAWN; i++) {
      Disparity gap = all.get(i);
      if (gap.metric().equals(metric)
          && gap.comparison() == Disparity.Comparison.EXTREMES
          && gap.value() instanceof MetricValue.Defined) {
        rows.add(
            estimate(
                String.join(" × ", gap.attributes().stream().map(Say::label).toList()),
                between(gap),
                gap.value(),
                context.about("disparities", i),
                null));
      }
    }
    String name = context.terms().name(metric).plain();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Figure(
                new ForestPlot(
                    Say.words("probe.gaps"),
                    Say.words(
                        "probe.gaps.words",
                        String.join(
                            "; ", rows.stream().map(e -> e.label() + " " + e.shown()).toList())),
                    List.copyOf(rows),
                    0),
                Say.text("probe.gaps.caption", Text.strong(name))));
  }

  private static String between(Disparity gap) {
    SliceKey high = gap.high();
    SliceKey low = gap.low();
    return high == null || low == null
        ? ""
        : Say.words("gaps.over", Say.values(high).plain(), Say.values(low).plain());
  }

  private static ForestPlot.Estimate estimate(
      String label,
      String note,
      MetricValue value,
      @Nullable Finding finding,
      @Nullable RowQuery rows) {
    Interval interval = Say.intervalOf(value);
    return new ForestPlot.Estimate(
        label,
        note,
        value.orNaN(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        null,
        Say.plain(value),
        DisparityTables.mark(finding),
        rows);
  }
}

package dev.assay.report.content;

import dev.assay.chart.LineChart;
import dev.assay.dataset.Task;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far forecasts lie from what came, and what their band holds, step by step.
final class ForecastSection {

  private static final Pattern STEP = Pattern.compile("step (\\d+)");
  private static final int STEPS_SHOWN = 48;
  private static final List<String> BY_STEP =
      List.of("mae", "relative_mae", "mean_error", "interval_coverage", "interval_width");

  private ForecastSection() {}

  /// The section; absent where nothing is forecast.
  static Optional<Block.Section> of(Context context) {
    if (context.evaluation().task() != Task.FORECASTING) {
      return Optional.empty();
    }
    Map<String, SortedMap<Integer, MetricRow>> steps = steps(context);
    List<Block> blocks = new ArrayList<>();
    lead(context).ifPresent(blocks::add);
    List<Block.Figure> figures =
        Stream.of(
                error(steps.getOrDefault("mae", new TreeMap<>())),
                coverage(context, steps.getOrDefault("interval_coverage", new TreeMap<>())),
                width(steps.getOrDefault("interval_width", new TreeMap<>())))
            .flatMap(Optional::stream)
            .toList();
    for (int from = 0; from < figures.size(); from += 2) {
      blocks.add(
          new Block.Figures(
              List.copyOf(figures.subList(from, Math.min(figures.size(), from + 2)))));
    }
    table(context, steps).ifPresent(blocks::add);
    others(context).ifPresent(blocks::add);
    blocks.add(Blocks.note(Say.words("forecast.intervals-by-blocks")));
    return Optional.of(Blocks.section("forecasts", Say.words("part.forecasts"), blocks));
  }

  /// Numbers of everyone by metric and step.
  private static Map<String, SortedMap<Integer, MetricRow>> steps(Context context) {
    Map<String, SortedMap<Integer, MetricRow>> steps = new TreeMap<>();
    for (MetricRow row : context.measured().perClass(SliceKey.WHOLE)) {
      if (step(row) > 0) {
        steps.computeIfAbsent(row.metric(), m -> new TreeMap<>()).put(step(row), row);
      }
    }
    return steps;
  }

  /// The step that a row speaks of; 0 where it speaks of none, or of a narrower band.
  private static int step(MetricRow row) {
    Matcher step = STEP.matcher(String.valueOf(row.target()));
    return step.matches() ? Integer.parseInt(step.group(1)) : 0;
  }

  private static Optional<Block> lead(Context context) {
    List<String> said = new ArrayList<>();
    double mae = PerformanceSection.whole(context, "mae");
    double naive = PerformanceSection.whole(context, "relative_mae");
    double coverage = PerformanceSection.whole(context, "interval_coverage");
    if (!Double.isNaN(mae)) {
      said.add(Say.words("forecast.off-by", Say.number(mae)));
    }
    if (!Double.isNaN(naive)) {
      said.add(
          Say.words(
              naive < 1 ? "forecast.better-than-naive" : "forecast.no-better-than-naive",
              Say.number(naive)));
    }
    if (!Double.isNaN(coverage)) {
      said.add(
          Say.words(
              "forecast.band-holds",
              Say.percent(coverage),
              Say.percent(PerformanceSection.whole(context, "interval_nominal"))));
    }
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(Blocks.lead(Text.of(String.join(" ", said))));
  }

  private static Optional<Block.Figure> error(SortedMap<Integer, MetricRow> steps) {
    return figure(
        steps,
        "forecast.error-by-step",
        Say.words("forecast.mean-absolute-error"),
        new LineChart.Chance.None(),
        new LineChart.Axis.Amounts());
  }

  private static Optional<Block.Figure> coverage(
      Context context, SortedMap<Integer, MetricRow> steps) {
    double nominal = PerformanceSection.whole(context, "interval_nominal");
    return figure(
        steps,
        "forecast.coverage-by-step",
        Say.words("forecast.coverage"),
        Double.isNaN(nominal) ? new LineChart.Chance.None() : new LineChart.Chance.Level(nominal),
        new LineChart.Axis.Shares());
  }

  private static Optional<Block.Figure> width(SortedMap<Integer, MetricRow> steps) {
    return figure(
        steps,
        "forecast.width-by-step",
        Say.words("forecast.width"),
        new LineChart.Chance.None(),
        new LineChart.Axis.Amounts());
  }

  /// @param key of its title; with ".words" of its text alternative, with ".caption" of its caption
  private static Optional<Block.Figure> figure(
      SortedMap<Integer, MetricRow> steps,
      String key,
      String axis,
      LineChart.Chance chance,
      LineChart.Axis y) {
    List<Integer> known =
        steps.keySet().stream()
            .filter(s -> steps.get(s).value() instanceof MetricValue.Defined)
            .toList();
    if (known.size() < 2) {
      return Optional.empty();
    }
    int points = known.size();
    double[] x = new double[points];
    double[] values = new double[points];
    double[] lower = new double[points];
    double[] upper = new double[points];
    for (int i = 0; i < points; i++) {
      MetricValue value = steps.get(known.get(i)).value();
      Interval interval = Say.intervalOf(value);
      x[i] = known.get(i);
      values[i] = value.orNaN();
      lower[i] = interval == null ? values[i] : interval.lower();
      upper[i] = interval == null ? values[i] : interval.upper();
    }
    return Optional.of(
        new Block.Figure(
            new LineChart(
                Say.words(key),
                Say.words(
                    key + ".words",
                    Say.plain(steps.get(known.getFirst()).value()),
                    Say.plain(steps.get(known.getLast()).value()),
                    known.getLast()),
                Say.words("forecast.steps-ahead"),
                axis,
                List.of(
                    new LineChart.Line(
                        Say.words("everyone"), x, values, null, new LineChart.Band(lower, upper))),
                chance,
                null,
                new LineChart.Axis.Steps(known.getFirst(), known.getLast()),
                y),
            Say.text(key + ".caption", Text.strong(Say.words(key)))));
  }

  private static Optional<Block> table(
      Context context, Map<String, SortedMap<Integer, MetricRow>> steps) {
    List<String> metrics = BY_STEP.stream().filter(steps::containsKey).toList();
    if (metrics.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<Integer, MetricRow> first = steps.getOrDefault(metrics.getFirst(), new TreeMap<>());
    Tables table =
        Tables.captioned(Say.words("forecast.each-step"))
            .name(Say.words("forecast.step"))
            .number("n");
    metrics.forEach(m -> table.number(context.terms().name(m)));
    first.values().stream()
        .limit(STEPS_SHOWN)
        .forEach(
            row -> {
              List<Text> cells = new ArrayList<>();
              int step = step(row);
              cells.add(Text.of(String.valueOf(step)));
              cells.add(Text.of(Say.count(row.n())));
              metrics.forEach(
                  m -> cells.add(cell(steps.getOrDefault(m, new TreeMap<>()).get(step))));
              table.row(false, cells);
            });
    if (first.size() > STEPS_SHOWN) {
      table.note(Say.words("forecast.more-steps", Say.count(first.size() - STEPS_SHOWN)));
    }
    return Optional.of(table.table());
  }

  private static Text cell(@Nullable MetricRow row) {
    return row == null ? Text.of("–") : Say.value(row.value());
  }

  /// Quantiles and narrower bands, over all steps.
  private static Optional<Block> others(Context context) {
    Tables table =
        Tables.captioned(Say.words("forecast.quantiles-and-bands"))
            .name(Say.words("forecast.of"))
            .name(Say.words("word.metric"))
            .number(Say.words("word.value"));
    for (MetricRow row : context.measured().perClass(SliceKey.WHOLE)) {
      String target = String.valueOf(row.target());
      if (!target.contains("step ") && !row.metric().equals("interval_nominal")) {
        table.row(
            Text.of(target(target)), context.terms().name(row.metric()), Say.value(row.value()));
      }
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.table());
  }

  private static String target(String target) {
    return target.startsWith("quantile ")
        ? Say.words("forecast.quantile", target.substring("quantile ".length()))
        : Say.words("forecast.band", target.replace(" to ", "–"));
  }
}

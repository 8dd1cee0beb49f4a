package dev.assay.app.cli;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.forecast.ForecastNumber;
import dev.assay.usecase.ForecastRequest;
import dev.assay.usecase.ForecastRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures forecasts of several steps that stand in a table.
@Command(
    name = "forecast",
    description =
        "Measure forecasts of several steps, with quantiles, that stand in a table or that a model"
            + " makes of it: errors, pinball loss, coverage and width by step, with moving-block"
            + " bootstrap intervals.",
    sortOptions = false)
final class ForecastCommand implements Callable<Integer> {

  private static final String FILE = "forecast.json";

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model that makes the forecasts (default: they stand in the table).")
  @Nullable Path model;

  @Option(
      names = "--model-spec",
      paramLabel = "FILE",
      description = "Description of the model (default: the one beside it).")
  @Nullable Path modelSpec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Table: one row a time of a series, its truth and the forecasts made at it.")
  Path data = Path.of("");

  @Option(
      names = "--dataset-spec",
      paramLabel = "FILE",
      description = "Description of the table (default: the one beside it, else a guess).")
  @Nullable Path datasetSpec;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COL",
      description = "Column of the truth.")
  String target = "";

  @Option(names = "--series", paramLabel = "COL", description = "Column that names the series.")
  @Nullable String series;

  @Option(
      names = "--order",
      paramLabel = "COL",
      description = "Column of times (default: rows stand in order, one step apart).")
  @Nullable String order;

  @Option(
      names = "--prefix",
      defaultValue = "forecast_",
      paramLabel = "TEXT",
      description =
          "How the forecasts' columns begin: forecast_1, forecast_1_q0.9 (default:"
              + " ${DEFAULT-VALUE}).")
  String prefix = "";

  @Option(
      names = "--from",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "First row of each series, in order of time, whose forecasts are measured; rows before it"
              + " are history, such as those of training (default: ${DEFAULT-VALUE}).")
  int from;

  @Option(
      names = "--season",
      defaultValue = "1",
      paramLabel = "N",
      description = "Rows of a season, for MASE (default: ${DEFAULT-VALUE}, the last value).")
  int season;

  @Option(
      names = "--sensitive",
      split = ",",
      paramLabel = "COL",
      description = "Columns whose groups are measured.")
  List<String> sensitive = new ArrayList<>();

  @Option(
      names = "--seed",
      defaultValue = "7",
      paramLabel = "N",
      description = "Seed of the bootstrap (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--timeout",
      defaultValue = "600",
      paramLabel = "SECONDS",
      description = "Longest time that reading may take (default: ${DEFAULT-VALUE}).")
  long timeout;

  @Option(names = "--out", paramLabel = "DIR", description = "Also write forecast.json there.")
  @Nullable Path out;

  private final CommandContext context;

  ForecastCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    ForecastRun run;
    try (Running running = new Running(context, output)) {
      run =
          context
              .wiring()
              .evaluateForecasts()
              .run(
                  new ForecastRequest(
                      model,
                      modelSpec,
                      data,
                      datasetSpec,
                      target,
                      series,
                      order,
                      prefix,
                      from,
                      season,
                      sensitive,
                      seed,
                      timeout),
                  running.progress(),
                  running.cancellation());
    }
    Path folder = out;
    if (folder != null) {
      Path file = folder.resolve(FILE);
      AtomicFiles.export(file, run.json().getBytes(StandardCharsets.UTF_8));
      output.note("wrote " + file);
    }
    output.jsonText(run.json());
    print(output, run);
    return ExitCode.DONE.number();
  }

  private static void print(Output output, ForecastRun run) {
    output.say(
        Rounded.count(run.forecasts().order().series().size())
            + " series, "
            + Rounded.count(run.rows())
            + " rows, "
            + run.forecasts().horizon()
            + " steps ahead");
    for (ForecastNumber number : run.numbers()) {
      boolean group = !number.slice().isWhole();
      if (group && number.step() > 0) {
        continue;
      }
      output.say(
          "  "
              + (group ? Visible.of(number.slice().describe(), 60) + " " : "")
              + (number.step() == 0 ? "all steps " : "step " + number.step() + " ")
              + name(number)
              + ": "
              + value(number.value()));
    }
    run.warnings().forEach(w -> output.say("  ! " + w.sentence()));
  }

  private static String name(ForecastNumber number) {
    String quantile = number.quantile() == null ? "" : " " + Rounded.setting(number.quantile());
    String upper = number.upper() == null ? "" : " to " + Rounded.setting(number.upper());
    return number.metric() + quantile + upper;
  }

  private static String value(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> {
        Interval interval = defined.interval();
        yield Rounded.number(defined.value())
            + (interval == null
                ? ""
                : " ("
                    + Rounded.number(interval.lower())
                    + " to "
                    + Rounded.number(interval.upper())
                    + ")");
      }
      case MetricValue.Undefined undefined -> "undefined: " + undefined.reason();
    };
  }
}

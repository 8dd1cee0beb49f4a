package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.inference.LongTexts;
import dev.assay.inference.MaskedText;
import dev.assay.model.ModelSpecs;
import dev.assay.model.TransformerFolder;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.ProbeAsked;
import dev.assay.usecase.ProbeMasked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What to evaluate and how; shared by evaluate, audit and gate.
final class EvaluateOptions {

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "An ONNX model, or the folder or zip of a text model. Without one, the dataset's stored"
              + " scores are evaluated.")
  @Nullable Path model;

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description =
          "A dataset: CSV, Parquet or JSON Lines. Required, but for the suites of --probe.")
  @Nullable Path data;

  @Option(
      names = "--dataset-spec",
      paramLabel = "FILE",
      description =
          "Description of the dataset (default: DATA's own *.dataset.json, else a guess).")
  @Nullable Path datasetSpec;

  @Option(
      names = "--model-spec",
      paramLabel = "FILE",
      description = "Description of the model (default: MODEL's own *.model.json, else a guess).")
  @Nullable Path modelSpec;

  @Option(
      names = "--reference",
      paramLabel = "REF",
      description =
          "An earlier dataset, for instance the training data: overlap and drift are checked.")
  @Nullable Path reference;

  @Option(
      names = "--later",
      paramLabel = "BATCH",
      description = "A later batch: its drift from DATA is checked.")
  @Nullable Path later;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description =
          "auto (the fastest for this model, by a short measurement where there is a choice), cpu,"
              + " cuda[:n], tensorrt[:n], rocm[:n], coreml, directml[:n] or openvino; several of a"
              + " kind share the rows: cuda:0,cuda:1 or cuda:all (default: ${DEFAULT-VALUE}).")
  String device = "auto";

  @Option(
      names = "--precision",
      paramLabel = "P",
      description =
          "fp32, fp16 or int8: which of the graphs in the model's folder runs (default: the usual"
              + " one, on every device).")
  @Nullable String precision;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      defaultValue = "0.5",
      description = "A score of at least T is a positive decision (default: ${DEFAULT-VALUE}).")
  double threshold = 0.5;

  @Option(
      names = "--label-thresholds",
      paramLabel = "LABEL=T",
      split = ",",
      description =
          "Thresholds of labels of their own, where a row may have several labels (default: that of"
              + " --threshold).")
  Map<String, Double> labelThresholds = new LinkedHashMap<>();

  @Option(
      names = "--sensitive",
      paramLabel = "COL",
      split = ",",
      description =
          "Columns whose groups are compared (default: the description's sensitive columns);"
              + " for text models also text.length, text.cut and text.unknown; for texts also"
              + " text.language, text.identity, text.emoji, text.readability, text.casing and"
              + " text.url.")
  List<String> sensitive = new ArrayList<>();

  @Option(names = "--label", paramLabel = "COL", description = "The column that holds the truth.")
  @Nullable String label;

  @Option(
      names = "--positive",
      paramLabel = "V",
      description = "The label that counts as positive.")
  @Nullable String positive;

  @Option(
      names = "--weight",
      paramLabel = "COL",
      description =
          "The column that says how many rows a row stands for (default: every row counts once).")
  @Nullable String weight;

  @Option(
      names = "--checks",
      paramLabel = "ID",
      split = ",",
      defaultValue = "all",
      description =
          "Checks to run: all, none, a family or ids (default: ${DEFAULT-VALUE}). Worse images"
              + " (robustness) are asked only when named: all,robustness.")
  List<String> checks = new ArrayList<>();

  @Option(
      names = "--behaviour",
      paramLabel = "FILE",
      split = ",",
      description =
          "Further suites of behaviour tests for text models (YAML), beside those that come with"
              + " Assay.")
  List<Path> suites = new ArrayList<>();

  @Option(
      names = "--long-texts",
      paramLabel = "HOW",
      defaultValue = "truncate",
      description =
          "How a text model reads texts that are too long for it: truncate (their beginning only),"
              + " windows or windows:N (windows that share N tokens, default a quarter of a window;"
              + " the mean over them counts) (default: ${DEFAULT-VALUE}).")
  String longTexts = "truncate";

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "2",
      description = "Attributes that are crossed at most (default: ${DEFAULT-VALUE}).")
  int depth = 2;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of every random draw (default: ${DEFAULT-VALUE}).")
  long seed = 7;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description = "Stop reading or scoring after so many seconds (default: ${DEFAULT-VALUE}).")
  long timeoutSeconds = 3600;

  @Option(
      names = "--tune",
      paramLabel = "on|off",
      defaultValue = "off",
      description =
          "on: measure first how the model runs fastest on this machine, and keep it; scores then"
              + " differ in their last digits between machines (default: ${DEFAULT-VALUE}).")
  String tune = "off";

  @Mixin GenerationOptions generation = new GenerationOptions();
  @Mixin ProbeOptions probe = new ProbeOptions();
  @Mixin ForecastOptions forecast = new ForecastOptions();
  @Mixin CostOptions cost = new CostOptions();

  private boolean tuned() {
    if (!tune.equals("on") && !tune.equals("off")) {
      throw new UsageError(
          "USAGE-TUNE",
          "'" + Visible.of(tune, 40) + "' does not say whether to tune.",
          "Give --tune on or --tune off.");
    }
    return tune.equals("on");
  }

  /// The request these options stand for.
  EvaluateRequest request(List<String> commandLine) {
    requireUsable();
    LongTexts read =
        LongTexts.of(longTexts)
            .orElseThrow(
                () ->
                    new UsageError(
                        "USAGE-LONG-TEXTS",
                        "Long texts cannot be read '" + Visible.of(longTexts, 40) + "'.",
                        "Give --long-texts truncate, windows or windows:32."));
    Path folder = model;
    String wanted = precision;
    boolean chosen = folder != null && wanted != null;
    return EvaluateRequest.of(data())
        .model(chosen ? TransformerFolder.inPrecision(folder, wanted) : model)
        .datasetSpec(datasetSpec)
        .modelSpec(chosen && modelSpec == null ? ModelSpecs.beside(folder).orElse(null) : modelSpec)
        .reference(reference)
        .later(later)
        .device(device)
        .threshold(threshold)
        .labelThresholds(new TreeMap<>(labelThresholds))
        .sensitive(List.copyOf(sensitive))
        .label(label)
        .positive(positive)
        .weight(weight)
        .checks(List.copyOf(checks))
        .suites(List.copyOf(suites))
        .depth(depth)
        .seed(seed)
        .longTexts(read)
        .timeoutSeconds(timeoutSeconds)
        .tune(tuned())
        .cost(cost.asked())
        .generation(generation.asked())
        .probe(probe.asked())
        .forecast(forecast.asked())
        .command(commandLine)
        .build();
  }

  /// The dataset; the suite where one takes its place.
  private Path data() {
    Path given = data;
    if (given != null && probe.isSuite()) {
      throw new UsageError(
          "USAGE-PROBE",
          "There is no probe '"
              + Visible.of(String.valueOf(probe.probe), 60)
              + "' of the rows of a dataset.",
          "Give --probe "
              + String.join(", ", ProbeAsked.words())
              + " with --data, or a suite without it.");
    }
    if (given == null && !probe.isSuite()) {
      throw new UsageError(
          "USAGE-DATA",
          "No dataset is given.",
          "Give a CSV, Parquet or JSON Lines file with --data.");
    }
    return given == null ? Path.of(String.valueOf(probe.probe)) : given;
  }

  /// The probe of a masked language model that these options stand for.
  ProbeMasked.Request probe(MaskedText.Kind kind) {
    requireUsable();
    if (model == null) {
      throw new UsageError(
          "USAGE-PROBE-MODEL",
          "A probe asks a masked language model, and none is given.",
          "Give its folder or zip with --model.");
    }
    return new ProbeMasked.Request(
        model,
        data(),
        datasetSpec,
        kind,
        List.copyOf(probe.texts),
        label,
        List.copyOf(sensitive),
        Duration.ofSeconds(timeoutSeconds));
  }

  private void requireUsable() {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new UsageError(
          "USAGE-THRESHOLD",
          "The threshold " + threshold + " is not between 0 and 1.",
          "Give a number such as --threshold 0.5.");
    }
    labelThresholds.forEach(
        (label, own) -> {
          if (!(own >= 0 && own <= 1)) {
            throw new UsageError(
                "USAGE-THRESHOLD",
                "The threshold "
                    + own
                    + " of '"
                    + Visible.of(label, 60)
                    + "' is not between 0 and 1.",
                "Give numbers such as --label-thresholds toxic=0.3,insult=0.6.");
          }
        });
    if (timeoutSeconds < 1) {
      throw new UsageError(
          "USAGE-TIMEOUT",
          "The timeout of " + timeoutSeconds + " seconds is below 1.",
          "Give a number of seconds such as --timeout 600.");
    }
    if (depth < 1) {
      throw new UsageError(
          "USAGE-DEPTH",
          "The depth " + depth + " is below 1.",
          "Give 1 for single attributes, 2 for pairs.");
    }
  }
}

package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Task;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Fits a model that answers a row with several steps ahead to a table of series.
public final class ForecastBinder {

  private static final String CODE = "FORECAST-OUTPUT";
  private static final String AHEAD = "future_";
  private static final int EACH = 3;
  private static final long TOO_MANY = ForecastLayout.MOST + 1L;

  private ForecastBinder() {}

  /// How windows feed the model and what its one output of forecasts says: [N, horizon], or [N,
  /// horizon, quantiles] with the quantiles that the description names, or [N, horizon, channels]
  /// of which that of the target is measured. Sizes that the graph leaves open are those of the
  /// description; a horizon that neither says is that of the model's first answer.
  ///
  /// @param target column of the truth, which says the channel
  /// @throws InputRejected when no output holds forecasts, or its shape, horizon, quantiles and
  ///   channels do not fit
  public static ModelBinding bind(
      ModelArtefact model, DatasetSpec table, ModelSpec described, String target) {
    List<ModelSpec.Output> said =
        described.outputs().stream().filter(o -> o.meaning() == OutputMeaning.FORECASTS).toList();
    if (said.size() != 1) {
      throw rejected(
          "The model's description gives the meaning forecasts to "
              + (said.isEmpty() ? "no output" : "several outputs"),
          "Write {\"name\": \"y\", \"meaning\": \"forecasts\", \"quantiles\": [0.1, 0.5, 0.9]} for"
              + " one output.");
    }
    ModelSpec.Output words = said.getFirst();
    ValueInfo output =
        model.outputs().stream()
            .filter(o -> o.name().equals(words.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    rejected(
                        "The description speaks of output "
                            + Nodes.quoted(words.name())
                            + ", which the model does not have",
                        "Outputs of the model are: "
                            + SignatureWords.names(
                                model.outputs().stream().map(ValueInfo::name).toList())
                            + "."));
    requirePast(model);
    ForecastLayout layout = layout(output, words, target);
    OutputBinding forecasts =
        new OutputBinding(
            output.name(),
            OutputMeaning.FORECASTS,
            layout.names(layout.horizon()),
            Map.of(),
            "descriptor",
            layout);
    return new ModelBinding(
        Task.FORECASTING,
        new InputBinder(model, table).bind(described),
        List.of(forecasts),
        described.batchSensitive());
  }

  /// Inputs of what is known ahead cannot be fed by windows, which end with their row.
  private static void requirePast(ModelArtefact model) {
    for (ValueInfo input : model.inputs()) {
      if (input.name().startsWith(AHEAD)) {
        throw rejected(
            "Input "
                + SignatureWords.of(input)
                + " wants what comes after a row, and windows hold the rows up to it only",
            "Export the model without that input, such as one that works out its calendar itself.");
      }
    }
  }

  private static ForecastLayout layout(ValueInfo output, ModelSpec.Output words, String target) {
    List<Long> shape = output.shape();
    if (shape.size() != EACH && shape.size() != EACH - 1) {
      throw rejected(
          "Output " + SignatureWords.of(output) + " holds no forecasts of several steps",
          "Export the model with an output of shape [N, horizon] or [N, horizon, quantiles].");
    }
    List<String> quantiles = words.classes();
    List<String> channels = words.channels();
    if (!quantiles.isEmpty() && !channels.isEmpty()) {
      throw rejected(
          "The description names quantiles and channels of output " + SignatureWords.of(output),
          "Export the model with the quantiles of one channel, or with one number a channel.");
    }
    requireAscending(quantiles);
    int columns = Math.max(1, Math.max(quantiles.size(), channels.size()));
    requireColumns(output, shape.size() == EACH ? shape.get(2) : 1, columns, words);
    int horizon = horizon(output, words);
    if ((long) horizon * columns > ForecastLayout.MOST) {
      throw rejected(
          "Output " + SignatureWords.of(output) + " holds too many numbers a row",
          "Export the model with a horizon whose numbers are at most "
              + ForecastLayout.MOST
              + " together.");
    }
    return new ForecastLayout(
        horizon,
        quantiles.stream().map(q -> new BigDecimal(q).toPlainString()).toList(),
        columns,
        channel(channels, target));
  }

  /// The horizon of the description, else of the graph.
  private static int horizon(ValueInfo output, ModelSpec.Output words) {
    long graph = output.shape().get(1);
    long said = Objects.requireNonNullElse(words.horizon(), ForecastLayout.OPEN);
    if (graph == 0 || (graph > 0 && said > graph)) {
      throw rejected(
          "Output "
              + SignatureWords.of(output)
              + " holds "
              + graph
              + " steps"
              + (said > 0 ? ", and the description's horizon is " + said : ""),
          "Correct the horizon in the description, or export the model again.");
    }
    return (int) Math.min(said > 0 ? said : Math.max(graph, ForecastLayout.OPEN), TOO_MANY);
  }

  private static void requireColumns(
      ValueInfo output, long columns, int named, ModelSpec.Output words) {
    if (columns < 0 || columns == named) {
      return;
    }
    boolean channels = !words.channels().isEmpty();
    boolean quantiles = !words.classes().isEmpty();
    throw rejected(
        "Output "
            + SignatureWords.of(output)
            + " holds "
            + columns
            + " numbers a step, and the description names "
            + (channels || quantiles ? String.valueOf(named) : "no")
            + (channels ? " channels" : " quantiles"),
        channels
            ? "Name the column of each channel once, in the output's order: \"channels\":"
                + " [\"load\", \"temperature\"]."
            : "Name each quantile once, in the output's order: \"quantiles\": [0.1, 0.5, 0.9]; of"
                + " an output of several columns at once, \"channels\": [\"load\","
                + " \"temperature\"].");
  }

  private static int channel(List<String> channels, String target) {
    int channel = channels.indexOf(target);
    if (channels.isEmpty()) {
      return 0;
    }
    if (channel < 0 || channel != channels.lastIndexOf(target)) {
      throw rejected(
          "The channels "
              + SignatureWords.names(channels)
              + " of the description hold the column of the truth, "
              + Nodes.quoted(target)
              + ", "
              + (channel < 0 ? "not at all" : "more than once"),
          "Name each channel by the column that it forecasts, or measure one of those columns.");
    }
    return channel;
  }

  private static void requireAscending(List<String> quantiles) {
    double before = 0;
    for (String text : quantiles) {
      double quantile = number(text);
      if (!(quantile > before && quantile < 1)) {
        throw rejected(
            "The quantiles " + SignatureWords.names(quantiles) + " do not ascend between 0 and 1",
            "Name them in the output's order; an export whose quantiles descend has to be made"
                + " again.");
      }
      before = quantile;
    }
  }

  private static double number(String text) {
    try {
      return new BigDecimal(text).doubleValue();
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  private static InputRejected rejected(String what, String remedy) {
    return new InputRejected(CODE, what + ".", remedy);
  }
}

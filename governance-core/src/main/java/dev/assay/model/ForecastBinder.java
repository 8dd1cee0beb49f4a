package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Fits a model that answers a row with several steps ahead to a table of series.
public final class ForecastBinder {

  private static final String CODE = "FORECAST-OUTPUT";
  private static final int MOST = 20_000;

  private ForecastBinder() {}

  /// How windows feed the model and what its one output of forecasts says: [N, horizon], or [N,
  /// horizon, quantiles] with the quantiles that the description names. Classes of the output are
  /// the names of its numbers: `2` two steps ahead, `2_q0.9` of a quantile.
  ///
  /// @throws InputRejected when no output holds forecasts, or its shape, horizon and quantiles do
  ///   not fit
  public static ModelBinding bind(ModelArtefact model, DatasetSpec table, ModelSpec described) {
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
    OutputBinding forecasts =
        new OutputBinding(
            output.name(),
            OutputMeaning.FORECASTS,
            names(output, words.classes()),
            Map.of(),
            "descriptor");
    return new ModelBinding(
        Task.FORECASTING,
        new InputBinder(model, table).bind(described),
        List.of(forecasts),
        described.batchSensitive());
  }

  private static List<String> names(ValueInfo output, List<String> quantiles) {
    List<Long> shape = output.shape();
    boolean each = shape.size() == 3;
    if (!each && shape.size() != 2) {
      throw rejected(
          "Output " + SignatureWords.of(output) + " holds no forecasts of several steps",
          "Export the model with an output of shape [N, horizon] or [N, horizon, quantiles].");
    }
    long horizon = shape.get(1);
    long columns = each ? shape.get(2) : 1;
    if (horizon < 1 || columns < 1 || horizon * columns > MOST) {
      throw rejected(
          "Output " + SignatureWords.of(output) + " leaves its horizon or its quantiles open",
          "Export the model with both as fixed numbers, at most " + MOST + " together.");
    }
    boolean unnamed = columns == 1 && quantiles.isEmpty();
    if (!unnamed && quantiles.size() != columns) {
      throw rejected(
          "Output "
              + SignatureWords.of(output)
              + " holds "
              + columns
              + " numbers a step, and the description names "
              + (quantiles.isEmpty() ? "no" : String.valueOf(quantiles.size()))
              + " quantiles",
          "Name each quantile once, in the output's order: \"quantiles\": [0.1, 0.5, 0.9].");
    }
    requireAscending(quantiles);
    List<String> names = new ArrayList<>();
    for (long step = 1; step <= horizon; step++) {
      if (unnamed) {
        names.add(String.valueOf(step));
      }
      for (String quantile : quantiles) {
        names.add(step + "_q" + quantile);
      }
    }
    return List.copyOf(names);
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
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  private static InputRejected rejected(String what, String remedy) {
    return new InputRejected(CODE, what + ".", remedy);
  }
}

package dev.assay.evaluation;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the curves of an evaluation.
final class CurvesReader {

  private final JsonIn forms;

  CurvesReader(JsonIn forms) {
    this.forms = forms;
  }

  Curves read(JsonNode node) {
    return new Curves(
        List.copyOf(JsonIn.list(node, "roc", this::curve)),
        List.copyOf(JsonIn.list(node, "pr", this::curve)),
        List.copyOf(JsonIn.list(node, "reliability", this::reliability)),
        List.copyOf(JsonIn.list(node, "thresholds", CurvesReader::threshold)),
        node.has("confusion")
            ? List.copyOf(JsonIn.list(node, "confusion", CurvesReader::confusion))
            : List.of());
  }

  private Curves.SliceCurve curve(JsonNode node) {
    double[] x = numbers(node, "x");
    double[] y = numbers(node, "y");
    if (x.length != y.length) {
      throw new IllegalArgumentException("a curve has " + x.length + " x but " + y.length + " y");
    }
    return new Curves.SliceCurve(forms.slice(JsonIn.object(node, "slice")), x, y);
  }

  private static Curves.ConfusionRow confusion(JsonNode node) {
    return new Curves.ConfusionRow(
        JsonIn.text(node, "truth"), Arrays.stream(numbers(node, "decided")).boxed().toList());
  }

  private static double[] numbers(JsonNode node, String key) {
    return JsonIn.list(node, key, v -> v.isNumber() ? v.doubleValue() : Double.NaN).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private Curves.ReliabilityCurve reliability(JsonNode node) {
    return new Curves.ReliabilityCurve(
        forms.slice(JsonIn.object(node, "slice")),
        List.copyOf(JsonIn.list(node, "bins", CurvesReader::bin)));
  }

  private static Curves.ReliabilityBin bin(JsonNode node) {
    return new Curves.ReliabilityBin(
        Math.toIntExact(JsonIn.whole(node, "bin")),
        JsonIn.number(node, "weight"),
        JsonIn.number(node, "mean_predicted"),
        JsonIn.number(node, "observed"),
        JsonIn.number(node, "lower"),
        JsonIn.number(node, "upper"));
  }

  private static Curves.ThresholdPoint threshold(JsonNode node) {
    return new Curves.ThresholdPoint(
        JsonIn.number(node, "threshold"),
        JsonIn.number(node, "tp"),
        JsonIn.number(node, "fp"),
        JsonIn.number(node, "fn"),
        JsonIn.number(node, "tn"));
  }
}

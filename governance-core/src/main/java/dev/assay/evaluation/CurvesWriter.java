package dev.assay.evaluation;

/// Writes the curves of an evaluation; keys in sorted order.
final class CurvesWriter {

  private final JsonOut json;

  CurvesWriter(JsonOut json) {
    this.json = json;
  }

  void write(Curves curves) {
    json.object(
        "curves",
        () -> {
          if (!curves.confusion().isEmpty()) {
            json.array("confusion", curves.confusion(), this::confusion);
          }
          json.array("pr", curves.pr(), this::curve);
          json.array("reliability", curves.reliability(), this::reliability);
          json.array("roc", curves.roc(), this::curve);
          json.array("thresholds", curves.thresholds(), this::threshold);
        });
  }

  private void confusion(Curves.ConfusionRow row) {
    json.object(
        () -> {
          json.doubles(
              "decided", row.decided().stream().mapToDouble(Double::doubleValue).toArray());
          json.put("truth", row.truth());
        });
  }

  private void curve(Curves.SliceCurve curve) {
    json.object(
        () -> {
          json.slice("slice", curve.slice());
          json.doubles("x", curve.x());
          json.doubles("y", curve.y());
        });
  }

  private void reliability(Curves.ReliabilityCurve curve) {
    json.object(
        () -> {
          json.array("bins", curve.bins(), this::bin);
          json.slice("slice", curve.slice());
        });
  }

  private void bin(Curves.ReliabilityBin bin) {
    json.object(
        () -> {
          json.put("bin", bin.bin());
          json.put("lower", bin.lower());
          json.put("mean_predicted", bin.meanPredicted());
          json.put("observed", bin.observed());
          json.put("upper", bin.upper());
          json.put("weight", bin.weight());
        });
  }

  private void threshold(Curves.ThresholdPoint point) {
    json.object(
        () -> {
          json.put("fn", point.fn());
          json.put("fp", point.fp());
          json.put("threshold", point.threshold());
          json.put("tn", point.tn());
          json.put("tp", point.tp());
        });
  }
}

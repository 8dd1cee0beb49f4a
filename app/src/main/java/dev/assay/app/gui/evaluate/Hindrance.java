package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.session.OpenModel;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.Dataset;
import java.util.stream.Stream;

/// Why a run that is set up cannot be started, one sentence.
final class Hindrance {

  private Hindrance() {}

  /// The first that there is; empty when it can be started.
  static String of(EvaluateViewModel view) {
    OpenModel model = view.model().get();
    Dataset data = view.dataset().get();
    if (data == null) {
      return "Choose a dataset.";
    }
    if (model != null && !model.runnable()) {
      return "The pre-scan refused this model.";
    }
    if (view.probe().masked().get()) {
      return view.probe().hindrance(view.label().get());
    }
    if (model == null && !(isScored(data) || view.forecast().held().get())) {
      return "Choose a model: the dataset holds no scores.";
    }
    String unusable = view.devices().hindrance(view.device().get());
    if (!unusable.isEmpty()) {
      return "Choose another device: " + unusable + ".";
    }
    if (view.forecast().forecast().get()) {
      return view.label().get() == null
          ? "Choose the label: what is forecast."
          : view.forecast().hindrance();
    }
    return Stream.of(
            view.asking().hindrance(),
            view.generation().hindrance(),
            view.cost().hindrance(model != null))
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static boolean isScored(Dataset data) {
    return Stream.of(ColumnRole.SCORE, ColumnRole.PREDICTION)
        .anyMatch(role -> !data.spec().withRole(role).isEmpty());
  }
}

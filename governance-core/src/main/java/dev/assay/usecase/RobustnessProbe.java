package dev.assay.usecase;

import dev.assay.check.Check;
import dev.assay.check.behaviour.Decisions;
import dev.assay.check.robustness.ImagePlan;
import dev.assay.check.robustness.Robustness;
import dev.assay.check.robustness.RobustnessChecks;
import dev.assay.dataset.Dataset;
import dev.assay.inference.ScoreReport;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.predictions.Predictions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Asks the model about images that were made worse, where a check wants it and the model reads
/// images: every image in every version in one go.
///
/// @param checks those that were asked for
/// @param request the run
record RobustnessProbe(List<Check> checks, EvaluateRequest request) {

  /// @param asker opens the model for further images
  Robustness of(
      Dataset dataset,
      Answered answered,
      BiFunction<ModelArtefact, ModelBinding, AskedImages> asker) {
    ModelArtefact artefact = answered.model();
    ModelBinding binding = answered.binding();
    ScoreReport scored = answered.scores();
    if (!RobustnessChecks.ask(checks)) {
      return new Robustness.Unknown("It was not asked for.");
    }
    if (artefact == null || binding == null || scored == null) {
      return new Robustness.Unknown(
          "Stored scores were evaluated: without a model no other images can be asked.");
    }
    if (ImageDigests.input(binding).isEmpty()) {
      return new Robustness.Unknown("The model reads no images.");
    }
    Predictions predictions = answered.predictions();
    Optional<Decisions> decisions =
        scored.hasScores()
            ? Decisions.of(
                predictions, scored.classes(), dataset.spec().label(), request.threshold())
            : Optional.empty();
    if (decisions.isEmpty()) {
      return new Robustness.Unknown("The model gives no score for each class.");
    }
    ImagePlan plan = ImagePlan.of(predictions.rowIndex(), request.seed());
    List<ImagePlan.Asked> asked = plan.asked();
    double[][] scores = asker.apply(artefact, binding).ask(dataset, asked);
    return new Robustness.Probed(plan, right(plan, scores, decisions.get(), predictions));
  }

  private static boolean[] right(
      ImagePlan plan, double[][] scores, Decisions decisions, Predictions predictions) {
    boolean[] right = new boolean[scores.length];
    int versions = plan.rows().length == 0 ? 1 : scores.length / plan.rows().length;
    for (int i = 0; i < right.length; i++) {
      String truth = truth(predictions, plan.elements()[i / versions]);
      right[i] = decisions.classes().get(decisions.of(scores[i])).equals(truth);
    }
    return right;
  }

  private static String truth(Predictions predictions, int element) {
    return switch (predictions) {
      case Predictions.Binary binary ->
          binary.truth()[element] ? binary.positive() : binary.negative();
      case Predictions.Multiclass many -> many.classes().get(many.truth()[element]);
      case Predictions.MultiLabel ignored ->
          throw new IllegalStateException("several labels are no one decision");
      case Predictions.TokenTags ignored ->
          throw new IllegalStateException("tags of words are no one decision");
      case Predictions.Generated ignored ->
          throw new IllegalStateException("a text is no decision");
      case Predictions.Forecasted ignored ->
          throw new IllegalStateException("a text is no decision");
      case Predictions.Regression ignored ->
          throw new IllegalStateException("a regression decides nothing");
    };
  }
}

package dev.assay.usecase;

import dev.assay.check.Check;
import dev.assay.check.behaviour.Behaviour;
import dev.assay.check.behaviour.BehaviourChecks;
import dev.assay.check.behaviour.Decisions;
import dev.assay.check.behaviour.OwnTexts;
import dev.assay.check.behaviour.Plan;
import dev.assay.check.behaviour.Suites;
import dev.assay.dataset.Dataset;
import dev.assay.inference.ScoreReport;
import dev.assay.model.CausalGraph;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.work.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Asks the model about made and changed texts, where a check wants it and the model reads texts:
/// all texts of all suites in one go.
///
/// @param checks those that were asked for
/// @param request the run
/// @param cancellation may stop it
record BehaviourProbe(List<Check> checks, EvaluateRequest request, Cancellation cancellation) {

  /// @param scorer opens the model for further texts
  Behaviour of(
      Dataset dataset,
      Answered answered,
      BiFunction<ModelArtefact, ModelBinding, AskedTexts> scorer) {
    ModelArtefact artefact = answered.model();
    ModelBinding binding = answered.binding();
    ScoreReport scored = answered.scores();
    if (!BehaviourChecks.ask(checks)) {
      return new Behaviour.Unknown("It was not asked for.");
    }
    if (artefact == null || binding == null || scored == null) {
      return new Behaviour.Unknown(
          "Stored scores were evaluated: without a model no other texts can be asked.");
    }
    if (artefact.transformer() == null) {
      return new Behaviour.Unknown("The model reads no texts.");
    }
    if (CausalGraph.is(artefact)) {
      return new PromptProbe(request, cancellation)
          .of(dataset, answered, scorer.apply(artefact, binding));
    }
    Optional<String> column = AskedTexts.column(artefact, binding);
    if (column.isEmpty() || !scored.hasScores()) {
      return new Behaviour.Unknown(
          "Only models that read one text a row and give a score for each class are asked.");
    }
    Optional<Decisions> decisions =
        Decisions.of(
            answered.predictions(), scored.classes(), dataset.spec().label(), request.threshold());
    if (decisions.isEmpty()) {
      return new Behaviour.Unknown("The model predicts no class.");
    }
    OwnTexts own =
        OwnTexts.of(
            dataset.column(column.get()), answered.predictions().rowIndex(), request.seed());
    Plan plan =
        Plan.of(Suites.with(request.suites()), own, decisions.get(), request.seed(), cancellation);
    return new Behaviour.Probed(
        column.get(),
        decisions.get(),
        plan,
        scorer.apply(artefact, binding).ask(plan.texts()).scores());
  }
}

package dev.assay.usecase;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Checks;
import dev.assay.check.behaviour.Behaviour;
import dev.assay.check.robustness.Robustness;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the checks that a run asks for, also those that ask the model again.
///
/// @param checks what is checked
/// @param request what was asked for
record Checking(
    List<Check> checks, EvaluateRequest request, Progress progress, Cancellation cancellation) {

  /// What there is to check.
  ///
  /// @param reference the data the model learnt from, absent when not given
  /// @param later a later batch, absent when not given
  record Looked(
      Dataset dataset,
      @Nullable Dataset reference,
      @Nullable Dataset later,
      Answered answered,
      List<Attribute> attributes) {}

  List<CheckResult> of(Looked looked, Asking asking) {
    Behaviour behaviour =
        new BehaviourProbe(checks, request, cancellation)
            .of(looked.dataset(), looked.answered(), asking::texts);
    Robustness robustness =
        new RobustnessProbe(checks, request)
            .of(looked.dataset(), looked.answered(), asking::images);
    return Checks.run(
        checks,
        new CheckInput(
            looked.dataset(),
            looked.reference(),
            looked.later(),
            looked.answered().predictions(),
            looked.answered().binding(),
            looked.attributes(),
            request.threshold(),
            RunEvaluation.LEVEL,
            request.seed(),
            RunEvaluation.threads(),
            behaviour,
            robustness),
        progress,
        cancellation);
  }
}

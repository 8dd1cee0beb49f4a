package dev.assay.evaluation;

import dev.assay.dataset.Warning;
import dev.assay.slice.Attribute;
import dev.assay.slice.Intersections;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;

/// The slicings of an evaluation: single attributes first, then pairs, triples …
///
/// @param slicings in the order of their numbers in the evaluation
/// @param singles how many of them are of one attribute
/// @param attributes what was sliced by
/// @param warnings combinations that were left out
record SlicePlan(
    List<Slicing> slicings,
    int singles,
    List<Evaluation.AttributeInfo> attributes,
    List<Warning> warnings) {

  /// Slices whose intervals may be drawn by bootstrap; later ones get closed forms.
  static final int RESAMPLED_SLICES = 500;

  static SlicePlan of(EvaluationInput input) {
    List<Slicing> slicings = new ArrayList<>();
    List<Evaluation.AttributeInfo> infos = new ArrayList<>();
    for (Attribute attribute : input.attributes()) {
      slicings.add(Slicing.of(attribute));
      infos.add(
          new Evaluation.AttributeInfo(
              attribute.name(),
              attribute.values().isEmpty()
                  ? null
                  : attribute.values().get(attribute.referenceIndex()),
              attribute.reference() == Attribute.ReferenceOrigin.CHOSEN,
              attribute.values()));
    }
    Intersections crossed = Intersections.of(input.attributes(), input.depth());
    slicings.addAll(crossed.slicings());
    List<Warning> warnings = new ArrayList<>();
    for (Intersections.LeftOut left : crossed.leftOut()) {
      warnings.add(
          new Warning(
              "EVALUATION-INTERSECTION-LEFT-OUT",
              String.join(" × ", left.attributes()) + " was not evaluated: " + left.reason() + ".",
              "Slice by fewer attributes, or by attributes with fewer groups."));
    }
    return new SlicePlan(
        List.copyOf(slicings),
        input.attributes().size(),
        List.copyOf(infos),
        List.copyOf(warnings));
  }

  /// Whether the slices of this slicing are among the first [#RESAMPLED_SLICES].
  boolean isResampled(int slicing) {
    int slices = 0;
    for (int i = 0; i <= slicing; i++) {
      slices += slicings.get(i).size();
    }
    return slices <= RESAMPLED_SLICES;
  }
}

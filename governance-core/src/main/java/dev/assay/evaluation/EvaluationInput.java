package dev.assay.evaluation;

import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What metrics are computed from, and how.
///
/// @param predictions truth and answers
/// @param attributes what to slice by, aligned with the predictions
/// @param favourable outcome of a binary task that is good for the person; absent = the positive
///   class
/// @param threshold a score of at least this is a positive decision
/// @param depth attributes that are crossed at most, ≥ 1
/// @param level confidence level of every interval
/// @param draws bootstrap draws
/// @param seed seed of every random draw
/// @param threads most threads at once; results do not depend on it
public record EvaluationInput(
    Predictions predictions,
    List<Attribute> attributes,
    @Nullable String favourable,
    double threshold,
    int depth,
    double level,
    int draws,
    long seed,
    int threads) {}

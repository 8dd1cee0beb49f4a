package dev.assay.model;

import java.util.List;

/// Which operator an output comes from, for a reader who has to tell probabilities from logits.
///
/// @param output name of the graph's output
/// @param operator "domain:Operator" that makes it, steps that only pass values on left out; empty
///   when it is an input or initialiser
/// @param place which output of that operator it is, from 0
/// @param transform what a classifier does last: "SOFTMAX", "LOGISTIC", "NONE"; empty for others
/// @param classes class labels the operator states, in the order of its columns or map keys; empty
///   when it states none
public record OutputOrigin(
    String output, String operator, int place, String transform, List<String> classes) {}

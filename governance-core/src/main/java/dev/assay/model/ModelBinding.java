package dev.assay.model;

import dev.assay.dataset.Task;
import java.util.List;

/// How a model reads a dataset and how its answer is read.
///
/// @param task what it predicts
/// @param inputs every input of the graph, in model order
/// @param outputs the outputs that are used
/// @param batchSensitive whether a row's result depends on its batch (dynamic quantisation): rows
///   are then scored in one fixed batch size that is stored with the run
public record ModelBinding(
    Task task, List<InputBinding> inputs, List<OutputBinding> outputs, boolean batchSensitive) {}

package dev.assay.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The label: which column, which classes, what counts as positive.
///
/// @param column the label column
/// @param positive the positive class of a binary task, absent otherwise
/// @param classes all classes in the order of the model's class index; empty for regression
/// @param favourable the outcome that is good for the person; absent = the positive class
public record LabelSpec(
    String column, @Nullable String positive, List<String> classes, @Nullable String favourable) {}

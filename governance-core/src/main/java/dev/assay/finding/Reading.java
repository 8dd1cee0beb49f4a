package dev.assay.finding;

import dev.assay.metric.MetricValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number that a rule looks at.
///
/// @param key what tells it from the rule's other numbers
/// @param subject for a list: "recall, sex = Female"
/// @param said beginning of a sentence: "Recall for sex = Female"
/// @param value the number
/// @param rows rows behind it
/// @param fewest rows of the smallest group in it
/// @param rowsSaid for a sentence: "n = 5,421"
/// @param other what the number is compared with first, absent when with nothing
/// @param addendum who is better off, in words without a full stop; may be empty
/// @param unknown groups that would belong in the number but have none, with the reason; may be
///   empty
/// @param evidence pointers into the evaluation
record Reading(
    String key,
    String subject,
    String said,
    MetricValue value,
    long rows,
    long fewest,
    String rowsSaid,
    @Nullable MetricValue other,
    String addendum,
    String unknown,
    List<String> evidence) {}

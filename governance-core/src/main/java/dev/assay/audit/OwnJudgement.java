package dev.assay.audit;

import java.time.Instant;

/// What a person thinks, given before the machine's recommendation is shown: a guard against
/// following the machine because it spoke first.
///
/// @param fitness fit, not fit, cannot say
/// @param confidence how sure, in words
/// @param rationale why
/// @param by who
/// @param at when
public record OwnJudgement(
    Fitness fitness, Confidence confidence, String rationale, String by, Instant at) {}

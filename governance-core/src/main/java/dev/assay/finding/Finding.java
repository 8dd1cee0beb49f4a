package dev.assay.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule says about a fact.
///
/// @param id stable within the audit: rule id and subject
/// @param rule id of the rule
/// @param title for people
/// @param verdict three-valued
/// @param severity of the rule
/// @param subject metric or check and whom it speaks of: "selection rate, sex = Female"
/// @param sentence what was seen against what was asked, with numbers and n
/// @param observed the number, null when undefined
/// @param lower lower end of its interval
/// @param upper upper end of its interval
/// @param limit the limit in words: "at least 0.8"
/// @param n rows behind the number
/// @param evidence pointers into the evaluation: "metrics[12]", "checks[leakage.target_leak]"
/// @param owner who has to act, may be empty
/// @param citation where the rule comes from, may be empty
public record Finding(
    String id,
    String rule,
    String title,
    Verdict verdict,
    Severity severity,
    String subject,
    String sentence,
    @Nullable Double observed,
    @Nullable Double lower,
    @Nullable Double upper,
    String limit,
    long n,
    List<String> evidence,
    String owner,
    String citation) {}

package dev.assay.finding;

import dev.assay.common.Digest;
import java.util.List;

/// What a model is judged by.
///
/// @param id short name: "four-fifths"
/// @param version of the policy
/// @param title for people
/// @param description what it is for
/// @param rules its rules
/// @param digest of the text
/// @param text the YAML it was read from
public record Policy(
    String id,
    String version,
    String title,
    String description,
    List<Rule> rules,
    Digest digest,
    String text) {}

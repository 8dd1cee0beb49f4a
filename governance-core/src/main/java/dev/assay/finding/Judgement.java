package dev.assay.finding;

import java.util.List;

/// What a policy says about an evaluation.
///
/// @param verdict of the policy as a whole
/// @param findings every rule's findings, passed ones too
public record Judgement(Verdict verdict, List<Finding> findings) {}

package dev.assay.audit;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Policy;

/// An audit with everything it rests on; reports and model cards are pure functions of it.
///
/// @param audit what was decided
/// @param run the facts, and how data and model were read
/// @param policy what was judged by
public record Dossier(Audit audit, EvaluatedRun run, Policy policy) {}

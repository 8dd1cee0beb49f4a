package dev.assay.report.content;

import dev.assay.audit.Dossier;
import dev.assay.compare.RunComparison;

/// What an audit is compared with.
///
/// @param champion the audit of the model in use: A
/// @param comparison of its run (A) with the audited one (B)
public record Versus(Dossier champion, RunComparison comparison) {}

package dev.assay.audit;

import dev.assay.common.Digest;
import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import java.time.Instant;
import java.util.List;

/// A recorded audit: one run judged against one policy.
///
/// @param id unique, sortable by time
/// @param title for people
/// @param purpose what the model is for and what the audit was to find out; may be empty
/// @param created when it was recorded, UTC
/// @param author who recorded it
/// @param runId the stored run
/// @param evaluation digest of the run's evaluation.json
/// @param policyId policy and version: "default@1"
/// @param policy digest of the policy file
/// @param verdict of the policy as a whole
/// @param findings every rule's findings, passed ones too
/// @param notes the reviewer's notes, may be empty
public record Audit(
    String id,
    String title,
    String purpose,
    Instant created,
    String author,
    String runId,
    Digest evaluation,
    String policyId,
    Digest policy,
    Verdict verdict,
    List<Finding> findings,
    String notes) {}

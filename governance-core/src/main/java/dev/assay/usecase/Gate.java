package dev.assay.usecase;

import dev.assay.audit.Dossier;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import dev.assay.store.GovernanceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Judges a run in a build. Records only where a workspace was named.
public final class Gate {

  private final @Nullable Supplier<GovernanceStore> workspace;
  private final Judging judging;

  /// @param workspace opens the workspace; absent when nothing is to be recorded
  /// @param clock tells when the audit was made
  public Gate(@Nullable Supplier<GovernanceStore> workspace, Clock clock) {
    this.workspace = workspace;
    this.judging = new Judging(clock);
  }

  /// A built-in policy by id, or a file.
  public Policy policy(String nameOrFile) {
    return Policies.load(nameOrFile);
  }

  /// The evaluation to compare with: an `evaluation.json`, or the run of a recorded audit.
  ///
  /// @param fileOrAudit path, or id of an audit in the workspace; absent gives none
  public @Nullable Evaluation baseline(@Nullable String fileOrAudit) {
    if (fileOrAudit == null) {
      return null;
    }
    Path file = file(fileOrAudit);
    if (file != null && Files.exists(file)) {
      try {
        return EvaluationJson.read(file);
      } catch (IOException e) {
        throw new InputRejected(
            "BASELINE-UNREADABLE",
            "The baseline '"
                + Visible.of(fileOrAudit)
                + "' cannot be read ("
                + e.getMessage()
                + ").",
            "Check the file and its permissions.",
            e);
      }
    }
    Supplier<GovernanceStore> recorded = workspace;
    if (recorded == null) {
      throw new UsageError(
          "USAGE-BASELINE",
          "There is no file '" + Visible.of(fileOrAudit) + "' to take as baseline.",
          "Give an evaluation.json, or name the workspace with --workspace when you mean a recorded audit.");
    }
    try (GovernanceStore store = recorded.get()) {
      return store.audits().load(fileOrAudit).run().evaluation();
    }
  }

  /// Judges against the policy and, where there is one, the earlier evaluation.
  public GateResult judge(
      EvaluatedRun run,
      Policy policy,
      @Nullable Evaluation earlier,
      String title,
      String purpose,
      String notes) {
    List<Finding> comparison =
        earlier == null ? List.of() : BaselineComparison.compare(run.evaluation(), earlier);
    Dossier dossier = judging.judge(run, policy, comparison, title, purpose, notes);
    Supplier<GovernanceStore> recorded = workspace;
    if (recorded != null) {
      try (GovernanceStore store = recorded.get()) {
        store.audits().record(dossier);
      }
    }
    return new GateResult(new RecordedAudit(dossier));
  }

  private static @Nullable Path file(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }
}

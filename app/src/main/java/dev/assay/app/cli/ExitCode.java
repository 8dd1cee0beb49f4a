package dev.assay.app.cli;

import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.finding.Verdict;

/// What the process says when it ends. Scripts rely on these numbers.
public enum ExitCode {
  /// Done, or the policy passed.
  DONE(0),
  /// The policy failed.
  POLICY_FAILED(1),
  /// Wrong usage.
  USAGE(2),
  /// An input was rejected.
  REJECTED(3),
  /// The evaluation did not finish.
  UNFINISHED(4),
  /// Evidence is missing where the policy asks for it.
  INSUFFICIENT_EVIDENCE(5),
  /// A defect of Assay.
  DEFECT(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /// The number given to the operating system.
  public int number() {
    return number;
  }

  /// The code for a policy's verdict.
  public static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> DONE;
      case FAIL -> POLICY_FAILED;
      case INSUFFICIENT_EVIDENCE -> INSUFFICIENT_EVIDENCE;
    };
  }

  /// The code for an error.
  public static ExitCode of(AssayException error) {
    return switch (error) {
      case UsageError ignored -> USAGE;
      case InputRejected ignored -> REJECTED;
      case WorkFailed ignored -> UNFINISHED;
      case Cancelled ignored -> UNFINISHED;
    };
  }
}

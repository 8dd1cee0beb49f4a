package dev.assay.finding;

import dev.assay.evaluation.Evaluation;
import java.util.List;

/// Holds facts against rules.
public final class Judge {

  private Judge() {}

  /// Judges.
  public static Judgement judge(Policy policy, Evaluation evaluation) {
    throw new IllegalStateException("to be built");
  }

  /// The verdict that findings come to: fail if one of more than informative severity fails, else
  /// insufficient if one is, else pass.
  public static Verdict verdict(List<Finding> findings) {
    throw new IllegalStateException("to be built");
  }
}

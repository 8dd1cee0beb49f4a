package dev.assay.check;

import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;

/// Looks for one kind of fault.
public interface Check {

  /// Id, family first: `leakage.target_leak`.
  String id();

  /// For people: "A feature gives the answer away".
  String title();

  /// Looks. A check that does not apply says so in its result.
  CheckResult run(CheckInput input, Cancellation cancellation);

  /// Whether it runs only when it is asked for by name: it costs more than everything else.
  default boolean onRequest() {
    return false;
  }
}

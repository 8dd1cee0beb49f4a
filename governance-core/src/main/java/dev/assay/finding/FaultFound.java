package dev.assay.finding;

import dev.assay.common.InputRejected;

/// Ends the reading of a part of a policy that is at fault.
final class FaultFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PolicyFault fault;
  private final InputRejected refusal;

  FaultFound(PolicyFault fault, InputRejected refusal) {
    super(refusal.sentence(), refusal);
    this.fault = fault;
    this.refusal = refusal;
  }

  PolicyFault fault() {
    return fault;
  }

  /// The same as people are told when the policy as a whole is refused.
  InputRejected refusal() {
    return refusal;
  }
}

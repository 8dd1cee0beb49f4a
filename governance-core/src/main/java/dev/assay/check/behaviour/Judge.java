package dev.assay.check.behaviour;

import dev.assay.check.Outcome;
import dev.assay.check.behaviour.Plan.Case;
import dev.assay.check.behaviour.Plan.Planned;
import java.util.List;

/// Says which cases of a test failed.
interface Judge {

  /// Why there is nothing to judge of a kind of test; empty where there may be.
  ///
  /// @return a sentence
  String objection(Suite.Kind kind);

  /// Cases that failed, the plainest first.
  List<Case> failures(Planned planned);

  /// Numbers of all tests that have cases beside their failures.
  void numbers(List<Planned> asked, Outcome outcome);

  /// A sentence about what was looked at, behind the summary; empty for none.
  String remark(List<Planned> asked);

  /// A failure to read.
  void example(Planned planned, Case one, Outcome outcome);
}

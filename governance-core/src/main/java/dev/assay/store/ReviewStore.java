package dev.assay.store;

import dev.assay.audit.ReviewEvent;
import java.util.List;
import java.util.function.UnaryOperator;

/// What happened in reviews of audits. Events are only ever added.
public interface ReviewStore {

  /// Every event of a review in order; empty when nobody has begun.
  ///
  /// @param auditId an audit's id, or an unambiguous beginning of it, or "latest"
  /// @throws dev.assay.common.UsageError when there is no such audit, or several
  List<ReviewEvent> events(String auditId);

  /// Adds events, all or none, durable when this returns. Nobody else writes between the look at
  /// what happened and the writing.
  ///
  /// @param next given what happened so far, says what to add; what it throws stops the writing
  /// @return every event, those added included
  List<ReviewEvent> append(String auditId, UnaryOperator<List<ReviewEvent>> next);
}

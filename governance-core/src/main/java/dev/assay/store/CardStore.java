package dev.assay.store;

import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import java.time.Instant;
import java.util.List;

/// What people wrote on the cards of audits, version by version.
public interface CardStore {

  /// Code of the refusal to write over what somebody else saved.
  String MEANWHILE = "STORE-CARD-MEANWHILE";

  /// Adds a version; durable when this returns.
  ///
  /// @param audit id of a recorded audit
  /// @param basedOn number of the version it was made from, 0 for none
  /// @param author who saves it
  /// @param saved when, UTC
  /// @throws dev.assay.common.WorkFailed when somebody saved a version meanwhile: nothing is
  ///   overwritten
  /// @throws dev.assay.common.UsageError when there is no such audit
  CardVersion save(String audit, int basedOn, Narrative narrative, String author, Instant saved);

  /// The versions of an audit's card, the latest first.
  ///
  /// @param audit its id
  List<CardVersion> versions(String audit);
}

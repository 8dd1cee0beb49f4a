package dev.assay.usecase;

import dev.assay.common.WorkFailed;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import dev.assay.store.CardStore;
import dev.assay.store.GovernanceStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Saves what people write on model cards.
public final class Cards {

  private final Supplier<GovernanceStore> workspace;
  private final Clock clock;

  /// @param workspace opens the workspace
  /// @param clock tells when versions were saved
  public Cards(Supplier<GovernanceStore> workspace, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  /// Who writes here: the name that the system knows the user by.
  public String author() {
    return String.valueOf(System.getProperty("user.name"));
  }

  /// The versions of an audit's card, the latest first.
  ///
  /// @param audit its id
  public List<CardVersion> versions(String audit) {
    try (GovernanceStore store = workspace.get()) {
      return store.cards().versions(audit);
    }
  }

  /// Saves a version, unless somebody else saved one meanwhile; then nothing is saved and nothing
  /// is given.
  ///
  /// @param basedOn number of the version it was made from, 0 for none
  public Optional<CardVersion> saveUnlessChanged(String audit, int basedOn, Narrative narrative) {
    try {
      return Optional.of(save(audit, basedOn, narrative));
    } catch (WorkFailed e) {
      if (e.code().equals(CardStore.MEANWHILE)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Saves a version of an audit's card; durable when this returns.
  ///
  /// @param basedOn number of the version it was made from, 0 for none
  /// @throws dev.assay.common.WorkFailed when somebody saved a version meanwhile
  public CardVersion save(String audit, int basedOn, Narrative narrative) {
    try (GovernanceStore store = workspace.get()) {
      return store.cards().save(audit, basedOn, narrative, author(), clock.instant());
    }
  }
}

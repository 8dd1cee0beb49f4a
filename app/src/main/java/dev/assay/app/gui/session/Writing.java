package dev.assay.app.gui.session;

import dev.assay.app.gui.draft.Drafts;
import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.wiring.Wiring;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import dev.assay.modelcard.Narrative;
import dev.assay.usecase.Cards;
import dev.assay.usecase.OwnPolicies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What people write in the window: model cards and policies, saved and not saved yet.
public final class Writing {

  private final Wiring wiring;
  private final TaskCenter tasks;
  private final ObservableValue<Path> workspace;
  private final OwnPolicies ownPolicies;
  private final Drafts drafts = new Drafts();
  private final ObservableList<Policy> policies = FXCollections.observableArrayList();

  Writing(
      Wiring wiring, TaskCenter tasks, ObservableValue<Path> workspace, SettingsFile settingsFile) {
    this.wiring = wiring;
    this.tasks = tasks;
    this.workspace = workspace;
    this.ownPolicies = new OwnPolicies(settingsFile.folder().resolve("policies"));
    policies.setAll(Policies.builtIn());
  }

  /// What is not saved yet.
  public Drafts drafts() {
    return drafts;
  }

  /// Who writes.
  public String author() {
    return wiring.cards(workspace.getValue()).author();
  }

  /// Saves a version of a card, unless somebody else saved one meanwhile.
  ///
  /// @param basedOn number of the version it was made from, 0 for none
  public void saveCard(String audit, int basedOn, Narrative narrative, Consumer<SavedCard> done) {
    Path into = workspace.getValue();
    tasks.start(
        "Saving the model card",
        item -> {
          Cards cards = wiring.cards(into);
          boolean saved = cards.saveUnlessChanged(audit, basedOn, narrative).isPresent();
          return new SavedCard(saved, cards.versions(audit));
        },
        done);
  }

  /// Policies that can be judged by: those that come with Assay, then the user's own.
  public ObservableList<Policy> policies() {
    return policies;
  }

  /// The folder of the user's own policies.
  public OwnPolicies ownPolicies() {
    return ownPolicies;
  }

  /// Reads the user's own policies again.
  ///
  /// @param done receives every file of the folder, unreadable ones too
  public void refreshPolicies(Consumer<List<OwnPolicies.Entry>> done) {
    tasks.start(
        "Reading your policies",
        item -> {
          List<OwnPolicies.Entry> entries = ownPolicies.list();
          List<Policy> all = new ArrayList<>(Policies.builtIn());
          entries.stream()
              .map(OwnPolicies.Entry::policy)
              .filter(Objects::nonNull)
              .forEach(all::add);
          return Map.entry(all, entries);
        },
        read -> {
          policies.setAll(read.getKey());
          done.accept(read.getValue());
        });
  }
}

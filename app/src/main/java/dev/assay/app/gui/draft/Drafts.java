package dev.assay.app.gui.draft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything that is being written in this window. Leaving a screen loses nothing: whoever comes
/// back finds the text as it was left.
public final class Drafts {

  private final Map<String, CardDraft> cards = new LinkedHashMap<>();
  private final Map<Path, DatasheetDraft> datasheets = new LinkedHashMap<>();
  private final Map<String, PolicyDraft> policies = new LinkedHashMap<>();

  /// The draft of an audit's card.
  ///
  /// @param audit its id
  /// @param fresh makes one where nobody has begun
  public CardDraft card(String audit, Supplier<CardDraft> fresh) {
    return cards.computeIfAbsent(audit, id -> fresh.get());
  }

  /// The draft of a dataset's datasheet.
  ///
  /// @param words the file that they are kept in
  /// @param fresh makes one where nobody has begun
  public DatasheetDraft datasheet(Path words, Supplier<DatasheetDraft> fresh) {
    return datasheets.computeIfAbsent(words.toAbsolutePath(), file -> fresh.get());
  }

  /// The draft of a datasheet that somebody changed and has not saved.
  public Optional<DatasheetDraft> changedDatasheet(Path words) {
    return Optional.ofNullable(datasheets.get(words.toAbsolutePath()))
        .filter(d -> !d.changed().isEmpty());
  }

  /// Forgets the draft of a datasheet.
  public void dropDatasheet(Path words) {
    datasheets.remove(words.toAbsolutePath());
  }

  /// Policies that are being edited, in the order of their beginning.
  public List<PolicyDraft> policies() {
    return List.copyOf(policies.values());
  }

  /// The draft of this key.
  public PolicyDraft policy(String key, Supplier<PolicyDraft> fresh) {
    return policies.computeIfAbsent(key, k -> fresh.get());
  }

  /// Forgets a draft.
  public void drop(PolicyDraft draft) {
    policies.values().remove(draft);
  }

  /// What would be lost if the window closed now, one line each; empty when nothing would.
  public List<String> unsaved() {
    List<String> lines = new ArrayList<>();
    cards.forEach(
        (audit, draft) -> {
          int sections = draft.changed().size();
          if (sections > 0) {
            lines.add(
                "Model card of audit "
                    + audit
                    + ": "
                    + sections
                    + (sections == 1 ? " section" : " sections")
                    + " changed");
          }
        });
    datasheets.forEach(
        (file, draft) -> {
          if (!draft.changed().isEmpty()) {
            lines.add("Datasheet " + file.getFileName() + " is changed");
          }
        });
    policies
        .values()
        .forEach(
            draft -> {
              if (draft.isChanged()) {
                lines.add("Policy " + draft.title() + " is changed");
              }
            });
    return List.copyOf(lines);
  }
}

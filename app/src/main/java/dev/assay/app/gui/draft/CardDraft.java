package dev.assay.app.gui.draft;

import dev.assay.common.Visible;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Completeness;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Passage;
import dev.assay.modelcard.exchange.SuppliedCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The card of an audit while somebody writes on it.
public final class CardDraft {

  private final String purpose;
  private final String author;
  private final Map<NarrativeSection, TextHistory> texts = new EnumMap<>(NarrativeSection.class);
  private List<CardVersion> versions;

  /// @param versions what was saved, the latest first
  /// @param purpose the purpose that was given with the audit
  /// @param author who writes
  public CardDraft(List<CardVersion> versions, String purpose, String author) {
    this.versions = List.copyOf(versions);
    this.purpose = purpose;
    this.author = author;
    for (NarrativeSection section : NarrativeSection.values()) {
      texts.put(section, new TextHistory(saved().text(section)));
    }
  }

  /// What was saved, the latest first.
  public List<CardVersion> versions() {
    return versions;
  }

  /// Number of the version that this is made from, 0 for none.
  public int basedOn() {
    return versions.isEmpty() ? 0 : versions.getFirst().number();
  }

  /// The text of a section with its undo and redo.
  public TextHistory history(NarrativeSection section) {
    TextHistory history = texts.get(section);
    if (history == null) {
      throw new IllegalStateException("every section has a text");
    }
    return history;
  }

  /// Whether the section differs from what was saved.
  public boolean isChanged(NarrativeSection section) {
    return !sameText(history(section).text(), saved().text(section));
  }

  /// The sections that differ from what was saved.
  public List<NarrativeSection> changed() {
    return Arrays.stream(NarrativeSection.values()).filter(this::isChanged).toList();
  }

  /// What stands in the card now; what is longer than a section may be is left as it was saved.
  public Narrative narrative(Instant now) {
    Narrative narrative = saved();
    for (NarrativeSection section : changed()) {
      if (!isTooLong(section)) {
        narrative = narrative.with(section, history(section).text(), author, now);
      }
    }
    return narrative;
  }

  /// Whether the section is longer than it may be.
  public boolean isTooLong(NarrativeSection section) {
    return history(section).text().length() > Passage.LONGEST;
  }

  /// Why it cannot be saved now; empty when it can.
  public String hindrance() {
    List<NarrativeSection> changed = changed();
    if (changed.isEmpty()) {
      return "Nothing was changed since "
          + (basedOn() == 0 ? "the card was opened." : "version " + basedOn() + ".");
    }
    return changed.stream()
        .filter(this::isTooLong)
        .findFirst()
        .map(s -> "'" + s.heading() + "' is longer than a section may be.")
        .orElse("");
  }

  /// How much is written.
  public Completeness completeness(Instant now) {
    return Completeness.of(narrative(now), purpose);
  }

  /// Whether the section is written, or follows from the audit.
  public boolean isWritten(NarrativeSection section) {
    return !history(section).text().isBlank()
        || (section == NarrativeSection.INTENDED_USE && !purpose.isBlank());
  }

  /// The purpose that stands where nobody wrote an intended use.
  public String purpose() {
    return purpose;
  }

  /// Who wrote the section as it was saved; empty where nothing is.
  public Optional<Passage> written(NarrativeSection section) {
    return Optional.ofNullable(saved().passages().get(section.id()));
  }

  /// A version was saved, or somebody else saved one: sections that were not changed here become
  /// what was saved, the others stay as they are here.
  ///
  /// @param stored what is saved now, the latest first
  /// @return sections that were changed here and there
  public List<NarrativeSection> rebase(List<CardVersion> stored) {
    if (stored.isEmpty() || stored.getFirst().number() <= basedOn()) {
      return List.of();
    }
    Narrative before = saved();
    List<NarrativeSection> mine = changed();
    versions = List.copyOf(stored);
    List<NarrativeSection> both = new ArrayList<>();
    for (NarrativeSection section : NarrativeSection.values()) {
      String theirs = saved().text(section);
      if (sameText(theirs, before.text(section))) {
        continue;
      }
      if (!mine.contains(section)) {
        history(section).edit(theirs);
      } else if (isChanged(section)) {
        both.add(section);
      }
    }
    return List.copyOf(both);
  }

  /// Words of a supplier's card fill the sections on which nobody wrote; one undo a section takes
  /// them back. The declared numbers are always the supplier's latest.
  ///
  /// @return what happened, in a sentence
  public String takeOver(SuppliedCard card) {
    List<String> taken = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    card.passages()
        .forEach(
            (section, text) -> {
              TextHistory history = history(section);
              boolean numbers = section == NarrativeSection.SUPPLIED_NUMBERS;
              if (history.text().isBlank() || numbers) {
                history.edit(text);
                taken.add(section.heading());
              } else if (!history.text().equals(text)) {
                kept.add(section.heading());
              }
            });
    String name = Visible.of(card.fileName(), 60);
    return (taken.isEmpty()
            ? "Nothing was taken over from " + name + "."
            : "Taken over from " + name + ", not saved yet: " + String.join(", ", taken) + ".")
        + (kept.isEmpty() ? "" : " Kept as written here: " + String.join(", ", kept) + ".")
        + (card.leftOut().isEmpty() ? "" : " Left out: " + String.join(", ", card.leftOut()) + ".");
  }

  /// Everything becomes as it was saved; one undo brings a section back.
  public void discard() {
    changed().forEach(section -> history(section).edit(saved().text(section)));
  }

  private Narrative saved() {
    return versions.isEmpty() ? Narrative.EMPTY : versions.getFirst().narrative();
  }

  private static boolean sameText(String a, String b) {
    return a.equals(b) || (a.isBlank() && b.isBlank());
  }
}

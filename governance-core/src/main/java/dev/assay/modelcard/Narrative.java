package dev.assay.modelcard;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What people wrote on a card.
///
/// @param passages by the section's id; a section that is blank has none. Ids that this version of
///   Assay does not know are kept.
public record Narrative(SortedMap<String, Passage> passages) {

  /// Nothing is written.
  public static final Narrative EMPTY = new Narrative(new TreeMap<>());

  /// Keeps a copy.
  public Narrative {
    passages = Collections.unmodifiableSortedMap(new TreeMap<>(passages));
  }

  /// The text of a section, "" where nothing is written.
  public String text(NarrativeSection section) {
    Passage passage = passages.get(section.id());
    return passage == null ? "" : passage.text();
  }

  /// Whether anything is written there.
  public boolean has(NarrativeSection section) {
    return !text(section).isBlank();
  }

  /// The same with this text in that section; a blank text leaves it empty, an equal text keeps who
  /// wrote it.
  ///
  /// @throws InputRejected when the text is longer than [Passage#LONGEST]
  public Narrative with(NarrativeSection section, String text, String author, Instant now) {
    if (text.equals(text(section))) {
      return this;
    }
    if (text.length() > Passage.LONGEST) {
      throw new InputRejected(
          "CARD-TOO-LONG",
          "The section '"
              + section.heading()
              + "' of the card has "
              + Rounded.count(text.length())
              + " characters, more than the "
              + Rounded.count(Passage.LONGEST)
              + " that a section may have.",
          "Shorten it, and link to the rest.");
    }
    SortedMap<String, Passage> changed = new TreeMap<>(passages);
    if (text.isBlank()) {
      changed.remove(section.id());
    } else {
      changed.put(section.id(), new Passage(text, author, now));
    }
    return new Narrative(changed);
  }
}

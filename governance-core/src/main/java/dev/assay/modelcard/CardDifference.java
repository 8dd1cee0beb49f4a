package dev.assay.modelcard;

import dev.assay.common.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What changed between two states of a narrative, section by section and word by word.
///
/// @param sections those that differ, in the order of the card
public record CardDifference(List<Section> sections) {

  /// A section that differs.
  ///
  /// @param heading of the section; its id where this version of Assay does not know it
  /// @param kind what happened to it
  /// @param pieces word by word
  public record Section(String heading, Kind kind, List<TextDifference.Piece> pieces) {}

  /// What happened to a section.
  public enum Kind {
    /// It is new.
    WRITTEN,
    /// It is gone.
    REMOVED,
    /// Its text changed.
    CHANGED
  }

  /// @param before the earlier state
  /// @param after the later state
  public static CardDifference between(Narrative before, Narrative after) {
    List<Section> sections = new ArrayList<>();
    SortedSet<String> unknown = new TreeSet<>(before.passages().keySet());
    unknown.addAll(after.passages().keySet());
    for (NarrativeSection section : NarrativeSection.values()) {
      unknown.remove(section.id());
      add(sections, section.heading(), text(before, section.id()), text(after, section.id()));
    }
    unknown.forEach(id -> add(sections, id, text(before, id), text(after, id)));
    return new CardDifference(List.copyOf(sections));
  }

  /// "2 sections written, 1 changed", "nothing changed".
  public String words() {
    List<String> parts = new ArrayList<>();
    count(parts, Kind.WRITTEN, "written");
    count(parts, Kind.CHANGED, "changed");
    count(parts, Kind.REMOVED, "removed");
    return parts.isEmpty() ? "nothing changed" : String.join(", ", parts);
  }

  private void count(List<String> parts, Kind kind, String word) {
    long count = sections.stream().filter(s -> s.kind() == kind).count();
    if (count > 0) {
      String noun = parts.isEmpty() ? (count == 1 ? " section " : " sections ") : " ";
      parts.add(count + noun + word);
    }
  }

  private static String text(Narrative narrative, String id) {
    Passage passage = narrative.passages().get(id);
    return passage == null ? "" : passage.text();
  }

  private static void add(List<Section> sections, String heading, String before, String after) {
    if (!before.equals(after)) {
      Kind kind = before.isEmpty() ? Kind.WRITTEN : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
      sections.add(new Section(heading, kind, TextDifference.words(before, after)));
    }
  }
}

package dev.assay.finding;

import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// Whom a rule speaks of.
public sealed interface Scope {

  /// Everyone together.
  record Everyone() implements Scope {}

  /// Each group of every single attribute.
  record Groups() implements Scope {}

  /// Each intersection of two and more attributes.
  record Intersections() implements Scope {}

  /// Each group of one attribute, or each intersection of exactly these.
  ///
  /// @param attributes sorted names
  record GroupsOf(SortedSet<String> attributes) implements Scope {}

  /// One slice.
  ///
  /// @param slice its name
  record Named(SliceKey slice) implements Scope {}

  /// Whether one of the scopes speaks of this slice.
  static boolean speaksOf(List<Scope> scopes, SliceKey slice) {
    return scopes.stream().anyMatch(scope -> scope.includes(slice));
  }

  /// Whether one of the scopes speaks of the groups of these attributes.
  static boolean speaksOfGroups(List<Scope> scopes, List<String> attributes) {
    return scopes.stream().anyMatch(scope -> scope.includesGroupsOf(Set.copyOf(attributes)));
  }

  private boolean includes(SliceKey slice) {
    return switch (this) {
      case Everyone ignored -> slice.isWhole();
      case Named named -> named.slice.equals(slice);
      case Groups ignored -> slice.conditions().size() == 1;
      case Intersections ignored -> slice.conditions().size() > 1;
      case GroupsOf of -> of.attributes.equals(slice.conditions().keySet());
    };
  }

  private boolean includesGroupsOf(Set<String> names) {
    return switch (this) {
      case Everyone ignored -> false;
      case Named ignored -> false;
      case Groups ignored -> names.size() == 1;
      case Intersections ignored -> names.size() > 1;
      case GroupsOf of -> of.attributes.equals(names);
    };
  }
}

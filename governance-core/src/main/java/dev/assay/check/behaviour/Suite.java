package dev.assay.check.behaviour;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tests of behaviour as data, from a YAML file.
///
/// @param id short name
/// @param title for people
/// @param identity terms that name an identity, by kind; empty when it names none
/// @param ambiguous those among them that often mean something else
/// @param identityTemplates texts with [#IDENTITY] in one place
/// @param tests in their order
public record Suite(
    String id,
    String title,
    SortedMap<String, List<String>> identity,
    List<String> ambiguous,
    List<String> identityTemplates,
    List<Trial> tests) {

  /// Where a template names an identity.
  public static final String IDENTITY = "{identity}";

  /// The last of these that names identity terms: its terms are in force.
  public static Optional<Suite> ofIdentity(List<Suite> suites) {
    return suites.reversed().stream().filter(suite -> !suite.identity().isEmpty()).findFirst();
  }

  /// Identity terms that say what they mean, by kind: those that texts are chosen by.
  public SortedMap<String, List<String>> plainIdentity() {
    SortedMap<String, List<String>> plain = new TreeMap<>();
    identity.forEach(
        (kind, terms) -> {
          List<String> left = terms.stream().filter(t -> !ambiguous.contains(t)).toList();
          if (!left.isEmpty()) {
            plain.put(kind, left);
          }
        });
    return plain;
  }

  /// What a test asks.
  public enum Kind {
    /// A text with an answer that anybody knows.
    FUNCTIONALITY,
    /// A change that must not matter.
    INVARIANCE,
    /// A change that must move the score one way.
    DIRECTION
  }

  /// One test.
  ///
  /// @param suite id of its suite
  /// @param id its own, unique within the suite
  /// @param kind what it asks
  /// @param title for people: "Plain insults are toxic"
  /// @param classes names that its class may have in a model; empty for invariance
  /// @param templates texts with placeholders, filled; empty = the dataset's own texts
  /// @param change what is done to the texts; absent for functionality
  /// @param up whether the score must move up, else down; of no meaning but for direction
  /// @param least how far the score must move that way at least; negative = how far it may move the
  ///   other way; of no meaning but for direction
  /// @param tolerance moves of the score up to this much do not count; for invariance
  /// @param most share of failures up to which the test is kept
  public record Trial(
      String suite,
      String id,
      Kind kind,
      String title,
      List<String> classes,
      Templates templates,
      @Nullable Change change,
      boolean up,
      double least,
      double tolerance,
      double most) {

    /// Id among all tests: "english.typos".
    public String name() {
      return suite + "." + id;
    }

    /// Whether the dataset's own texts are changed.
    public boolean own() {
      return templates.isEmpty();
    }
  }
}

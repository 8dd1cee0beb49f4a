package dev.assay.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What differs between two policies, rule by rule.
///
/// @param head changes of the policy as a whole: "version: 1 → 2"
/// @param rules rules that differ: in the order of the later policy, those that are gone last
public record PolicyDifference(List<String> head, List<RuleChange> rules) {

  /// A rule that differs.
  ///
  /// @param id of the rule
  /// @param title of the rule
  /// @param kind what happened to it
  /// @param words what changed: "limit: at least 0.8 → at least 0.9"; what a rule asks that is new
  ///   or gone
  public record RuleChange(String id, String title, Kind kind, List<String> words) {}

  /// What happened to a rule.
  public enum Kind {
    /// Only the later policy has it.
    ADDED,
    /// Only the earlier policy has it.
    REMOVED,
    /// It asks something else.
    CHANGED
  }

  /// @param before the earlier policy
  /// @param after the later policy
  public static PolicyDifference between(Policy before, Policy after) {
    List<String> head = new ArrayList<>();
    change(head, "id", before.id(), after.id());
    change(head, "version", before.version(), after.version());
    change(head, "title", before.title(), after.title());
    if (!before.description().equals(after.description())) {
      head.add("the description is worded otherwise");
    }
    Map<String, Rule> earlier = new LinkedHashMap<>();
    before.rules().forEach(rule -> earlier.put(rule.id(), rule));
    List<RuleChange> rules = new ArrayList<>();
    for (Rule rule : after.rules()) {
      Rule old = earlier.remove(rule.id());
      if (old == null) {
        rules.add(new RuleChange(rule.id(), rule.title(), Kind.ADDED, List.of(asked(rule))));
      } else if (!changes(old, rule).isEmpty()) {
        rules.add(new RuleChange(rule.id(), rule.title(), Kind.CHANGED, changes(old, rule)));
      }
    }
    earlier
        .values()
        .forEach(
            rule ->
                rules.add(
                    new RuleChange(rule.id(), rule.title(), Kind.REMOVED, List.of(asked(rule)))));
    return new PolicyDifference(List.copyOf(head), List.copyOf(rules));
  }

  /// "2 rules added, 1 changed", "every rule asks the same".
  public String words() {
    List<String> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long count = rules.stream().filter(r -> r.kind() == kind).count();
      if (count > 0) {
        String noun = parts.isEmpty() ? (count == 1 ? " rule " : " rules ") : " ";
        parts.add(count + noun + kind.name().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return parts.isEmpty() ? "every rule asks the same" : String.join(", ", parts);
  }

  private static String asked(Rule rule) {
    return RuleSentences.measured(rule)
        + ": "
        + RuleSentences.limit(rule)
        + " ("
        + RuleSentences.severity(rule)
        + ")";
  }

  private static List<String> changes(Rule before, Rule after) {
    List<String> words = new ArrayList<>();
    change(words, "title", before.title(), after.title());
    change(words, "measured", RuleSentences.measured(before), RuleSentences.measured(after));
    change(words, "limit", RuleSentences.limit(before), RuleSentences.limit(after));
    change(words, "decided", RuleSentences.decision(before), RuleSentences.decision(after));
    change(words, "severity", RuleSentences.severity(before), RuleSentences.severity(after));
    change(words, "tasks", tasks(before), tasks(after));
    change(words, "evidence", evidence(before), evidence(after));
    change(words, "owner", before.owner(), after.owner());
    change(words, "source", before.citation(), after.citation());
    if (!before.why().equals(after.why())) {
      words.add("the reason is worded otherwise");
    }
    return List.copyOf(words);
  }

  private static String tasks(Rule rule) {
    return rule.tasks().isEmpty()
        ? "every task"
        : String.join(
            ", ",
            rule.tasks().stream()
                .map(t -> t.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .toList());
  }

  private static String evidence(Rule rule) {
    return rule.required() ? "required" : "not required";
  }

  private static void change(List<String> words, String what, String before, String after) {
    if (!Objects.equals(before, after)) {
      words.add(what + ": " + named(before) + " → " + named(after));
    }
  }

  private static String named(String text) {
    return text.isEmpty() ? "none" : text;
  }
}

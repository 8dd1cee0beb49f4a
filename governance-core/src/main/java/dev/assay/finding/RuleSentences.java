package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.evaluation.Disparity.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a rule asks, in words for people.
public final class RuleSentences {

  private RuleSentences() {}

  /// What is measured, and on whom: "Selection rate of each group".
  public static String measured(Rule rule) {
    return switch (rule.question()) {
      case Question.OfMetric of ->
          Names.asBeginning(Names.metric(of.metric()))
              + (of.eachClass() ? " of each class" : "")
              + " of "
              + scopes(of.slices());
      case Question.OfDisparity of ->
          Names.asBeginning(Names.metric(of.disparity()))
              + (of.eachClass() ? " of each class" : "")
              + " between "
              + of.slices().stream()
                  .map(RuleSentences::compared)
                  .collect(Collectors.joining(" and between "))
              + ", "
              + of.comparisons().stream()
                  .map(RuleSentences::comparison)
                  .collect(Collectors.joining(" and "));
      case Question.OfCheck of ->
          check(of.check())
              + (of.except().isEmpty() ? "" : " except " + String.join(", ", of.except()));
      case Question.OfCheckValue of ->
          Names.asBeginning(of.value().replace('_', ' '))
              + " of the check "
              + of.check()
              + (of.subjects().isEmpty() ? "" : " for " + String.join(", ", of.subjects()));
    };
  }

  /// Where the number must lie: "at least 0.8"; "finds nothing" for a check.
  public static String limit(Rule rule) {
    return switch (rule.question()) {
      case Question.OfMetric of -> of.bar().limit().words();
      case Question.OfDisparity of -> of.bar().limit().words();
      case Question.OfCheck ignored -> "finds nothing";
      case Question.OfCheckValue of -> of.bar().limit().words();
    };
  }

  /// How the limit is applied: "by the interval, from 30 rows on, corrected after Holm"; "" for a
  /// check.
  public static String decision(Rule rule) {
    return switch (rule.question()) {
      case Question.OfMetric of -> decision(of.bar());
      case Question.OfDisparity of -> decision(of.bar());
      case Question.OfCheck ignored -> "";
      case Question.OfCheckValue of -> decision(of.bar());
    };
  }

  private static String decision(Bar bar) {
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (bar.decideBy()) {
          case POINT -> "by the number itself";
          case INTERVAL -> "by the interval";
        });
    if (bar.minimumRows() > 1) {
      parts.add(
          "from "
              + Rounded.count(bar.minimumRows())
              + " rows on"
              + switch (bar.belowMinimum()) {
                case INSUFFICIENT -> "";
                case SET_ASIDE -> ", smaller slices set aside";
              });
    }
    switch (bar.correction()) {
      case NONE -> {}
      case HOLM -> parts.add("corrected after Holm");
    }
    return String.join(", ", parts);
  }

  /// How much breaking it matters: "critical".
  public static String severity(Rule rule) {
    return rule.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String check(String check) {
    return check.endsWith(".*")
        ? "Every check of the family " + check.substring(0, check.length() - 2)
        : "Check " + check;
  }

  private static String scopes(List<Scope> scopes) {
    return scopes.stream().map(RuleSentences::scope).collect(Collectors.joining(" and "));
  }

  private static String scope(Scope scope) {
    return switch (scope) {
      case Scope.Everyone ignored -> "everyone";
      case Scope.Groups ignored -> "each group";
      case Scope.Intersections ignored -> "each intersection of groups";
      case Scope.GroupsOf of -> "each group by " + String.join(" and ", of.attributes());
      case Scope.Named named -> named.slice().describe();
    };
  }

  private static String compared(Scope scope) {
    return switch (scope) {
      case Scope.Everyone ignored -> "everyone";
      case Scope.Groups ignored -> "groups";
      case Scope.Intersections ignored -> "intersections of groups";
      case Scope.GroupsOf of -> "groups by " + String.join(" and ", of.attributes());
      case Scope.Named named -> named.slice().describe();
    };
  }

  private static String comparison(Comparison comparison) {
    return switch (comparison) {
      case EXTREMES -> "largest against smallest";
      case TO_REFERENCE -> "each against the reference group";
      case TO_REST -> "each against the rest";
    };
  }
}

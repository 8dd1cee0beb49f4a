package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.evaluation.Disparity.Comparison;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a rule asks.
final class QuestionReader {

  private final PolicyDocument document;
  private final KnownNames names;

  QuestionReader(PolicyDocument document, boolean knownNames) {
    this.document = document;
    this.names = new KnownNames(document, knownNames);
  }

  Question read(JsonNode rule, String pointer) {
    if (rule.has("metric")) {
      String metric = names.metric(PolicyReader.text(rule, "metric"), pointer + "/metric");
      return new Question.OfMetric(
          metric,
          scopes(rule, pointer, new Scope.Everyone()),
          eachClass(rule),
          bar(rule, pointer, KnownNames.hasExpectation(metric) ? Others.ALL : Others.MEASURED));
    }
    if (rule.has("disparity")) {
      String disparity =
          names.disparity(PolicyReader.text(rule, "disparity"), pointer + "/disparity");
      List<Scope> scopes = scopes(rule, pointer, new Scope.Groups());
      refuseScopesWithoutGroups(scopes, pointer);
      return new Question.OfDisparity(
          disparity,
          scopes,
          comparisons(rule),
          eachClass(rule),
          bar(rule, pointer, Others.EXPECTED));
    }
    String check = names.check(PolicyReader.text(rule, "check"), pointer + "/check");
    if (!rule.has("value")) {
      return new Question.OfCheck(check, excepted(rule, pointer));
    }
    if (check.endsWith(".*")) {
      throw document.refused(
          "POLICY-CHECK-VALUE",
          pointer + "/check",
          "a rule about a number names one check, not a family",
          "Write one rule for each check whose number matters.");
    }
    return new Question.OfCheckValue(
        check,
        PolicyReader.text(rule, "value"),
        PolicyReader.texts(rule, "subjects").toList(),
        bar(rule, pointer, Others.NONE));
  }

  private static boolean eachClass(JsonNode rule) {
    return PolicyReader.text(rule, "classes").equals("each");
  }

  private List<String> excepted(JsonNode rule, String pointer) {
    List<String> excepted = new ArrayList<>();
    PolicyReader.texts(rule, "except")
        .forEach(id -> excepted.add(names.check(id, pointer + "/except/" + excepted.size())));
    return List.copyOf(excepted);
  }

  private static List<Comparison> comparisons(JsonNode rule) {
    List<Comparison> comparisons =
        PolicyReader.texts(rule, "comparison")
            .map(
                word ->
                    switch (word) {
                      case "reference" -> Comparison.TO_REFERENCE;
                      case "rest" -> Comparison.TO_REST;
                      default -> Comparison.EXTREMES;
                    })
            .toList();
    return comparisons.isEmpty() ? List.of(Comparison.EXTREMES) : comparisons;
  }

  private Bar bar(JsonNode rule, String pointer, Others others) {
    return new Bar(
        limit(rule.get("limit"), pointer + "/limit", others),
        PolicyReader.word(Bar.DecideBy.class, rule, "decide", Bar.DecideBy.POINT),
        rule.path("minimum_n").asLong(1),
        PolicyReader.word(
            Bar.BelowMinimum.class, rule, "below_minimum", Bar.BelowMinimum.INSUFFICIENT),
        PolicyReader.word(Bar.Correction.class, rule, "correction", Bar.Correction.NONE));
  }

  private Limit limit(JsonNode node, String pointer, Others others) {
    @Nullable Double min = node.has("min") ? node.get("min").doubleValue() : null;
    @Nullable Double max = node.has("max") ? node.get("max").doubleValue() : null;
    if (min != null && max != null && min > max) {
      throw document.refused(
          "POLICY-LIMIT",
          pointer,
          "nothing lies between " + Rounded.setting(min) + " and " + Rounded.setting(max),
          "Let 'min' be at most 'max'.");
    }
    return new Limit(
        min,
        max,
        other(PolicyReader.text(node, "relative_to"), pointer + "/relative_to", others),
        PolicyReader.word(Limit.By.class, node, "by", Limit.By.DIFFERENCE));
  }

  private String other(String other, String pointer, Others others) {
    boolean known =
        switch (other) {
          case "" -> true;
          case Limit.EXPECTED -> others == Others.EXPECTED || others == Others.ALL;
          default -> others == Others.ALL || others == Others.MEASURED;
        };
    if (!known) {
      throw document.refused(
          "POLICY-LIMIT",
          pointer,
          others.refusal,
          "Compare it with nothing, or with what is known.");
    }
    return other.isEmpty() || other.equals(Limit.EXPECTED) || other.equals(Limit.EVERYONE)
        ? other
        : names.metric(other, pointer);
  }

  private List<Scope> scopes(JsonNode rule, String pointer, Scope otherwise) {
    List<Scope> scopes = new ArrayList<>();
    for (JsonNode slice : rule.path("slices")) {
      scopes.add(scope(slice));
    }
    if (scopes.isEmpty()) {
      scopes.add(otherwise);
    }
    if (scopes.stream().distinct().count() < scopes.size()) {
      throw document.refused(
          "POLICY-SLICES", pointer + "/slices", "'slices' names something twice", "Name it once.");
    }
    return List.copyOf(scopes);
  }

  private static Scope scope(JsonNode slice) {
    if (slice.isString()) {
      return switch (slice.stringValue()) {
        case "groups" -> new Scope.Groups();
        case "intersections" -> new Scope.Intersections();
        default -> new Scope.Everyone();
      };
    }
    if (slice.has("groups_of")) {
      TreeSet<String> attributes = new TreeSet<>();
      PolicyReader.texts(slice, "groups_of").forEach(attributes::add);
      return new Scope.GroupsOf(Collections.unmodifiableSortedSet(attributes));
    }
    SortedMap<String, @Nullable String> conditions = new TreeMap<>();
    slice
        .get("slice")
        .properties()
        .forEach(
            e ->
                conditions.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().asString()));
    return new Scope.Named(new SliceKey(conditions));
  }

  private void refuseScopesWithoutGroups(List<Scope> scopes, String pointer) {
    for (Scope scope : scopes) {
      boolean hasGroups =
          switch (scope) {
            case Scope.Everyone ignored -> false;
            case Scope.Named ignored -> false;
            case Scope.Groups ignored -> true;
            case Scope.Intersections ignored -> true;
            case Scope.GroupsOf ignored -> true;
          };
      if (!hasGroups) {
        throw document.refused(
            "POLICY-SLICES",
            pointer + "/slices",
            "a disparity compares groups, so 'everyone' and single slices do not apply to it",
            "Write groups, intersections or groups_of.");
      }
    }
  }

  /// What a number can be compared with before it is held against a limit.
  private enum Others {
    NONE("a number of a check is held against a plain limit"),
    EXPECTED("a disparity can be compared with what is expected, with nothing else"),
    MEASURED("it is not known what this metric would be by chance"),
    ALL("");

    private final String refusal;

    Others(String refusal) {
      this.refusal = refusal;
    }
  }
}

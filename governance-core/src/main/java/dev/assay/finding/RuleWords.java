package dev.assay.finding;

import dev.assay.evaluation.Disparity.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A rule in the words of `policy.schema.json`.
final class RuleWords {

  private RuleWords() {}

  static SortedMap<String, Object> of(Rule rule) {
    SortedMap<String, Object> words = new TreeMap<>();
    words.put("id", rule.id());
    words.put("title", rule.title());
    words.put("severity", word(rule.severity()));
    putUnlessEmpty(words, "owner", rule.owner());
    putUnlessEmpty(words, "citation", rule.citation());
    putUnlessEmpty(words, "why", rule.why());
    if (!rule.tasks().isEmpty()) {
      words.put("tasks", rule.tasks().stream().map(RuleWords::word).toList());
    }
    if (rule.required()) {
      words.put("required", true);
    }
    question(words, rule.question());
    return words;
  }

  private static void question(SortedMap<String, Object> words, Question question) {
    switch (question) {
      case Question.OfMetric of -> {
        words.put("metric", of.metric());
        words.put("slices", of.slices().stream().map(RuleWords::scope).toList());
        if (of.eachClass()) {
          words.put("classes", "each");
        }
        bar(words, of.bar());
        rows(words, of.bar());
      }
      case Question.OfDisparity of -> {
        words.put("disparity", of.disparity());
        words.put("slices", of.slices().stream().map(RuleWords::scope).toList());
        words.put("comparison", of.comparisons().stream().map(RuleWords::comparison).toList());
        if (of.eachClass()) {
          words.put("classes", "each");
        }
        bar(words, of.bar());
        rows(words, of.bar());
      }
      case Question.OfCheck of -> {
        words.put("check", of.check());
        putUnlessEmpty(words, "except", of.except());
      }
      case Question.OfCheckValue of -> {
        words.put("check", of.check());
        words.put("value", of.value());
        putUnlessEmpty(words, "subjects", of.subjects());
        bar(words, of.bar());
      }
    }
  }

  private static void bar(SortedMap<String, Object> words, Bar bar) {
    words.put("limit", limit(bar.limit()));
    words.put("decide", word(bar.decideBy()));
    if (bar.correction() != Bar.Correction.NONE) {
      words.put("correction", word(bar.correction()));
    }
  }

  private static void rows(SortedMap<String, Object> words, Bar bar) {
    words.put("minimum_n", bar.minimumRows());
    if (bar.belowMinimum() != Bar.BelowMinimum.INSUFFICIENT) {
      words.put("below_minimum", word(bar.belowMinimum()));
    }
  }

  private static SortedMap<String, Object> limit(Limit limit) {
    SortedMap<String, Object> words = new TreeMap<>();
    if (limit.min() != null) {
      words.put("min", limit.min());
    }
    if (limit.max() != null) {
      words.put("max", limit.max());
    }
    if (limit.isRelative()) {
      words.put("relative_to", limit.relativeTo());
      words.put("by", word(limit.by()));
    }
    return words;
  }

  private static Object scope(Scope scope) {
    return switch (scope) {
      case Scope.Everyone ignored -> "everyone";
      case Scope.Groups ignored -> "groups";
      case Scope.Intersections ignored -> "intersections";
      case Scope.GroupsOf of -> Map.of("groups_of", of.attributes());
      case Scope.Named named -> Map.of("slice", named.slice().conditions());
    };
  }

  private static String comparison(Comparison comparison) {
    return switch (comparison) {
      case EXTREMES -> "extremes";
      case TO_REFERENCE -> "reference";
      case TO_REST -> "rest";
    };
  }

  private static void putUnlessEmpty(SortedMap<String, Object> words, String key, String text) {
    if (!text.isEmpty()) {
      words.put(key, text);
    }
  }

  private static void putUnlessEmpty(
      SortedMap<String, Object> words, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      words.put(key, texts);
    }
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}

package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricDefinition;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How the numbers were made and what they mean. Every metric that the report names is defined
/// here, in the catalogue's words.
final class MethodSection {

  private MethodSection() {}

  static Block.Section of(Context context) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Bullets(habits(context)));
    blocks.add(PolicySection.of(context.dossier().policy()));
    blocks.add(definitions(context));
    return Blocks.section("method", "Method and definitions", blocks);
  }

  private static List<Text> habits(Context context) {
    Evaluation evaluation = context.evaluation();
    List<Text> habits = new ArrayList<>();
    if (evaluation.threshold() != null) {
      habits.add(
          Text.strong("Decision. ")
              .and(
                  "A row is decided positive when its score is at least "
                      + Rounded.setting(evaluation.threshold())
                      + "."));
    }
    habits.add(
        Text.strong("Undefined is a value. ")
            .and(
                "Where there is nothing to divide by there is no number: the reason stands in its place, and it enters no maximum, minimum or average."));
    habits.add(
        Text.strong("Intervals. ")
            .and(
                "All intervals are at "
                    + Rounded.level(evaluation.level())
                    + ": "
                    + String.join("; ", methods(evaluation))
                    + ". Random draws start from seed "
                    + evaluation.provenance().seed()
                    + "."));
    habits.add(
        Text.strong("Rounding. ")
            .and(
                "Numbers are rounded in this document only; limits were held against unrounded numbers, which are in evaluation.json and metrics.csv."));
    habits.add(
        Text.strong("Few rows. ")
            .and(
                "Groups with fewer than "
                    + Context.FEW
                    + " rows are shown in grey with their n; they are not dropped."));
    habits.add(
        Text.strong("Verdicts. ")
            .and(
                "Pass, fail, or insufficient evidence: a group too small, a number that is undefined, or an interval that straddles the limit where the rule asks for confidence."));
    return habits;
  }

  /// "Wilson score for recall, precision …".
  private static List<String> methods(Evaluation evaluation) {
    Map<String, TreeSet<String>> byMethod = new LinkedHashMap<>();
    for (MetricRow row : evaluation.metrics()) {
      Interval interval = Say.intervalOf(row.value());
      if (interval != null && row.slice().isWhole()) {
        byMethod
            .computeIfAbsent(Say.method(interval.method()), m -> new TreeSet<>())
            .add(row.metric());
      }
    }
    List<String> methods = new ArrayList<>();
    byMethod.forEach(
        (method, metrics) -> methods.add(method + " for " + String.join(", ", metrics)));
    return methods.isEmpty() ? List.of("none were computed") : methods;
  }

  private static Block definitions(Context context) {
    List<Block.Definition> definitions = new ArrayList<>();
    for (Terms.Term term : context.terms().used()) {
      definitions.add(
          term.definition().map(d -> definition(term, d)).orElseGet(() -> derived(term)));
    }
    return Blocks.section(
        "definitions",
        "What the metrics mean",
        List.of(new Block.Definitions(List.copyOf(definitions))));
  }

  private static Block.Definition definition(Terms.Term term, MetricDefinition definition) {
    return new Block.Definition(
        term.anchor(),
        term.name(),
        term.id(),
        Text.of(definition.explanation()),
        entries(definition));
  }

  /// A difference or ratio of a metric that the catalogue defines, or a name it does not know.
  private static Block.Definition derived(Terms.Term term) {
    String meaning =
        switch (term.base()) {
          case null -> "Not in the catalogue of this version; the name says what it is.";
          case String base when term.id().endsWith("_ratio") ->
              "A group’s " + base + ", divided by that of the group it is held against.";
          case String base -> "A group’s " + base + " minus that of the group it is held against.";
        };
    return new Block.Definition(term.anchor(), term.name(), term.id(), Text.of(meaning), List.of());
  }

  private static List<Block.Entry> entries(MetricDefinition definition) {
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry("Formula", Text.code(definition.formula())));
    entries.add(Blocks.entry("Range", range(definition) + "; " + better(definition.better())));
    entries.add(Blocks.entry("Undefined when", definition.undefinedWhen()));
    entries.add(Blocks.entry("Source", definition.source()));
    return entries;
  }

  private static String range(MetricDefinition definition) {
    String from = definition.lowest() == null ? "unbounded" : Rounded.setting(definition.lowest());
    String to = definition.highest() == null ? "unbounded" : Rounded.setting(definition.highest());
    return definition.lowest() == null && definition.highest() == null
        ? "unbounded"
        : from + " to " + to;
  }

  private static String better(MetricDefinition.Better better) {
    return switch (better) {
      case HIGHER -> "higher is better";
      case LOWER -> "lower is better";
      case CLOSER_TO_ZERO -> "closer to zero is better";
      case CLOSER_TO_ONE -> "closer to one is better";
      case NEITHER -> "neither direction is better";
    };
  }
}

package dev.assay.report.content;

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
    return Blocks.section("method", Say.words("method.method-and-definitions"), blocks);
  }

  private static List<Text> habits(Context context) {
    Evaluation evaluation = context.evaluation();
    List<Text> habits = new ArrayList<>();
    if (evaluation.threshold() != null) {
      habits.add(
          Say.text(
              "method.a-row-is-decided",
              Text.strong(Say.words("method.decision")),
              Say.setting(evaluation.threshold())));
    }
    habits.add(
        Say.text(
            "method.where-there-is-nothing",
            Text.strong(Say.words("method.undefined-is-a-value"))));
    habits.add(
        Say.text(
            "method.all-intervals-are-at",
            Text.strong(Say.words("method.intervals")),
            Say.level(evaluation.level()),
            String.join("; ", methods(evaluation)),
            evaluation.provenance().seed()));
    habits.add(
        Say.text("method.numbers-are-rounded-in", Text.strong(Say.words("method.rounding"))));
    habits.add(
        Say.text(
            "method.groups-with-fewer-than",
            Text.strong(Say.words("method.few-rows")),
            Context.FEW));
    habits.add(
        Say.text("method.pass-fail-or-insufficient", Text.strong(Say.words("method.verdicts"))));
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
        (method, metrics) ->
            methods.add(Say.words("method.for", method, String.join(", ", metrics))));
    return methods.isEmpty() ? List.of(Say.words("method.none-were-computed")) : methods;
  }

  private static Block definitions(Context context) {
    List<Block.Definition> definitions = new ArrayList<>();
    for (Terms.Term term : context.terms().used()) {
      definitions.add(
          term.definition().map(d -> definition(term, d)).orElseGet(() -> derived(term)));
    }
    return Blocks.section(
        "definitions",
        Say.words("method.what-the-metrics-mean"),
        List.of(new Block.Definitions(List.copyOf(definitions))));
  }

  private static Block.Definition definition(Terms.Term term, MetricDefinition definition) {
    return new Block.Definition(
        term.anchor(), term.name(), term.id(), Text.of(meaning(definition)), entries(definition));
  }

  private static String meaning(MetricDefinition definition) {
    int tool = definition.id().contains(".") ? definition.name().indexOf(':') : -1;
    return tool > 0
        ? Say.words("method.peer", definition.name().substring(0, tool))
        : Say.words().metricMeaning(definition.id()).orElse(definition.explanation());
  }

  /// A difference or ratio of a metric that the catalogue defines, or a name it does not know.
  private static Block.Definition derived(Terms.Term term) {
    String meaning =
        switch (term.base()) {
          case null -> Say.words("method.not-in-the-catalogue");
          case String base when term.id().endsWith("_ratio") ->
              Say.words("method.a-group-s-divided", base);
          case String base -> Say.words("method.a-group-s-minus", base);
        };
    return new Block.Definition(term.anchor(), term.name(), term.id(), Text.of(meaning), List.of());
  }

  private static List<Block.Entry> entries(MetricDefinition definition) {
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry(Say.words("word.formula"), Text.code(definition.formula())));
    entries.add(
        Blocks.entry(
            Say.words("word.range"), range(definition) + "; " + better(definition.better())));
    entries.add(
        Blocks.entry(
            Say.words("word.undefined-when"), Say.words().reason(definition.undefinedWhen())));
    entries.add(Blocks.entry(Say.words("word.source"), definition.source()));
    return entries;
  }

  private static String range(MetricDefinition definition) {
    String from =
        definition.lowest() == null
            ? Say.words("word.unbounded")
            : Say.setting(definition.lowest());
    String to =
        definition.highest() == null
            ? Say.words("word.unbounded")
            : Say.setting(definition.highest());
    return definition.lowest() == null && definition.highest() == null
        ? Say.words("word.unbounded")
        : Say.words("method.to", from, to);
  }

  private static String better(MetricDefinition.Better better) {
    return switch (better) {
      case HIGHER -> Say.words("method.higher-is-better");
      case LOWER -> Say.words("method.lower-is-better");
      case CLOSER_TO_ZERO -> Say.words("method.closer-to-zero-is");
      case CLOSER_TO_ONE -> Say.words("method.closer-to-one-is");
      case NEITHER -> Say.words("method.neither-direction-is-better");
    };
  }
}

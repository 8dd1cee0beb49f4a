package dev.assay.report.content;

import dev.assay.chart.GroupBars;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Evidence;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Wrong decisions about texts, the most confident first, by truth and decision.
final class ErrorBlocks {

  private ErrorBlocks() {}

  static void add(CheckResult check, List<Block> blocks) {
    blocks.add(
        new Block.KeyValues(
            List.of(
                Blocks.entry(
                    Say.words("error.wrong-among-confident-decisions"),
                    Say.value(Values.of(check, "confident_error_rate", ""))),
                Blocks.entry(
                    Say.words("word.confident-decisions"),
                    Say.count(Values.of(check, "confident_decisions", "").orNaN())))));
    List<GroupBars.Bar> bars = new ArrayList<>();
    for (String pair : Values.subjects(check, "errors")) {
      MetricValue errors = Values.of(check, "errors", pair);
      bars.add(
          new GroupBars.Bar(
              Say.label(pair),
              "",
              errors.orNaN(),
              null,
              null,
              Say.count(errors.orNaN()),
              GroupBars.Kind.GROUP,
              rows(check, pair)));
    }
    if (!bars.isEmpty()) {
      String words =
          Say.words(
              "error.wrong-decisions-truth-decision",
              String.join("; ", bars.stream().map(b -> b.label() + " " + b.shown()).toList()));
      blocks.add(
          new Block.Figures(
              List.of(
                  new Block.Figure(
                      new GroupBars(
                          Say.words("word.wrong-decisions"), words, List.copyOf(bars), null),
                      Say.text(
                          "error.truth-decision-and-how",
                          Text.strong(Say.words("error.wrong-decisions")))))));
    }
    Tables table =
        Tables.captioned(Say.words("error.the-most-confident-wrong"))
            .name(Say.words("error.truth-decision"))
            .number(Say.words("word.confidence"))
            .words(Say.words("word.text"));
    for (Evidence evidence : check.evidence()) {
      table.row(
          Say.phrase(evidence.details().getOrDefault("test", "")),
          Say.phrase(evidence.details().getOrDefault("confidence", "")),
          BehaviourSection.quoted(evidence.details().getOrDefault("original", ""))
              .and(BehaviourSection.row(evidence)));
    }
    if (!table.isEmpty()) {
      blocks.add(table.table());
    }
  }

  /// The rows of a pair, where the check names its classes.
  private static RowQuery rows(CheckResult check, String pair) {
    Map<String, String> details =
        check.evidence().stream()
            .filter(e -> pair.equals(e.details().get("test")))
            .findFirst()
            .<Map<String, String>>map(Evidence::details)
            .orElse(Map.of());
    String truth = details.get("truth");
    String decision = details.get("decision");
    return RowQuery.of(
        SliceKey.WHOLE,
        truth == null || decision == null
            ? new RowQuery.Part.Wrong()
            : new RowQuery.Part.Decided(truth, decision));
  }
}

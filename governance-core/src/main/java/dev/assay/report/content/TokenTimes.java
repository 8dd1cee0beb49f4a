package dev.assay.report.content;

import dev.assay.inference.cost.GenerationTimes;
import dev.assay.inference.cost.Latency;
import dev.assay.inference.cost.Measurement;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;

/// How long the first token of an answer takes, and each further one.
final class TokenTimes {

  private TokenTimes() {}

  /// Nothing where no answers were written.
  static List<Block> of(Measurement measured) {
    GenerationTimes generation = measured.generation();
    if (generation == null) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(table("cost.time-of-first-token", generation.firstToken(), "cost.first-token-note"));
    blocks.add(
        generation.nextToken().isEmpty()
            ? Blocks.note(Say.text("cost.no-next-token", why(generation)))
            : table("cost.time-of-next-token", generation.nextToken(), "cost.next-token-note"));
    return List.copyOf(blocks);
  }

  /// Why further tokens have no time of their own, in the language of the document.
  static String why(GenerationTimes generation) {
    return Say.words(generation.newTokens() == 1 ? "cost.one-token-each" : "cost.no-past");
  }

  private static Block table(String caption, List<Latency> latencies, String note) {
    Tables table =
        Tables.captioned(Say.words(caption))
            .number(Say.words("cost.answers-at-once"))
            .number(Say.words("cost.prompt-tokens"))
            .number(Say.words("word.calls"))
            .number(Say.words("word.first"))
            .number(Say.words("word.median"))
            .number("p95")
            .number("p99");
    for (Latency latency : latencies) {
      table.row(
          false,
          List.of(
              Text.of(Say.count(latency.rows())),
              Text.of(Say.count(latency.tokens())),
              Text.of(Say.count(latency.warm().calls())),
              Text.of(Say.number(latency.firstMillis())),
              CostSection.quantile(latency.warm().p50()),
              CostSection.quantile(latency.warm().p95()),
              CostSection.quantile(latency.warm().p99())));
    }
    return table.note(Say.words(note)).table();
  }
}

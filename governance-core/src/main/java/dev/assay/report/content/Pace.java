package dev.assay.report.content;

import dev.assay.inference.cost.GenerationTimes;
import dev.assay.inference.cost.Latency;
import dev.assay.inference.cost.Measurement;
import dev.assay.inference.cost.Quantile;

/// What running the model takes, in the language of the document; in English the same as
/// [dev.assay.cost.CostWords].
final class Pace {

  private static final double WHOLE_FROM = 100;

  private Pace() {}

  /// How long one takes and how many a second can be had, in two sentences.
  static String headline(Measurement measured) {
    Latency single = measured.single();
    Latency best = measured.fastest();
    GenerationTimes generation = measured.generation();
    if (generation != null) {
      return written(generation, single, best);
    }
    return Say.words(
        "pace.headline",
        Say.many(single.rows(), measured.unit()),
        single.tokens() == 0 ? "" : Say.words("pace.of-tokens", Say.many(single.tokens(), "token")),
        millis(single.warm().p50()),
        millis(single.warm().p95()),
        amount(best.rowsPerSecond()),
        Say.plural(measured.unit()),
        Say.many(best.rows(), measured.unit()));
  }

  private static String written(GenerationTimes generation, Latency single, Latency best) {
    return Say.words(
        "pace.written",
        Say.many(generation.newTokens(), "token"),
        Say.many(single.tokens(), "token"),
        millis(single.warm().p50()),
        millis(single.warm().p95()),
        millis(generation.first(single).warm().p50()),
        generation
            .next(single)
            .map(l -> Say.words("pace.further", millis(l.warm().p50())))
            .orElse(""),
        amount(generation.newTokensPerSecond(best)),
        Say.many(best.rows(), "answer"),
        generation.undefined().isEmpty()
            ? ""
            : Say.words("pace.no-further", TokenTimes.why(generation)));
  }

  /// "0.295 ms", or why it is not known.
  static String millis(Quantile quantile) {
    Double millis = quantile.millis();
    return millis == null
        ? Say.words("pace.unknown", quantile.undefined())
        : Say.number(millis) + " ms";
  }

  /// Whole from 100 on.
  static String amount(double value) {
    return value < WHOLE_FROM ? Say.number(value) : Say.count(Math.round(value));
  }
}

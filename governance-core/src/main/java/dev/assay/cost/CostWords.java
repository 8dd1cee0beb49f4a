package dev.assay.cost;

import dev.assay.common.Rounded;
import dev.assay.inference.cost.GenerationTimes;
import dev.assay.inference.cost.Latency;
import dev.assay.inference.cost.Measurement;
import dev.assay.inference.cost.Quantile;

/// What was measured, in words and digits.
public final class CostWords {

  private static final double WHOLE_FROM = 100;

  private CostWords() {}

  /// How long one takes and how many a second can be had, in two sentences.
  public static String headline(Measurement measured) {
    Latency single = measured.single();
    Latency best = measured.fastest();
    GenerationTimes generation = measured.generation();
    if (generation != null) {
      return written(generation, single, best);
    }
    return "A call with "
        + many(single.rows(), measured.unit())
        + (single.tokens() == 0 ? "" : " of " + many(single.tokens(), "token"))
        + " takes "
        + millis(single.warm().p50())
        + " at the median; 95 of 100 such calls take "
        + millis(single.warm().p95())
        + " at most. At best "
        + amount(best.rowsPerSecond())
        + " "
        + measured.unit()
        + "s a second are scored, "
        + many(best.rows(), measured.unit())
        + " a call.";
  }

  private static String written(GenerationTimes generation, Latency single, Latency best) {
    String next =
        generation
            .next(single)
            .map(l -> " and each further one " + millis(l.warm().p50()))
            .orElse("");
    return "An answer of "
        + many(generation.newTokens(), "token")
        + " behind a prompt of "
        + many(single.tokens(), "token")
        + " takes "
        + millis(single.warm().p50())
        + " at the median; 95 of 100 such answers take "
        + millis(single.warm().p95())
        + " at most. Its first token takes "
        + millis(generation.first(single).warm().p50())
        + next
        + " at the median. At best "
        + amount(generation.newTokensPerSecond(best))
        + " tokens a second are written, "
        + many(best.rows(), "answer")
        + " at once."
        + (generation.undefined().isEmpty()
            ? ""
            : " Further tokens have no time of their own: " + generation.undefined() + ".");
  }

  /// "0.295 ms", or why it is not known.
  public static String millis(Quantile quantile) {
    Double millis = quantile.millis();
    return millis == null
        ? "an unknown time (" + quantile.undefined() + ")"
        : Rounded.number(millis) + " ms";
  }

  /// Whole from 100 on.
  public static String amount(double value) {
    return value < WHOLE_FROM ? Rounded.number(value) : Rounded.count(Math.round(value));
  }

  private static String many(long count, String thing) {
    return Rounded.count(count) + " " + thing + (count == 1 ? "" : "s");
  }
}

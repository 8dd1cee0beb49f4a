package dev.assay.report.content;

import dev.assay.evaluation.Disparity;
import dev.assay.finding.Finding;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gaps between the groups that fare best and worst, over all attributes.
final class GapTable {

  private static final int NAMED = 2;

  /// Differences of rates, or of errors, each on one scale, so that they can be put in an order.
  private static final Set<String> RATES =
      Set.of(
          "demographic_parity_difference",
          "equal_opportunity_difference",
          "fpr_difference",
          "predictive_parity_difference",
          "accuracy_difference");

  private static final Set<String> ERRORS =
      Set.of("mae_difference", "rmse_difference", "interval_coverage_difference");

  private static final Set<String> GENERATION =
      Set.of(
          "choice_accuracy_difference",
          "choice_accuracy_norm_difference",
          "exact_match_difference",
          "answer_f1_difference",
          "rouge_l_difference",
          "chrf_difference",
          "token_perplexity_difference",
          "bits_per_byte_difference",
          "first_likelier_share_difference",
          "mean_association_difference",
          "accuracy_at_1_difference",
          "mean_reciprocal_rank_difference",
          "pseudo_perplexity_difference");

  private GapTable() {}

  /// The widest, those that the policy fails first; absent where no groups were compared.
  static Optional<Block> worst(Context context, int limit) {
    return table(
        context,
        gaps(context).stream()
            .sorted(
                Comparator.comparingInt((Disparity d) -> rank(context.aboutMeasure(d)))
                    .thenComparing(Comparator.comparingDouble(d -> -Math.abs(d.value().orNaN()))))
            .limit(limit)
            .toList());
  }

  /// All of them, attribute by attribute.
  static Optional<Block> all(Context context, int limit) {
    return table(context, gaps(context).stream().limit(limit).toList());
  }

  private static int rank(@Nullable Finding finding) {
    if (finding == null) {
      return 2;
    }
    return switch (finding.verdict()) {
      case FAIL -> 0;
      case INSUFFICIENT_EVIDENCE -> 1;
      case PASS -> 2;
    };
  }

  private static List<Disparity> gaps(Context context) {
    Set<String> shown =
        context.isGeneration() ? GENERATION : context.isRegression() ? ERRORS : RATES;
    return context.evaluation().disparities().stream()
        .filter(d -> d.comparison() == Disparity.Comparison.EXTREMES && d.target() == null)
        .filter(d -> d.attributes().size() == 1 && shown.contains(d.metric()))
        .filter(d -> d.value() instanceof MetricValue.Defined)
        .toList();
  }

  private static Optional<Block> table(Context context, List<Disparity> gaps) {
    if (gaps.isEmpty()) {
      return Optional.empty();
    }
    Words words = context.words();
    Tables table =
        Tables.captioned(Text.NONE)
            .name(words.say("head.attribute"))
            .name(words.say("head.measure"))
            .number(words.say("head.value"))
            .number(words.say("head.if-equal"))
            .words(words.say("head.between"))
            .name(words.say("head.policy"));
    for (Disparity gap : gaps) {
      table.row(
          Text.data(gap.attributes().getFirst()),
          context.terms().name(gap.metric()),
          Say.value(words, gap.value()),
          Text.of(gap.expectedIfEqual() == null ? "–" : words.number(gap.expectedIfEqual())),
          between(words, gap),
          policy(words, context.aboutMeasure(gap)));
    }
    return Optional.of(table.note(words.say("gaps.note")).table());
  }

  private static Text between(Words words, Disparity gap) {
    Text text =
        gap.high() == null || gap.low() == null
            ? Say.phrase(gap.direction())
            : words.text("gaps.over", Say.values(words, gap.high()), Say.values(words, gap.low()));
    if (gap.leftOut().isEmpty()) {
      return text;
    }
    Text without =
        Text.join(
            ", ", gap.leftOut().stream().limit(NAMED).map(g -> Say.values(words, g)).toList());
    int more = gap.leftOut().size() - NAMED;
    return text.and(
        words.text("gaps.without", more > 0 ? without.and(" +" + words.count(more)) : without));
  }

  static Text policy(Words words, @Nullable Finding finding) {
    return finding == null
        ? Text.aside(words.say("no-rule"))
        : Text.marked(Say.mark(finding.verdict()), words.word("verdict.short", finding.verdict()));
  }
}

package dev.assay.report.content;

import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.MetricDefinition.Family;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the model treats groups of people, attribute by attribute, then their crossings.
final class FairnessSection {

  private static final int ATTRIBUTES_SHOWN = 12;

  private FairnessSection() {}

  static Optional<Block.Section> of(Context context) {
    List<Evaluation.AttributeInfo> attributes = context.evaluation().attributes();
    if (attributes.isEmpty()) {
      return Optional.of(
          Blocks.section(
              "fairness",
              Say.words("word.fairness"),
              List.of(Blocks.paragraph(Say.words("fairness.no-column-was-named")))));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(lead(context));
    for (int i = 0; i < Math.min(ATTRIBUTES_SHOWN, attributes.size()); i++) {
      blocks.add(AttributeSection.of(context, attributes.get(i), i));
    }
    if (attributes.size() > ATTRIBUTES_SHOWN) {
      blocks.add(
          Blocks.note(
              Say.words(
                  "fairness.more-attributes-are-in",
                  Say.count(attributes.size() - ATTRIBUTES_SHOWN))));
    }
    CrossingsSection.of(context).ifPresent(blocks::add);
    everyone(context).ifPresent(blocks::add);
    return Optional.of(Blocks.section("fairness", Say.words("word.fairness"), blocks));
  }

  /// Measures of inequality over everyone, which know no groups.
  private static Optional<Block> everyone(Context context) {
    boolean any =
        context.measured().of(SliceKey.WHOLE).keySet().stream()
            .anyMatch(FairnessSection::isOfEveryone);
    return any
        ? Optional.of(
            PerformanceSection.table(
                context,
                Say.words("fairness.inequality-and-imbalance-over"),
                FairnessSection::isOfEveryone))
        : Optional.empty();
  }

  private static boolean isOfEveryone(String metric) {
    Family family = PerformanceSection.family(metric);
    return family == Family.FAIRNESS || family == Family.IMBALANCE;
  }

  private static Block lead(Context context) {
    Text groups =
        Say.text(
            "fairness.groups-are-compared-by",
            Text.join(
                ", ",
                context.evaluation().attributes().stream()
                    .limit(ATTRIBUTES_SHOWN)
                    .map(a -> Text.data(a.name()))
                    .toList()));
    Text widest =
        HeadlineNumbers.widest(context)
            .map(d -> widest(context, d))
            .orElse(Say.text("fairness.no-gap-could-be"));
    return Blocks.lead(groups.and(widest));
  }

  private static Text widest(Context context, Disparity gap) {
    Text seen =
        Say.text(
            "fairness.the-widest-gap-in",
            context
                .terms()
                .named(
                    gap.metric(),
                    context.isRegression()
                        ? Say.words("fairness.error")
                        : context.isGeneration()
                            ? Say.words("fairness.texts")
                            : Say.words("fairness.rates")),
            Text.data(gap.attributes().getFirst()));
    return gap.value() instanceof MetricValue.Defined d
        ? seen.and(Say.number(d.value()))
            .and(
                gap.expectedIfEqual() == null
                    ? "."
                    : Say.words(
                        "fairness.where-equal-groups-of", Say.number(gap.expectedIfEqual())))
        : seen.and(Say.bare(gap.value()));
  }

  /// Place of a single attribute among those shown, or −1.
  static int indexOf(Context context, List<String> attributes) {
    if (attributes.size() != 1) {
      return -1;
    }
    List<Evaluation.AttributeInfo> all = context.evaluation().attributes();
    for (int i = 0; i < Math.min(ATTRIBUTES_SHOWN, all.size()); i++) {
      if (all.get(i).name().equals(attributes.getFirst())) {
        return i;
      }
    }
    return -1;
  }
}

package dev.assay.report.content;

import dev.assay.evaluation.MetricRow;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Says in a sentence how well a model goes on with texts.
final class GenerationLead {

  private GenerationLead() {}

  static Stream<Block> of(Context context) {
    List<String> said = new ArrayList<>();
    double choice = PerformanceSection.whole(context, "choice_accuracy");
    if (!Double.isNaN(choice)) {
      said.add(
          Say.words(
              "generation.the-right-choice-is",
              Say.percent(choice),
              rows(context, "choice_accuracy"),
              Say.percent(PerformanceSection.whole(context, "choice_accuracy_norm"))));
    }
    double exact = PerformanceSection.whole(context, "exact_match");
    if (!Double.isNaN(exact)) {
      said.add(
          Say.words(
              "generation.answered-with-the-reference",
              rows(context, "exact_match"),
              Say.percent(exact),
              Say.number(PerformanceSection.whole(context, "answer_f1"))));
    }
    double perplexity = PerformanceSection.whole(context, "token_perplexity");
    if (!Double.isNaN(perplexity)) {
      said.add(
          Say.words(
              "generation.foresees-the-texts",
              Say.number(perplexity),
              Say.number(PerformanceSection.whole(context, "bits_per_byte"))));
    }
    String decoding = context.evaluation().provenance().device().get("decoding");
    if (decoding != null) {
      said.add(Say.words("generation.answers-were-written", decoding));
    }
    return said.isEmpty()
        ? Stream.empty()
        : Stream.of(Blocks.lead(Text.of(String.join(" ", said))));
  }

  private static String rows(Context context, String metric) {
    MetricRow row = context.measured().row(metric, SliceKey.WHOLE);
    return Say.count(row == null ? 0 : row.n());
  }
}

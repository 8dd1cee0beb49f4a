package dev.assay.usecase;

import dev.assay.common.Rounded;
import dev.assay.dataset.Dataset;
import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.MaskedText;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.predictions.Predictions;
import dev.assay.predictions.ProbeAssembly;
import dev.assay.predictions.ProbeAssembly.PerRow;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/// What a masked language model says of rows, as quantities of each.
final class ProbeAnswers {

  private static final int TOP = 5;

  private ProbeAnswers() {}

  /// Rows that could be asked; the others are left out, counted and listed.
  static Predictions predictions(
      Dataset dataset, Kind kind, List<MaskedText> texts, List<One> answers) {
    IntToDoubleFunction sum = row -> answers.get(row).sum();
    IntToDoubleFunction apart = row -> answers.get(row).sum() - answers.get(row).otherSum();
    IntToDoubleFunction tokens = row -> answers.get(row).logs().size();
    SortedMap<String, PerRow> quantities = new TreeMap<>();
    switch (kind) {
      case FILL -> {
        quantities.put("accuracy_at_1", PerRow.of(row -> answers.get(row).rank() == 1 ? 1 : 0));
        quantities.put("accuracy_at_5", PerRow.of(row -> answers.get(row).rank() <= TOP ? 1 : 0));
        quantities.put("mean_reciprocal_rank", PerRow.of(row -> 1.0 / answers.get(row).rank()));
        quantities.put("mean_log_probability", PerRow.of(sum));
      }
      case WHOLE -> {
        quantities.put("mean_pseudo_log_likelihood", PerRow.of(sum));
        quantities.put("pseudo_perplexity", new PerRow(row -> -sum.applyAsDouble(row), tokens));
      }
      case PAIR -> {
        quantities.put(
            "first_likelier_share", PerRow.of(row -> apart.applyAsDouble(row) > 0 ? 1 : 0));
        quantities.put("pair_difference", PerRow.of(apart));
      }
      case ASSOCIATION -> quantities.put("mean_association", PerRow.of(apart));
    }
    return new ProbeAssembly(
            dataset,
            row -> {
              Status status = answers.get(row).status();
              return status == Status.ASKED ? null : status.words();
            },
            quantities)
        .of(
            row -> Objects.requireNonNullElse(texts.get(row).other(), ""),
            answer(kind, answers, apart),
            score(kind, sum, apart, tokens),
            kind == Kind.PAIR || kind == Kind.ASSOCIATION);
  }

  private static IntFunction<String> answer(
      Kind kind, List<One> answers, IntToDoubleFunction apart) {
    return switch (kind) {
      case FILL ->
          row -> answers.get(row).top().isEmpty() ? "" : answers.get(row).top().getFirst().word();
      case WHOLE ->
          row ->
              Rounded.number(answers.get(row).sum() / answers.get(row).logs().size()) + " a token";
      case PAIR, ASSOCIATION -> row -> Rounded.signed(apart.applyAsDouble(row));
    };
  }

  private static IntToDoubleFunction score(
      Kind kind, IntToDoubleFunction sum, IntToDoubleFunction apart, IntToDoubleFunction tokens) {
    return switch (kind) {
      case FILL -> sum;
      case WHOLE -> row -> sum.applyAsDouble(row) / tokens.applyAsDouble(row);
      case PAIR, ASSOCIATION -> apart;
    };
  }
}

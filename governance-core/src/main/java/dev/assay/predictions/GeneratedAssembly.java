package dev.assay.predictions;

import dev.assay.dataset.Choices;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.Quantity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts expected texts beside what a model that goes on with texts says of them, or writes. Rows
/// without an expected text, or with a likelihood that is no finite number, are left out, counted
/// and listed.
public final class GeneratedAssembly {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String NOT_FINITE = "the log-likelihood is not a finite number";

  private final Dataset dataset;
  private final RowWeights weights;

  private GeneratedAssembly(Dataset dataset) {
    this.dataset = dataset;
    this.weights = RowWeights.of(dataset);
  }

  /// How likely expected texts are.
  ///
  /// @param texts column of them
  /// @param likelihood natural logarithm of the probability of each row's text
  /// @param tokens tokens that it is over
  /// @throws dev.assay.common.InputRejected when no row is left
  public static Generated likelihood(
      Dataset dataset, String texts, Column.Numbers likelihood, Column.Integers tokens) {
    GeneratedAssembly all = new GeneratedAssembly(dataset);
    Column column = dataset.column(texts);
    Usable usable =
        all.usable(
            row ->
                blank(column.text(row))
                    ? "there is no text"
                    : Double.isFinite(likelihood.values()[row]) ? null : NOT_FINITE);
    IntToDoubleFunction surprise = row -> -likelihood.values()[row];
    IntToDoubleFunction read = row -> tokens.values()[row];
    SortedMap<String, Quantity> quantities = new TreeMap<>();
    quantities.put("token_perplexity", quantity(usable, surprise, read));
    quantities.put(
        "word_perplexity",
        quantity(usable, surprise, row -> BLANKS.splitAsStream(said(column, row).strip()).count()));
    quantities.put(
        "bits_per_byte",
        quantity(
            usable,
            row -> surprise.applyAsDouble(row) / Math.log(2),
            row -> bytes(said(column, row))));
    quantities.put("log_likelihood", quantity(usable, row -> -surprise.applyAsDouble(row), r -> 1));
    double[] mean = values(usable, row -> -surprise.applyAsDouble(row) / read.applyAsDouble(row));
    return all.of(
        usable,
        quantities,
        row -> said(column, row),
        row ->
            String.format(
                Locale.ROOT,
                "%.4f a token",
                -surprise.applyAsDouble(row) / read.applyAsDouble(row)),
        mean,
        Arrays.stream(mean).map(m -> -m).toArray());
  }

  /// Which choice is the most likely.
  ///
  /// @param answers column that says which is right: by its text, its number from 0 or a letter
  /// @param likelihoods by choice: natural logarithm of the probability of each row's choice, NaN
  ///   where the row has no such choice
  /// @throws dev.assay.common.InputRejected when no row is left
  public static Generated choices(
      Dataset dataset, Choices choices, String answers, List<Column.Numbers> likelihoods) {
    GeneratedAssembly all = new GeneratedAssembly(dataset);
    Column column = dataset.column(answers);
    Usable usable =
        all.usable(
            row -> {
              String answer = column.text(row);
              List<String> own = choices.of(row);
              if (blank(answer)) {
                return "it is not said which choice is right";
              }
              if (Choices.named(own, String.valueOf(answer)) < 0) {
                return "the answer is none of the choices";
              }
              return IntStream.range(0, own.size())
                      .filter(c -> !own.get(c).isEmpty())
                      .allMatch(c -> Double.isFinite(likelihoods.get(c).values()[row]))
                  ? null
                  : NOT_FINITE;
            });
    int[] right = new int[dataset.rows()];
    int[] chosen = new int[dataset.rows()];
    int[] normalised = new int[dataset.rows()];
    double[] share = new double[dataset.rows()];
    for (int row : usable.rows()) {
      List<String> own = choices.of(row);
      double[] sums =
          IntStream.range(0, own.size())
              .mapToDouble(
                  c -> own.get(c).isEmpty() ? Double.NaN : likelihoods.get(c).values()[row])
              .toArray();
      double[] perByte =
          IntStream.range(0, sums.length).mapToDouble(c -> sums[c] / bytes(own.get(c))).toArray();
      right[row] = Choices.named(own, said(column, row));
      chosen[row] = largest(sums);
      normalised[row] = largest(perByte);
      share[row] =
          1
              / Arrays.stream(sums)
                  .filter(s -> !Double.isNaN(s))
                  .map(s -> Math.exp(s - sums[chosen[row]]))
                  .sum();
    }
    SortedMap<String, Quantity> quantities = new TreeMap<>();
    quantities.put("choice_accuracy", quantity(usable, r -> chosen[r] == right[r] ? 1 : 0, r -> 1));
    quantities.put(
        "choice_accuracy_norm", quantity(usable, r -> normalised[r] == right[r] ? 1 : 0, r -> 1));
    return all.of(
        usable,
        quantities,
        row -> choices.of(row).get(right[row]),
        row -> choices.of(row).get(chosen[row]),
        values(usable, row -> share[row]),
        values(usable, row -> chosen[row] == right[row] ? 0 : 1));
  }

  /// What a model wrote.
  ///
  /// @param references column of the expected texts, absent where there are none; a cell that is a
  ///   JSON array of texts lists several, of which the most like one counts
  /// @param written the answers
  /// @param tokens number of tokens written
  /// @param finish 0 where the most tokens were written
  /// @throws dev.assay.common.InputRejected when no row is left
  public static Generated written(
      Dataset dataset,
      @Nullable String references,
      Column written,
      Column.Integers tokens,
      Column.Integers finish) {
    GeneratedAssembly all = new GeneratedAssembly(dataset);
    @Nullable Column column = references == null ? null : dataset.column(references);
    Usable usable =
        all.usable(
            row -> column != null && blank(column.text(row)) ? "there is no reference" : null);
    SortedMap<String, Quantity> quantities = new TreeMap<>();
    quantities.put("answer_tokens", quantity(usable, row -> tokens.values()[row], r -> 1));
    quantities.put(
        "finished_rate", quantity(usable, row -> finish.values()[row] > 0 ? 1 : 0, r -> 1));
    if (column == null) {
      double[] none = values(usable, row -> Double.NaN);
      return all.of(usable, quantities, row -> "", row -> said(written, row), none, none);
    }
    quantities.put("exact_match", best(usable, written, column, TextLikeness::exactMatch));
    Quantity f1 = best(usable, written, column, TextLikeness::f1);
    quantities.put("answer_f1", f1);
    quantities.put("rouge_l", best(usable, written, column, TextLikeness::rougeL));
    quantities.put("chrf", best(usable, written, column, TextLikeness::chrf));
    return all.of(
        usable,
        quantities,
        row -> String.join(" | ", expected(column, row)),
        row -> said(written, row),
        f1.amount(),
        Arrays.stream(f1.amount()).map(f -> 1 - f).toArray());
  }

  private static Quantity best(
      Usable usable,
      Column written,
      Column references,
      ToDoubleBiFunction<String, String> likeness) {
    return quantity(
        usable,
        row ->
            expected(references, row).stream()
                .mapToDouble(r -> likeness.applyAsDouble(said(written, row), r))
                .max()
                .orElse(0),
        row -> 1);
  }

  private static List<String> expected(Column references, int row) {
    String cell = said(references, row);
    return Choices.texts(cell).filter(t -> !t.isEmpty()).orElseGet(() -> List.of(cell));
  }

  private static int largest(double[] values) {
    int best = -1;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i]) && (best < 0 || values[i] > values[best])) {
        best = i;
      }
    }
    return best;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String said(Column column, int row) {
    String text = column.text(row);
    return text == null ? "" : text;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Usable usable(IntFunction<@Nullable String> objection) {
    return Usable.of(
        dataset.rows(),
        row -> {
          String own = objection.apply(row);
          return own == null ? weights.objection(row) : own;
        });
  }

  private static Quantity quantity(
      Usable usable, IntToDoubleFunction amount, IntToDoubleFunction per) {
    return new Quantity(values(usable, amount), values(usable, per));
  }

  private static double[] values(Usable usable, IntToDoubleFunction value) {
    return Arrays.stream(usable.rows()).mapToDouble(value).toArray();
  }

  private Generated of(
      Usable usable,
      SortedMap<String, Quantity> quantities,
      IntFunction<String> truth,
      IntFunction<String> answer,
      double[] score,
      double[] error) {
    return new Generated(
        usable.rows(),
        weights.of(usable),
        usable.excluded(),
        quantities,
        Arrays.stream(usable.rows()).mapToObj(truth).toList(),
        Arrays.stream(usable.rows()).mapToObj(answer).toList(),
        score,
        error);
  }
}
